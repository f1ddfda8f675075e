import type { PoolClient } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import { realmOfId } from '../../domain/id.ts'
import { mayTrain } from '../../domain/training/may.ts'
import type { ViewAnswer } from '../../protocol/view.ts'
import { Fault } from '../fault.ts'
import { ownUnit, trainingVerbs, unitColumn } from './training-papers.ts'

type Staff = Extract<Actor, { kind: 'staff' }>
type ClassRow = ViewAnswer<'classes'>['rows'][number]
type Learner = NonNullable<ViewAnswer<'class'>['class']['learners']>[number]

const columns = `c.id, c.realm, c.path, ${unitColumn}, c.title, c.tags, c.plan, c.place as venue, c.seats, c.enrolled, c.status,
  c.exam, c.course_hours::float8 as "courseHours", to_char(c.first_on, 'YYYY-MM-DD') as "firstOn",
  to_char(c.last_on, 'YYYY-MM-DD') as "lastOn"`
const pageSize = 50

/** A page of classes of the own unit and those above it, the latest first [training_class_unit]. */
export async function classesFor(
  client: PoolClient,
  actor: Staff,
  { after, plan }: { readonly after?: string | undefined; readonly plan?: string | undefined },
): Promise<ViewAnswer<'classes'>> {
  const { path } = await ownUnit(client, actor)
  const [on, id] = cursorOf(after)
  const { rows } = await client.query<ClassRow & { path: number[] }>({
    name: 'training-classes',
    text: `select ${columns} from training_class c join unit u on u.id = c.unit
      where c.unit = any ($1) and (c.first_on, c.id) < ($2, $3) and ($5::uuid is null or c.plan = $5)
      order by c.first_on desc, c.id desc limit $4`,
    values: [path, on, id, pageSize + 1, plan ?? null],
  })
  const page = rows.slice(0, pageSize).map(({ path: _, ...row }) => row)
  const last = page.at(-1)
  return { rows: page, after: rows.length > pageSize && last ? `${last.firstOn}~${last.id}` : null }
}

/**
 * One class. The whole list is for who keeps it at the unit of the class; who enrols elsewhere sees the own people on it;
 * to everybody else it is null. By name, never by hours [training_learner_pkey].
 */
export async function classPage(
  client: PoolClient,
  actor: Staff,
  id: string,
  partTimeDays: number,
): Promise<ViewAnswer<'class'>['class'] & { readonly trainerContent: string | null }> {
  const { path: above } = await ownUnit(client, actor)
  const { rows } = await client.query({
    name: 'training-class',
    text: `select ${columns}, c.sessions, a.name as "trainerName", c.trainer as "trainerContent"
      from training_class c join unit u on u.id = c.unit
        left join post o on o.id = c.trainer_post left join account a on a.id = o.account
      where c.realm = $1 and c.id = $2`,
    values: [realmOfId(id), id],
  })
  const { path, trainerName, ...found } = rows[0] ?? {}
  if (!path || mayTrain(actor, 'training.read', path, above) !== 'yes')
    throw new Fault(404, 'not-found', { field: 'class' })
  const all = mayTrain(actor, 'training.read.list', path) === 'yes'
  const some = all || mayTrain(actor, 'class.enrol', path, above) === 'yes'
  const learners = some ? await learnersOf(client, actor, id, partTimeDays) : null
  const open = found.status === 'planned'
  return {
    ...found,
    trainer: trainerName,
    learners: learners?.filter(({ seat }) => all || enrols(actor, seat)).map(({ seat: _, ...row }) => row) ?? null,
    verbs: open ? trainingVerbs(actor, 'class', path, above).filter((verb) => verb !== 'class.plan') : [],
  }
}

function enrols(actor: Staff, seat: readonly number[]): boolean {
  return mayTrain(actor, 'class.enrol.person', seat) === 'yes'
}

async function learnersOf(
  client: PoolClient,
  actor: Staff,
  id: string,
  partTimeDays: number,
): Promise<(Learner & { seat: number[] })[]> {
  const { rows } = await client.query({
    name: 'training-learners',
    text: `select l.account, a.name, l.full_time as "fullTime", l.seat, l.passed, l.completed,
        case when u.id is null then null else json_build_object('id', u.id, 'name', u.name, 'level', u.level) end as unit,
        not l.full_time and exists (
          select from training_learner o join training_class c on c.realm = o.realm and c.id = o.class and c.status <> 'cancelled',
            lateral jsonb_array_elements(c.sessions) s
          where o.account = l.account group by left(s ->> 'on', 7) having count(distinct s ->> 'on') > $3) as overloaded,
        coalesce((select json_agg(json_build_object('session', h.entry, 'hours', h.hours::float8) order by h.entry)
          from training_hours h where h.realm = l.realm and h.stream = l.class and h.account = l.account), '[]') as marks
      from training_learner l join account a on a.id = l.account left join unit u on u.id = l.seat[1]
      where l.realm = $1 and l.class = $2 and ($4 = any (l.path) or $4 = any (l.seat))
      order by a.name collate "C", l.account`,
    values: [realmOfId(id), id, partTimeDays, actor.unit],
  })
  return rows
}

function cursorOf(after: string | undefined): readonly [string, string] {
  if (after === undefined) return ['9999-12-31', 'ffffffff-ffff-ffff-ffff-ffffffffffff']
  const [on, id] = /^(\d{4}-\d\d-\d\d)~([0-9a-f-]{36})$/.exec(after)?.slice(1) ?? []
  if (!on || !id) throw new Fault(400, 'field.invalid', { field: 'after', detail: 'after: is no cursor of this list' })
  return [on, id]
}
