import type { PoolClient } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import { localDateOf } from '../../domain/calendar/local-time.ts'
import { mayOnPlace, placeVerbs } from '../../domain/place/may.ts'
import { goers } from '../../domain/visit/may.ts'
import type { ViewAnswer, ViewParams } from '../../protocol/view.ts'
import { Fault } from '../fault.ts'
import { chainOfPost } from '../organisation/post-chain.ts'
import { readable } from './visits.ts'

type Staff = Extract<Actor, { kind: 'staff' }>
const pageSize = 50

/** Contact points kept by a union and those below it, the last begun first [place_pkey, post_chain, visit_place]. */
export async function findKept(
  client: PoolClient,
  actor: Staff,
  asked: ViewParams<'places'>,
): Promise<ViewAnswer<'places'>> {
  const unit = await readable(client, actor, Number(asked.unit ?? actor.unit))
  const after = readCursor(asked.after)
  const { rows } = await client.query({
    name: 'places',
    text: `select pl.id, pl.unit, u.name as unit_name, pl.path, pl.name, pl.kind, pl.employer, e.name as employer_name, pl.region,
        pl.from_on, pl.to_on, o.id as owner, oa.name as holder,
        (select max(v.visited_on) from visit v where v.place = pl.id and v.status = 'recorded') as last_on,
        coalesce((select json_agg(json_build_object('entry', s.entry, 'post', s.post, 'holder', sa.name, 'from', s.from_on,
            'to', s.to_on) order by s.from_on, s.entry)
          from stationing s left join post sp on ${chainOfPost('sp')} = s.first_post and sp.valid_to is null
            left join account sa on sa.id = sp.account
          where s.realm = pl.realm and s.place = pl.id), '[]') as stationed
      from place pl join unit u on u.id = pl.unit left join employer e on e.id = pl.employer
        left join post o on ${chainOfPost('o')} = pl.owner_first and o.valid_to is null
        left join account oa on oa.id = o.account
      where $1 = any (pl.path) and pl.ended_on is null and (pl.from_on, pl.id) < ($2, $3)
      order by pl.from_on desc, pl.id desc limit $4`,
    values: [unit.id, after.on, after.id, pageSize + 1],
  })
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  return {
    rows: page.map((row) => ({
      id: row.id,
      unit: { id: row.unit, name: row.unit_name },
      ...{ name: row.name, kind: row.kind, region: row.region, from: row.from_on, to: row.to_on },
      employer: row.employer === null ? null : { id: row.employer, name: row.employer_name },
      owner: row.owner === null ? null : { post: row.owner, holder: row.holder },
      stationed: row.stationed,
      lastVisitOn: row.last_on,
      verbs: placeVerbs(actor, row.path).filter((verb) => verb !== 'place.keep' && verb !== 'place.read'),
    })),
    after: rows.length > pageSize && last ? `${last.from_on}~${last.id}` : null,
    verbs: [...placeVerbs(actor, unit.path)],
    posts: mayOnPlace(actor, 'place.pass-on', unit.path) === 'yes' ? await ownersOf(client, unit.id) : [],
  }
}

/** Posts of a union that could own a contact point, by name: whoever goes on visits [post_unit]. */
async function ownersOf(client: PoolClient, unit: number): Promise<ViewAnswer<'places'>['posts']> {
  const { rows } = await client.query(
    `select p.id as post, a.name as holder, p.role from post p join account a on a.id = p.account
     where p.unit = $1 and p.valid_to is null and p.role = any ($2) order by a.name collate "C", p.id limit 200`,
    [unit, goers],
  )
  return rows
}

/**
 * Enterprises of a union's territory that nobody of it or below visited, by id [employer_region, visit_reach_employer], or
 * those that were, wherever they lie; and how many of both: distinct counts, never typed in by anybody.
 */
