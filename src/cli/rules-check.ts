import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { systemClock } from '../server/clock.ts'
import { checkRules, loadRuleSet, SHIPPED_RULES } from '../server/rules/load.ts'
import { RulesError, type RulesFinding } from '../server/rules/rules-document.ts'
import type { RulesFolders } from '../server/rules/rules-folders.ts'
import { otherRules } from './other-rules.ts'
import { type Verb, VerbFailure } from './verb.ts'

/** `zhagen rules check [FOLDER]`: everything that would stop a start, by file and line. */
export const verb: Verb = {
  name: 'rules check',
  summary: 'check a folder of rules, and name everything that is wrong by file and line',
  usage: 'rules check [FOLDER]',
  options: {},
  positionals: { min: 0, max: 1 },
  about: [
    'FOLDER holds every file of rules/ (docs/operate/rules.md). Without it what a start would use is checked: the shipped',
    'rules, and over them the own ones of the folder ZHAGEN_RULES where that is set. Each finding is one line,',
    ' FILE:LINE: what is wrong; what to do. Forms are checked first, what files say about one another once all forms hold.',
    ' Exit code 0: nothing found; 1: something was, and a start with these rules would be refused.',
    'With --json: {ok, own, findings: [{own, file, line, problem}], editions: [{on, version}], provisionalYears}.',
  ].join('\n'),
  async run({ positionals: [given], print, config }) {
    const folders = given === undefined ? config().rules : { whole: given }
    if (!statSync(folders.whole, { throwIfNoEntry: false })?.isDirectory())
      throw new VerbFailure(`${folders.whole} is not a folder`)
    const own = folders.own ?? null
    const now = systemClock.now().getTime()
    const findings = [
      ...checkRules(folders, now),
      ...otherFindings(folders),
      ...(given === undefined ? [] : strangersIn(given)),
    ]
    const shipped = path.relative('', SHIPPED_RULES.whole) || '.'
    const shown = (file: string, mine: string | null) => path.join(mine ?? given ?? shipped, file)
    if (findings.length > 0) {
      const lines = findings.map(({ file, line, problem, own: mine }) => `${shown(file, mine)}:${line}: ${problem}`)
      print({ ok: false, own, findings, editions: [], provisionalYears: [] }, lines.join('\n'))
      return 1
    }
    const { first, editions } = loadRuleSet(folders, now)
    const all = [{ on: null, rules: first }, ...editions]
    const latest = all.at(-1)?.rules ?? first
    const provisional = Object.keys(latest.calendar.years).filter(
      (year) => latest.calendar.years[year] === 'provisional',
    )
    print(
      {
        ok: true,
        own,
        findings,
        editions: all.map(({ on, rules }) => ({ on, version: rules.version })),
        provisionalYears: provisional.map(Number),
      },
      [
        `${shown('', null)}${own === null ? '' : ` with ${own} over it`}: nothing found`,
        ...all.map(({ on, rules }) => `  ${on === null ? 'from the beginning' : `from ${on} on`}: ${rules.version}`),
        ...(provisional.length > 0 ? [`  provisional until a notice is loaded: ${provisional.join(', ')}`] : []),
      ].join('\n'),
    )
    return 0
  },
}

function otherFindings(folders: RulesFolders): readonly RulesFinding[] {
  const findings: RulesFinding[] = []
  for (const [name, { read }] of Object.entries(otherRules)) {
    if (!statSync(path.join(folders.whole, name), { throwIfNoEntry: false })) {
      findings.push({ own: null, file: name, line: 1, problem: 'cannot be read (ENOENT); put the file there' })
      continue
    }
    try {
      read(folders)
    } catch (error) {
      if (!(error instanceof RulesError)) throw error
      findings.push(error.finding)
    }
  }
  return findings
}

/** A misspelt name would change nothing and say nothing. */
function strangersIn(dir: string): readonly RulesFinding[] {
  const known = [...readdirSync(SHIPPED_RULES.whole), 'editions']
  const problem = 'is no file of the rules; correct its name or take it out'
  const strangers = readdirSync(dir).filter((name) => !known.includes(name))
  return strangers.map((file) => ({ own: null, file, line: 1, problem }))
}
