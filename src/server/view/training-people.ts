import type { PoolClient } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import { mayTrain } from '../../domain/training/may.ts'
import { countedSeat, type Seat } from '../../domain/training/seat.ts'
import type { ViewAnswer } from '../../protocol/view.ts'

type Row = ViewAnswer<'training-people'>['rows'][number]

/** People by name whom the asker may enrol: of the own union, or of everything below it, as the table of grants says. */
export async function findPeople(
  client: PoolClient,
  actor: Extract<Actor, { kind: 'staff' }>,
  text: string,
): Promise<ViewAnswer<'training-people'>> {
  const { rows } = await client.query<Seat & Pick<Row, 'account' | 'name' | 'unit'>>({
    name: 'training-people',
    text: `select a.id as account, a.name, o.id as post, u.ancestors as path, u.level, o.full_time as "fullTime",
        json_build_object('id', u.id, 'name', u.name, 'level', u.level) as unit
      from account a join post o on o.account = a.id and o.valid_to is null join unit u on u.id = o.unit
      where position($1 in a.name) > 0 and $2 = any (u.ancestors) order by a.name collate "C", a.id, o.id limit 200`,
    values: [text, actor.unit],
  })
  const mine = rows.filter(({ path }) => mayTrain(actor, 'class.enrol.person', path) === 'yes')
  const people = [...Map.groupBy(mine, ({ account }) => account).values()].slice(0, 20)
  return {
    rows: people.flatMap((seats) => {
      const seat = countedSeat(seats)
      const row = seats.find(({ post }) => post === seat?.post)
      return row ? [{ account: row.account, name: row.name, unit: row.unit, fullTime: row.fullTime }] : []
    }),
  }
}
