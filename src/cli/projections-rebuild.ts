import { nouns } from '../server/command/nouns.ts'
import { rebuildProjections } from '../server/projection/rebuild.ts'
import { interruptible } from './interrupt.ts'
import { realmOption } from './realm-option.ts'
import type { Verb } from './verb.ts'
import { withDatabase } from './with-database.ts'

/** `zhagen projections rebuild`: computes again what screens read, from the events. */
export const verb: Verb = {
  name: 'projections rebuild',
  summary: 'compute again what the screens read, from the events of the ledger',
  usage: 'projections rebuild',
  options: { realm: { type: 'string', value: 'N', help: 'one realm only (the first four digits of a region)' } },
  about: [
    'Each realm is built aside and put in place in one transaction: the server may go on working, and readers see the old',
    'rows or the new ones, never half. Interrupted, it leaves the finished realms rebuilt and the others as they were.',
  ].join('\n'),
  async run(context) {
    const realm = realmOption(context)
    const realms = await interruptible(
      'projections rebuild',
      'finished realms are rebuilt, the others are as they were',
      (signal) =>
        withDatabase({ config: context.config(), verb: 'projections rebuild', say: context.say }, ({ db }) =>
          rebuildProjections(db.owner, { folds: nouns, realm, signal, onProgress: context.say }),
        ),
    )
    const total = (key: 'streams' | 'events' | 'rows') => realms.reduce((sum, each) => sum + each[key], 0)
    context.print(
      { realms },
      `rebuilt: ${total('rows')} rows from ${total('events')} events of ${total('streams')} streams in ${realms.length} realms`,
    )
  },
}
