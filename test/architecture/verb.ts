import type { Finding } from './source-file.ts'

/** What is looked at of a verb of the command-line tool. */
export interface VerbLike {
  readonly name: string
  readonly summary: string
  readonly usage: string
  readonly options: Readonly<Record<string, { readonly help: string }>>
}

/** A verb says what it does, is called by the name it is listed under, and explains every option in its help. */
export function checkVerb(listedAs: string, verb: VerbLike, help: string): Finding[] {
  const finding = (what: string): Finding => ({ path: 'src/cli/verbs.ts', line: 1, what: `${listedAs} ${what}` })
  const findings: Finding[] = []
  if (verb.name !== listedAs) findings.push(finding(`calls itself ${verb.name}`))
  if (verb.summary.trim().length < 10) findings.push(finding('has no summary'))
  if (!verb.usage.startsWith(verb.name)) findings.push(finding('has a usage that begins with another name'))
  if (!help.includes(verb.summary)) findings.push(finding('has a help without its summary'))
  for (const [name, option] of Object.entries(verb.options)) {
    if (option.help.trim().length < 3) findings.push(finding(`does not explain --${name}`))
    else if (!help.includes(`--${name}`) || !help.includes(option.help)) findings.push(finding(`hides --${name}`))
  }
  return findings
}
