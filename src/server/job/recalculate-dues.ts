import { randomBytes } from 'node:crypto'
import { makeId } from '../../domain/id.ts'
import { type RuleSet, rulesAt } from '../../domain/rules.ts'
import { timesOf } from '../../domain/times-of.ts'
import type { ClockContext } from './clock-runner.ts'

/** Enough for full batches, little to hold. */
const batch = 512

/**
 * Counts dues again that were counted through a year without an official calendar, once that year has one: by an event,
 * so that the worker sees what moved and why (domain §2.6). What is still provisional is left alone. Interrupted, it goes
 * on with the next start: the mark goes with the event.
 * @returns how many dues were counted again
 */
export async function recalculateDues(context: ClockContext & { readonly ruleSet: RuleSet }): Promise<number> {
  const now = context.clock.now()
  const { limits, calendar } = rulesAt(context.ruleSet, now.getTime())
  const times = timesOf(limits, calendar)
  let counted = 0
  for (let after = { realm: 0, id: '00000000-0000-0000-0000-000000000000' }; ; ) {
    const { rows } = await context.db.writer.query(
      `select realm, id, due_at, submitted_at from demand
       where provisional and (realm, id) > ($1, $2) order by realm, id limit $3`,
      [after.realm, after.id, batch],
    )
    const last = rows.at(-1)
    if (!last) return counted
    after = { realm: last.realm, id: last.id }
    const official = rows.filter(
      ({ due_at, submitted_at }) => due_at && !times.provisional(due_at.toISOString(), submitted_at.toISOString()),
    )
    const outcomes = await Promise.all(
      official.map(({ realm, id }) => {
        const command = makeId(realm, now.getTime(), randomBytes(8))
        const body = { demand: id }
        return context.pipeline.submit({ kind: 'system' }, { id: command, kind: 'demand.recalculate', body })
      }),
    )
    counted += outcomes.filter(({ outcome }) => 'accepted' in outcome).length
  }
}
