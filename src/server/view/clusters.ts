import type { PoolClient } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import { localDateOf } from '../../domain/calendar/local-time.ts'
import { issueGrants } from '../../domain/issue/may.ts'
import { patternSince } from '../../domain/issue/pattern.ts'
import { shown } from '../../domain/measure/suppress.ts'
import type { Rules } from '../../domain/rules.ts'
import { mayAtUnit } from '../../domain/unit-grants.ts'
import type { FigureCell } from '../../protocol/figure-view.ts'
import type { ClusterRow } from '../../protocol/issue-view.ts'
import type { ViewAnswer } from '../../protocol/view.ts'
import { Fault } from '../fault.ts'

type Staff = Extract<Actor, { kind: 'staff' }>
type Asked = { readonly unit: number; readonly after?: string | undefined }

const pageSize = 30

/**
 * Where one leaf came up as often as the alert asks, at one employer, agency, township or county, among the demands below a
 * union that the asker may see; latest first [demand_leaf, leaf by leaf]. An employer counts whether it is named as where the
 * work is done or as who hired the worker out (adr/0033). What one section alone may see never counts. Where
 * a wider place holds the very same demands as a narrower one, the narrower one alone is shown. No word, no person, no
 * organiser stands in a row (§4 rule 22).
 */
export async function clustersOf(
  client: PoolClient,
  actor: Staff,
  asked: Asked,
  rules: Rules,
  now: Date,
): Promise<ViewAnswer<'clusters'>> {
  const unit = await readableUnit(client, actor, asked.unit)
  const { alert } = rules.limits
  const since = new Date(patternSince(rules.calendar, now.getTime(), alert))
  const after = readCursor(asked.after)
  const { rows } = await client.query({
    name: 'clusters',
    text: `with heard as (
        select d.id, d.topic, d.employer, d.agency, d.region, d.persons, d.submitted_at
        from unnest($2::text[]) as leaf (code) join demand d on d.topic = leaf.code
        where d.submitted_at >= $3 and d.restricted is null and $1 = any (d.reach_units)),
      placed as (
        select h.topic, named.employer, named.hires, null::text as region, h.id, h.persons, h.submitted_at
        from heard h, lateral (values (h.employer, false), (h.agency, true)) as named (employer, hires)
        where named.employer is not null
        union all select topic, null, false, region, id, persons, submitted_at from heard where length(region) = 9
        union all select topic, null, false, left(region, 6), id, persons, submitted_at from heard),
      found as (
        select topic, employer, bool_or(hires) as agency, region, count(*)::int as n, sum(persons)::int as persons,
          min(submitted_at) as first_at, max(submitted_at) as last_at,
          row_number() over (partition by topic, array_agg(id order by id) order by case when employer is not null
            then bool_or(hires)::int else 12 - length(region) end, employer) as nth
        from placed group by topic, employer, region having count(*) >= $4)
      select f.topic, f.employer, f.agency, f.region, f.n, f.persons, f.first_at, f.last_at, p.key, e.name as employer_name,
        r.name as region_name, i.id as issue
      from found f cross join lateral (select f.topic || ' ' || coalesce('e' || f.employer, 'r' || f.region) as key) p
        left join employer e on e.id = f.employer
        left join region r on r.code = f.region and r.valid_to is null
        left join lateral (select i.id from issue i where i.closed_at is null and i.topic = f.topic
          and i.employer is not distinct from f.employer and i.region is not distinct from f.region
          and $1 = any (i.reach_units) order by i.opened_at limit 1) i on true
      where f.nth = 1 and (f.last_at, p.key collate "C") < ($5, $6)
      order by f.last_at desc, p.key collate "C" desc limit $7`,
    values: [asked.unit, leavesOf(rules), since, alert.sameLeaf, after.at, after.key, pageSize + 1],
  })
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  return {
    unit,
    since: localDateOf(since.getTime()),
    days: 'calendarDays' in alert.within ? alert.within.calendarDays : 0,
    sameLeaf: alert.sameLeaf,
    rows: page.map((row) => clusterRow(row, rules.figures.fewest)),
    after: rows.length > pageSize && last ? `${last.last_at.toISOString()}~${last.key}` : null,
  }
}

/** The union asked about: at or below the asker's own, for a post that reads statistics. Everything else reads as not there. */
async function readableUnit(client: PoolClient, actor: Staff, unit: number) {
  const { rows } = await client.query<{ name: string; path: number[] }>({
    name: 'clusters-unit',
    text: 'select name, ancestors as path from unit where id = $1 and valid_to is null',
    values: [unit],
  })
  const answer = mayAtUnit(issueGrants, actor, 'cluster.read', rows[0]?.path ?? [])
  if (answer === 'no') throw new Fault(403, 'not-allowed')
  if (answer === 'hidden' || !rows[0]) throw new Fault(404, 'not-found', { field: 'unit' })
  return { id: unit, name: rows[0].name }
}

// biome-ignore lint/suspicious/noExplicitAny: a row as pg gives it; this function is where it becomes typed
function clusterRow(row: any, fewest: number): ClusterRow {
  return {
    topic: row.topic,
    kind: kindOfPlace(row),
    employer: row.employer === null ? null : { id: row.employer, name: row.employer_name ?? '' },
    region: row.region === null ? null : { code: row.region, name: row.region_name ?? row.region },
    count: cellOf(row.n, fewest),
    persons: cellOf(row.persons, fewest),
    firstOn: localDateOf(row.first_at.getTime()),
    lastOn: localDateOf(row.last_at.getTime()),
    issue: row.issue,
  }
}

/** What kind of place a row of a cluster or an issue is at. */
export function kindOfPlace(row: { readonly region: string | null; readonly agency: boolean }): ClusterRow['kind'] {
  return row.region !== null ? 'region' : row.agency ? 'agency' : 'employer'
}

/** A count as the wire tells it. */
export function cellOf(n: number, fewest: number): FigureCell {
  const cell = shown(n, fewest)
  return 'n' in cell ? { n: cell.n, hidden: null } : { n: null, hidden: cell.hidden }
}

const leaves = new WeakMap<Rules, string[]>()

/** Every leaf that ever was: a matter keeps the code it was given. */
function leavesOf(rules: Rules): string[] {
  const known = leaves.get(rules) ?? rules.taxonomy.groups.flatMap((group) => group.leaves.map(({ code }) => code))
  leaves.set(rules, known)
  return known
}

function readCursor(text: string | undefined): { at: string; key: string } {
  if (text === undefined) return { at: 'infinity', key: '' }
  const found = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~([A-Z]\d\d [er]\d{1,10})$/.exec(text)
  const at = found?.[1] ?? ''
  if (!found || at < '0001' || Number.isNaN(Date.parse(at)) || new Date(at).toISOString() !== at)
    throw new Fault(400, 'field.invalid', { field: 'after' })
  return { at, key: found[2] as string }
}
