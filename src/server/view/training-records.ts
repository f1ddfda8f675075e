import type { PoolClient } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import { mayTrain } from '../../domain/training/may.ts'
import type { ViewAnswer } from '../../protocol/view.ts'
import { ownUnit } from './training-papers.ts'

/**
 * What the own union vouched for, newest first, to be looked at again and taken back [training_pass_account]. Each is one
 * thing one person learnt: nothing is added up, and classes are not among them.
 */
export async function recordsOf(
  client: PoolClient,
  actor: Extract<Actor, { kind: 'staff' }>,
): Promise<ViewAnswer<'training-records'>> {
  const { path } = await ownUnit(client, actor)
  if (mayTrain(actor, 'training.record', path) !== 'yes') return { rows: [] }
  const { rows } = await client.query({
    name: 'training-records',
    text: `select p.stream as id, p.realm, a.name, p.title, to_char(p.on_day, 'YYYY-MM-DD') as on, p.hours::float8 as hours, p.tags
      from training_pass p join account a on a.id = p.account
      where p.unit = $1 and not exists (select from training_class c where c.realm = p.realm and c.id = p.stream)
      order by p.on_day desc, p.stream desc limit 50`,
    values: [actor.unit],
  })
  const verbs = mayTrain(actor, 'training.take-back', path) === 'yes' ? ['training.take-back'] : []
  return { rows: rows.map((row) => ({ ...row, verbs })) }
}