export async function neverVisited(
  client: PoolClient,
  actor: Staff,
  asked: ViewParams<'never-visited'>,
  now: Date,
): Promise<ViewAnswer<'never-visited'>> {
  const unit = await readable(client, actor, Number(asked.unit ?? actor.unit))
  const to = asked.toOn ?? localDateOf(now.getTime())
  const period = { from: asked.fromOn ?? `${to.slice(0, 4)}-01-01`, to }
  if (period.from > period.to)
    throw new Fault(400, 'field.invalid', { field: 'fromOn', detail: 'fromOn: is after toOn' })
  const visited = `exists (select from visit_reach r where r.ancestor_unit = $1 and r.employer = e.id
    and r.status = 'recorded' and r.visited_on between $2 and $3)`
  const when = [unit.id, period.from, period.to]
  // Asked apart: a condition that is either may be no index's [employer_region, employer_pkey].
  const territory = unit.employer === null ? [unit.from, unit.to] : [unit.employer]
  const inTerritory = (n: number) =>
    `e.valid_to is null and ${unit.employer === null ? `e.region >= $${n} and e.region < $${n + 1}` : `e.id = $${n}`}`
  const apart = unit.employer === null ? '' : '-own'
  const list = asked.list ?? 'never'
  const one = list === 'visited' ? visited : `not ${visited} and ${inTerritory(6)}`
  const { rows } = await client.query({
    name: list === 'never' ? `never-visited${apart}` : 'visited-list',
    text: `select e.id, e.name, e.region from employer e where ${one} and e.id > $4 order by e.id limit $5`,
    values: [...when, Number(asked.after ?? 0), pageSize + 1, ...(list === 'never' ? territory : [])],
  })
  const counts = await client.query({
    name: `visited${apart}`,
    text: `select (select count(*) from employer e where ${inTerritory(4)})::integer as employers,
      (select count(*) from employer e where not ${visited} and ${inTerritory(4)})::integer as never,
      (select count(distinct r.employer) from visit_reach r where r.ancestor_unit = $1 and r.status = 'recorded'
        and r.employer is not null and r.visited_on between $2 and $3)::integer as visited`,
    values: [...when, ...territory],
  })
  const page = rows.slice(0, pageSize)
  return {
    period,
    ...counts.rows[0],
    rows: page,
    after: rows.length > pageSize ? String(page.at(-1)?.id) : null,
  }
}

/** Where a visit can go: found by name, or the asker's own places and where the asker's union was last. */
export async function findSpots(
  client: PoolClient,
  actor: Staff,
  { text }: ViewParams<'find-place'>,
): Promise<ViewAnswer<'find-place'>> {
  const unit = await readable(client, actor, actor.unit)
  const sought = text?.trim() ?? ''
  const places = await client.query({
    name: 'find-place',
    text: `select pl.id, pl.name, pl.employer, e.name as employer_name, pl.region
      from place pl left join employer e on e.id = pl.employer
        left join post o on ${chainOfPost('o')} = pl.owner_first and o.valid_to is null
      where $1 = any (pl.path) and pl.ended_on is null
        and case when $2 = '' then o.account = $3 else position($2 in pl.name) > 0 or position($2 in e.name) > 0 end
      order by pl.from_on desc, pl.id desc limit 20`,
    values: [unit.id, sought, actor.account],
  })
  const employers = await client.query({
    name: sought === '' ? 'last-visited' : 'find-employer',
    text:
      sought === ''
        ? `select e.id, e.name, e.region from (select employer, max(visited_on) as on from visit_reach
            where ancestor_unit = $1 and status = 'recorded' and employer is not null group by employer
            order by 2 desc limit 8) v join employer e on e.id = v.employer order by v.on desc, e.id`
        : `select e.id, e.name, e.region from employer e where e.valid_to is null and position($4 in e.name) > 0
            and case when $1::integer is null then e.region >= $2 and e.region < $3 else e.id = $1 end
            order by e.name limit 20`,
    values: sought === '' ? [unit.id] : [unit.employer, unit.from, unit.to, sought],
  })
  return {
    places: places.rows.map(({ employer, employer_name: name, ...row }) => ({
      ...row,
      employer: employer === null ? null : { id: employer, name },
    })),
    employers: employers.rows,
  }
}

function readCursor(text: string | undefined): { on: string; id: string } {
  if (text === undefined) return { on: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }
  const found = /^(\d{4}-[01]\d-[0-3]\d)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text)
  const on = found?.[1] ?? ''
  if (!found || Number.isNaN(Date.parse(on)) || !new Date(on).toISOString().startsWith(on))
    throw new Fault(400, 'field.invalid', { field: 'after' })
  return { on, id: found[2] as string }
}
