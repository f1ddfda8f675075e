import type { Pool } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import { findNamed, type Rules } from '../../domain/rules.ts'
import type { ViewAnswer } from '../../protocol/view.ts'
import { Fault } from '../fault.ts'
import { reading } from './scope.ts'

/** What the holder of a slip sees: no more of the deed than they know, and their own word. */
export async function deedSlip(
  reader: Pool,
  actor: Extract<Actor, { kind: 'claimant' }>,
  rules: Rules,
): Promise<ViewAnswer<'deed-slip'>> {
  const { slip } = actor
  // Whoever comes with the receipt of a demand holds no slip.
  if (!slip) throw new Fault(404, 'not-found')
  return reading(reader, actor, async (client) => {
    const { rows } = await client.query<{ unit: string; deed: string; done_on: string | null }>(
      'select u.name as unit, d.deed, d.done_on::text as done_on from deed d join unit u on u.id = d.unit where d.id = $1',
      [actor.demand],
    )
    const deed = rows[0]
    if (!deed) throw new Fault(404, 'not-found')
    const word = await client.query<{ useful: 'yes' | 'partly' | 'no' }>(
      `select body ->> 'useful' as useful from event
       where stream = $1 and kind = $2 and (body ->> 'slip')::integer = $3 order by version desc limit 1`,
      [actor.demand, slip.side === 'workers' ? 'DeedSaid' : 'EnterpriseSaid', slip.n],
    )
    const kind = findNamed(rules.deeds, deed.deed)
    return {
      deedId: actor.demand,
      unit: deed.unit,
      deed: { code: deed.deed, zh: kind?.name.zh ?? deed.deed, en: kind?.name.en ?? deed.deed },
      doneOn: deed.done_on,
      side: slip.side,
      said: word.rows[0]?.useful ?? null,
    }
  })
}
