import { type Finding, show } from './source-file.ts'

const MAX_SHOWN = 20

/** Fails with the findings themselves in the first line, which is the one `npm test` repeats at its end. */
export function expectNone(findings: readonly Finding[]): void {
  if (findings.length === 0) return
  const more = findings.length > MAX_SHOWN ? ` · … ${findings.length - MAX_SHOWN} more` : ''
  throw new Error(`${show(findings).slice(0, MAX_SHOWN).join(' · ')}${more}`)
}
