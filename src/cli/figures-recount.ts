import { countAnew, recount } from '../server/figure/recount.ts'
import { interruptible } from './interrupt.ts'
import type { Verb } from './verb.ts'
import { withDatabase } from './with-database.ts'

/** `zhagen figures recount`: counts the ledger again and holds every figure against it. */
export const verb: Verb = {
  name: 'figures recount',
  summary: 'count the whole ledger again and compare every figure with it',
  usage: 'figures recount',
  options: { anew: { type: 'boolean', help: 'forget all figures; the server counts them anew as it runs' } },
  about: [
    'Reads one snapshot, so the server may go on working; events that the figures have not followed yet are left out and',
    'named. Exit code 0: every row, sum and day is what the ledger gives; 1: differences, the first hundred of them.',
  ].join('\n'),
  async run(context) {
    const config = context.config()
    if (context.flag('anew')) {
      await withDatabase({ config, verb: 'figures recount', say: context.say }, ({ db }) => countAnew(db.owner))
      context.print({ forgotten: true }, 'all figures are forgotten; the running server counts them anew')
      return 0
    }
    const recounted = await interruptible(
      'figures recount',
      'not everything was counted, nothing was changed',
      (signal) =>
        withDatabase({ config, verb: 'figures recount', say: context.say }, ({ db }) =>
          recount(db.owner, { signal, onProgress: context.say }),
        ),
    )
    const { streams, rows, behind, differences } = recounted
    const lines = [
      `counted: ${rows} counts of ${streams} streams; ${behind} events not followed yet`,
      ...differences.map((one) =>
        one.of === 'tally' || one.of === 'stood'
          ? `differs: stream ${one.stream}, ${one.measure}${one.of === 'stood' ? ' on a day gone by' : ''}`
          : one.of === 'move'
            ? `differs: union ${one.unit}, ${one.measure}, ${one.month.slice(0, 7)}: what moved on ${one.day}`
            : `differs: union ${one.unit}, ${one.measure}${one.cut && ` (${one.cut})`}, ${one.month}: ${one.there} there, ${one.counted} counted`,
      ),
    ]
    context.print(recounted, lines.join('\n'))
    return differences.length === 0 ? 0 : 1
  },
}
