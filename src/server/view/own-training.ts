import type { PoolClient } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import { countedSeat, groupOf, type PlanGroup, type Seat } from '../../domain/training/seat.ts'
import type { ViewAnswer } from '../../protocol/view.ts'
import { unitColumn } from './training-papers.ts'

type Plan = ViewAnswer<'own-training'>['plans'][number]

/** The asker's own record and nobody else's [training_hours_account, training_learner_account, training_pass_account]. */
export async function ownTraining(
  client: PoolClient,
  { account }: Extract<Actor, { kind: 'staff' }>,
): Promise<ViewAnswer<'own-training'>> {
  const who = await client.query<{ name: string }>('select name from account where id = $1', [account])
  const classes = await client.query({
    name: 'own-classes',
    text: `select c.id, c.title, ${unitColumn}, c.place as venue, c.status, c.sessions,
        coalesce((select json_agg(json_build_object('session', h.entry, 'hours', h.hours::float8) order by h.entry)
          from training_hours h where h.realm = c.realm and h.stream = c.id and h.account = l.account), '[]') as marks
      from training_learner l join training_class c on c.realm = l.realm and c.id = l.class join unit u on u.id = c.unit
      where l.account = $1 order by c.first_on desc, c.id desc limit 100`,
    values: [account],
  })
  const passed = await client.query({
    name: 'own-passed',
    text: `select p.stream as id, p.title, to_char(p.on_day, 'YYYY-MM-DD') as on, p.hours::float8 as hours, p.tags, ${unitColumn}
      from training_pass p join unit u on u.id = p.unit where p.account = $1 order by p.on_day desc, p.stream limit 100`,
    values: [account],
  })
  return {
    name: who.rows[0]?.name ?? '',
    ...{ plans: await ownPlans(client, account), classes: classes.rows, passed: passed.rows },
  }
}

/** Hours by plan, beside what the plan asks of the post the person is counted by; null where it asks nothing. */
async function ownPlans(client: PoolClient, account: string): Promise<Plan[]> {
  const held = await client.query<Seat>(
    `select o.id as post, u.ancestors as path, u.level, o.full_time as "fullTime"
     from post o join unit u on u.id = o.unit where o.account = $1 and o.valid_to is null order by o.id`,
    [account],
  )
  const { rows } = await client.query<Omit<Plan, 'needed'> & { unit: number; groups: PlanGroup[]; open: boolean }>({
    name: 'own-plans',
    text: `select p.id, p.unit, p.title, to_char(p.from_on, 'YYYY-MM-DD') as "fromOn", to_char(p.to_on, 'YYYY-MM-DD') as "toOn",
        p.groups, p.closed_on is null as open, coalesce(sum(h.hours), 0)::float8 as hours
      from training_plan p left join training_hours h on h.plan = p.id and h.account = $1
      where p.unit = any ($2) or h.account is not null group by p.realm, p.id order by p.from_on desc, p.id`,
    values: [account, held.rows.flatMap(({ path }) => path)],
  })
  return rows
    .map(({ unit, groups, open, ...plan }) => {
      const seat = countedSeat(held.rows.filter(({ path }) => path.includes(unit)))
      return { plan, open, needed: (seat && groupOf(groups, seat)?.hours) ?? null }
    })
    .filter(({ plan, open, needed }) => plan.hours > 0 || (open && needed !== null))
    .map(({ plan, needed }) => ({ ...plan, needed }))
}
