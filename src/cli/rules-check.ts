import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { readDemoAccounts } from '../server/account/demo-accounts.ts'
import { readSignInRules } from '../server/account/sign-in-rules.ts'
import { systemClock } from '../server/clock.ts'
import { readSendingRules } from '../server/notice/sending-rules.ts'
import { checkRules, loadRuleSet, SHIPPED_RULES } from '../server/rules/load.ts'
import { RulesError, type RulesFinding } from '../server/rules/rules-file.ts'
import { readReceiptRules } from '../server/vault/receipt-rules.ts'
import { type Verb, VerbFailure } from './verb.ts'

/** Files that have a reader of their own: they are no part of what a federation dates. */
const others = {
  'session.yaml': readSignInRules,
  'receipt.yaml': readReceiptRules,
  'sending.yaml': readSendingRules,
  'demo-accounts.yaml': readDemoAccounts,
} as const

/** `zhagen rules check [FOLDER]`: everything that would stop a start, by file and line. */
export const verb: Verb = {
  name: 'rules check',
  summary: 'check a folder of rules, and name everything that is wrong by file and line',
  usage: 'rules check [FOLDER]',
  options: {},
  positionals: { min: 0, max: 1 },
  about: [
    'FOLDER is laid out like rules/ (docs/operate/rules.md); without it the shipped rules are checked. Each finding is one',
    'line, FILE:LINE: what is wrong; what to do. Forms are checked first, what files say about one another once all forms',
    'hold. Exit code 0: nothing found; 1: something was, and a start with these rules would be refused.',
    'With --json: {ok, findings: [{file, line, problem}], editions: [{on, version}], provisionalYears}.',
  ].join('\n'),
  async run({ positionals: [given], print }) {
    const dir = given ?? SHIPPED_RULES
    if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) throw new VerbFailure(`${dir} is not a folder`)
    const now = systemClock.now().getTime()
    const findings = [...checkRules(dir, now), ...otherFindings(dir)]
    const shown = (file: string) => path.join(given ?? (path.relative('', SHIPPED_RULES) || '.'), file)
    if (findings.length > 0) {
      const lines = findings.map(({ file, line, problem }) => `${shown(file)}:${line}: ${problem}`)
      print({ ok: false, findings, editions: [], provisionalYears: [] }, lines.join('\n'))
      return 1
    }
    const { first, editions } = loadRuleSet(dir, now)
    const all = [{ on: null, rules: first }, ...editions]
    const latest = all.at(-1)?.rules ?? first
    const provisional = Object.keys(latest.calendar.years).filter(
      (year) => latest.calendar.years[year] === 'provisional',
    )
    print(
      {
        ok: true,
        findings,
        editions: all.map(({ on, rules }) => ({ on, version: rules.version })),
        provisionalYears: provisional.map(Number),
      },
      [
        `${shown('')}: nothing found`,
        ...all.map(({ on, rules }) => `  ${on === null ? 'from the beginning' : `from ${on} on`}: ${rules.version}`),
        ...(provisional.length > 0 ? [`  provisional until a notice is loaded: ${provisional.join(', ')}`] : []),
      ].join('\n'),
    )
    return 0
  },
}

function otherFindings(dir: string): readonly RulesFinding[] {
  const findings: RulesFinding[] = []
  for (const [name, read] of Object.entries(others)) {
    if (!statSync(path.join(dir, name), { throwIfNoEntry: false })) {
      findings.push({ file: name, line: 1, problem: 'cannot be read (ENOENT); put the file there' })
      continue
    }
    try {
      read(dir)
    } catch (error) {
      if (!(error instanceof RulesError)) throw error
      findings.push({ file: error.file, line: error.line, problem: error.problem })
    }
  }
  // A misspelt name would change nothing and say nothing.
  const known = [...readdirSync(SHIPPED_RULES), 'editions']
  for (const name of readdirSync(dir)) {
    if (!known.includes(name))
      findings.push({ file: name, line: 1, problem: 'is no file of the rules; correct its name or take it out' })
  }
  return findings
}
