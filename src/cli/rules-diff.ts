import { statSync } from 'node:fs'
import { diffRules } from '../server/rules/diff.ts'
import { loadRuleSet, SHIPPED_RULES } from '../server/rules/load.ts'
import { type Verb, VerbFailure } from './verb.ts'

/** `zhagen rules diff [A] B`: what two folders of rules say differently, in words. */
export const verb: Verb = {
  name: 'rules diff',
  summary: 'say in words what changes from one folder of rules to another',
  usage: 'rules diff [A] B',
  options: {},
  positionals: { min: 1, max: 2 },
  about: [
    'A and B are folders laid out like rules/ (docs/operate/rules.md); with one folder the shipped rules are A. One line for',
    'each topic, limit, reason, text, date and other rule that differs, "before → after". What a dated edition changes is told',
    'with its day, once. Both folders must hold; zhagen rules check says why one does not. Exit code 0, changes or none.',
    'With --json: {versions: {before, after}, changes: [{from, change, part, key, field, before, after, line}]}.',
  ].join('\n'),
  async run({ positionals, print }) {
    const [a = '', b = ''] = positionals.length === 1 ? [SHIPPED_RULES, ...positionals] : positionals
    for (const dir of [a, b]) {
      if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) throw new VerbFailure(`${dir} is not a folder`)
    }
    const before = loadRuleSet(a)
    const after = loadRuleSet(b)
    const changes = diffRules(before, after)
    print(
      { versions: { before: before.first.version, after: after.first.version }, changes },
      changes.length === 0 ? 'nothing differs' : changes.map(({ line }) => line).join('\n'),
    )
    return 0
  },
}
