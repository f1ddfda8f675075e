import { type Finding, lineFinder } from './source-file.ts'

export interface MigrationReport {
  readonly tables: number
  readonly findings: readonly Finding[]
}

/**
 * A migration explains itself: a first line that says whether the version before can still run, a second that says
 * why, a comment on every table it creates, and numbers without gaps.
 */
export function checkMigrations(files: readonly { path: string; text: string }[]): MigrationReport {
  const findings: Finding[] = []
  let tables = 0
  for (const [index, { path: file, text }] of files.entries()) {
    const [first = '', second = ''] = text.split('\n')
    if (!/^-- breaking: (yes|no)$/.test(first))
      findings.push({ path: file, line: 1, what: 'does not begin with -- breaking: yes or no' })
    if (!/^-- \S+ \S+/.test(second)) findings.push({ path: file, line: 2, what: 'does not say why' })
    if (!file.includes(`/${String(index + 1).padStart(4, '0')}_`))
      findings.push({ path: file, line: 1, what: `is not number ${index + 1}` })
    const lineAt = lineFinder(text)
    for (const match of text.matchAll(/^create table (?:if not exists )?([a-z_.]+)/gm)) {
      tables += 1
      if (!new RegExp(`^comment on table ${match[1]} is '`, 'm').test(text)) {
        findings.push({ path: file, line: lineAt(match.index), what: `creates ${match[1]} without a comment` })
      }
    }
    for (const match of text.matchAll(/^alter table (\S+)\s+add column (?:if not exists )?(\w+)/gm)) {
      if (!text.includes(`comment on column ${match[1]}.${match[2]} is '`)) {
        findings.push({ path: file, line: lineAt(match.index), what: `adds ${match[1]}.${match[2]} without a comment` })
      }
    }
  }
  return { tables, findings }
}
