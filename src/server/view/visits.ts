import type { PoolClient } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import { mayOnVisit, visitVerbs } from '../../domain/visit/may.ts'
import type { ViewAnswer, ViewParams } from '../../protocol/view.ts'
import type { VisitRow } from '../../protocol/visit-view.ts'
import { Fault } from '../fault.ts'
import { territoryOf } from './territory.ts'

type Staff = Extract<Actor, { kind: 'staff' }>
const pageSize = 50

/** Columns of a visit row; names and holders are joined by their keys. */
export const visitColumns = `v.id, v.unit, u.name as unit_name, v.path, v.status, v.visited_on, v.kind, v.place, pl.name as place_name,
  v.employer, e.name as employer_name, v.region, v.plan_post, a.name as plan_holder, v.recorded_by, v.team, v.met,
  jsonb_array_length(v.opinions) as opinions, jsonb_array_length(v.explanations) as explanations,
  jsonb_array_length(v.deeds) as deeds`
/** Joins of `visitColumns`. The place may be another union's: its name is then not shown. */
export const visitJoins = `join unit u on u.id = v.unit left join place pl on pl.id = v.place
  left join employer e on e.id = v.employer left join post p on p.id = v.plan_post left join account a on a.id = p.account`

/** A row of `visitColumns`. */
export type VisitColumns = {
  readonly id: string
  readonly unit: number
  readonly unit_name: string
  readonly path: readonly number[]
  readonly status: VisitRow['status']
  readonly visited_on: string
  readonly kind: string | null
  readonly place: string | null
  readonly place_name: string | null
  readonly employer: number | null
  readonly employer_name: string | null
  readonly region: string | null
  readonly plan_post: number | null
  readonly plan_holder: string | null
  readonly recorded_by: number | null
  readonly team: readonly number[]
  readonly met: number
  readonly opinions: number
  readonly explanations: number
  readonly deeds: number
}

/** A row as it is shown; `posts`: every post the asker holds or held. */
export function visitRow(row: VisitColumns, actor: Staff, posts: readonly number[]): VisitRow {
  const went = [...row.team, row.recorded_by, row.plan_post]
  const verbs = visitVerbs(actor, row.path)
  const planned = row.status === 'planned'
  const recorded = row.status === 'recorded' && row.recorded_by !== null && posts.includes(row.recorded_by)
  return {
    id: row.id,
    unit: { id: row.unit, name: row.unit_name },
    status: row.status,
    on: row.visited_on,
    kind: row.kind,
    place: row.place === null ? null : { id: row.place, name: row.place_name ?? '' },
    employer: row.employer === null ? null : { id: row.employer, name: row.employer_name ?? '' },
    region: row.region,
    post: row.plan_post === null ? null : { post: row.plan_post, holder: row.plan_holder },
    ...{ met: row.met, opinions: row.opinions, explanations: row.explanations, deeds: row.deeds },
    mine: posts.some((post) => went.includes(post)),
    verbs: verbs.filter((verb) => (planned && /drop|record/.test(verb)) || (recorded && verb === 'visit.correct')),
  }
}

/** Every post the asker holds or held [post_account]. */
export async function postsHeld(client: PoolClient, { account }: Staff): Promise<number[]> {
  const { rows } = await client.query('select id from post where account = $1', [account])
  return rows.map(({ id }) => id)
}

/** Whoever may not read visits of a union is told so; a union out of reach reads as not there. */
export async function readable(client: PoolClient, actor: Staff, unit: number) {
  const territory = await territoryOf(client, unit)
  const answer = mayOnVisit(actor, 'visit.read', territory.path)
  if (answer === 'no') throw new Fault(403, 'not-allowed')
  if (answer === 'hidden') throw new Fault(404, 'not-found', { field: 'unit' })
  return territory
}

/** Visits paid by a union and those below it, newest first [visit_reach_list]. */
export async function findVisits(
  client: PoolClient,
  actor: Staff,
  asked: ViewParams<'visits'>,
): Promise<ViewAnswer<'visits'>> {
  const unit = await readable(client, actor, Number(asked.unit ?? actor.unit))
  const after = readCursor(asked.after)
  const { rows } = await client.query<VisitColumns>({
    name: 'visits',
    text: `select ${visitColumns} from visit_reach r join visit v on v.realm = r.realm and v.id = r.visit ${visitJoins}
      where r.ancestor_unit = $1 and r.status = 'recorded' and ($2::text is null or r.kind = $2)
        and ($3::integer is null or r.employer = $3) and r.visited_on between $4 and $5
        and (r.visited_on, r.visit) < ($6, $7)
      order by r.visited_on desc, r.visit desc limit $8`,
    values: [
      unit.id,
      asked.kind ?? null,
      asked.employer === undefined ? null : Number(asked.employer),
      asked.fromOn ?? '-infinity',
      asked.toOn ?? 'infinity',
      ...[after.on, after.id],
      pageSize + 1,
    ],
  })
  const posts = await postsHeld(client, actor)
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  return {
    rows: page.map((row) => visitRow(row, actor, posts)),
    after: rows.length > pageSize && last ? `${last.visited_on}~${last.id}` : null,
    verbs: [...visitVerbs(actor, unit.path)],
  }
}

/** Plans of the asker's own union that are still open, soonest first [visit_plans]. */
export async function findPlans(
  client: PoolClient,
  actor: Staff,
  { mine }: ViewParams<'plans'>,
): Promise<ViewAnswer<'plans'>> {
  const unit = await readable(client, actor, actor.unit)
  const posts = await postsHeld(client, actor)
  const { rows } = await client.query<VisitColumns>({
    name: 'plans',
    text: `select ${visitColumns} from visit v ${visitJoins} where v.unit = $1 and v.status = 'planned'
      and ($2::integer[] is null or v.plan_post = any ($2)) order by v.visited_on, v.id limit 100`,
    values: [unit.id, mine ? posts : null],
  })
  return { rows: rows.map((row) => visitRow(row, actor, posts)), verbs: [...visitVerbs(actor, unit.path)] }
}

function readCursor(text: string | undefined): { on: string; id: string } {
  if (text === undefined) return { on: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }
  const found = /^(20\d\d-[01]\d-[0-3]\d)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text)
  const on = found?.[1] ?? ''
  if (!found || Number.isNaN(Date.parse(on)) || !new Date(on).toISOString().startsWith(on))
    throw new Fault(400, 'field.invalid', { field: 'after' })
  return { on, id: found[2] as string }
}
