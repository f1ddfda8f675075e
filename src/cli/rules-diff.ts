import { statSync } from 'node:fs'
import path from 'node:path'
import { diffEntries, diffRules } from '../server/rules/diff.ts'
import { flat } from '../server/rules/diff-entries.ts'
import { loadRuleSet, SHIPPED_RULES } from '../server/rules/load.ts'
import type { RulesFolders } from '../server/rules/rules-folders.ts'
import { otherRules } from './other-rules.ts'
import { UsageError, type Verb, type VerbContext, VerbFailure } from './verb.ts'

/** `zhagen rules diff [[A] B]`: what two sets of rules say differently, in words. */
export const verb: Verb = {
  name: 'rules diff',
  summary: 'say in words what changes from one folder of rules to another',
  usage: 'rules diff [[A] B]',
  options: {},
  positionals: { min: 0, max: 2 },
  about: [
    'A and B are folders that hold every file of rules/ (docs/operate/rules.md); with one folder the shipped rules are A.',
    'Without any, what the own folder ZHAGEN_RULES makes of the shipped rules. One line for each topic, limit, reason, text,',
    'date and other rule that differs, "before → after". What a dated edition changes is told with its day, once. Both sides',
    'must hold; zhagen rules check says why one does not. Exit code 0, changes or none.',
    'With --json: {versions: {before, after}, changes: [{from, change, part, key, field, before, after, line}]}.',
  ].join('\n'),
  async run(context) {
    const [a, b] = sides(context)
    const before = loadRuleSet(a)
    const after = loadRuleSet(b)
    const changes = [...diffRules(before, after), ...otherChanges(a, b)]
    context.print(
      { versions: { before: before.first.version, after: after.first.version }, changes },
      changes.length === 0 ? 'nothing differs' : changes.map(({ line }) => line).join('\n'),
    )
    return 0
  },
}

function sides({ positionals, config }: VerbContext): readonly [RulesFolders, RulesFolders] {
  for (const dir of positionals) {
    if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) throw new VerbFailure(`${dir} is not a folder`)
  }
  const [a, b] = positionals
  if (a !== undefined) return b === undefined ? [SHIPPED_RULES, { whole: a }] : [{ whole: a }, { whole: b }]
  const { rules } = config()
  if (rules.own === undefined) throw new UsageError('rules diff: name a folder, or set ZHAGEN_RULES to your own')
  return [SHIPPED_RULES, rules]
}

/** Of files with a reader of their own, where both sides have them. */
function otherChanges(a: RulesFolders, b: RulesFolders) {
  const both = Object.entries(otherRules).filter(([name]) =>
    [a, b].every(({ whole }) => statSync(path.join(whole, name), { throwIfNoEntry: false })),
  )
  return both.flatMap(([, { part, read }]) => diffEntries(flat(part, read(a)), flat(part, read(b)), null))
}
