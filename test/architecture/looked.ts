import { unrecorded } from '../../src/server/vault/looked.ts'
import { type Finding, lineFinder, type SourceFile } from './source-file.ts'

/** How words are opened in one file: after a read record, or for a named reason without one. */
export type Opening = 'look' | (typeof unrecorded)[number]

const opens = /\b(openPart|openFile|openOf|openWords|openedTexts|openTexts)\(/
const reason = new RegExp(`'(${unrecorded.join('|')})'`, 'g')

/**
 * Every file of the server that opens sealed words, held against the list of files that may and how (domain §4 rule 8).
 * Whoever adds a page that opens words finds it here: the type of `openPart` asks for a record or a reason, and this for
 * the line that says which of the two it is.
 */
export function checkOpenings(
  files: readonly SourceFile[],
  known: Readonly<Record<string, readonly Opening[]>>,
): { readonly openers: number; readonly findings: readonly Finding[] } {
  const ours = files.filter(({ path }) => path.startsWith('src/server/') && !/\.test\.ts$|\.fixture\.ts$/.test(path))
  const openers = ours.filter(({ code }) => opens.test(code))
  const findings: Finding[] = []
  for (const { path, code } of openers) {
    const how = [
      ...(/\blook\(/.test(code) ? ['look'] : []),
      ...[...code.matchAll(reason)].map((match) => match[1] ?? ''),
    ]
    const listed = known[path] ?? []
    const line = lineFinder(code)(code.search(opens))
    for (const each of new Set(how))
      if (!listed.includes(each as Opening)) findings.push({ path, line, what: `opens sealed words by ${each}` })
    for (const each of listed)
      if (!how.includes(each)) findings.push({ path, line, what: `no longer opens sealed words by ${each}` })
    if (how.length === 0 && known[path] === undefined) findings.push({ path, line, what: 'opens sealed words' })
  }
  const gone = Object.keys(known).filter((each) => !openers.some(({ path }) => path === each))
  findings.push(...gone.map((path) => ({ path, line: 1, what: 'opens no sealed words any more' })))
  for (const { path, code } of ours)
    for (const [what, may] of makers)
      if (code.includes(what) && !may.includes(path))
        findings.push({ path, line: lineFinder(code)(code.indexOf(what)), what: `holds ${what}` })
  return { openers: openers.length, findings }
}

/** Who may make the proof of a read record, and who may open a row past `openPart`. */
const makers: readonly (readonly [string, readonly string[]])[] = [
  ['new Looked(', ['src/server/command/look.ts', 'src/server/command/opened.ts']],
  // What `ledger verify` opens is held against its commitment and forgotten.
  [' openContent(', ['src/server/vault/content.ts', 'src/server/ledger/verify-content.ts']],
]
