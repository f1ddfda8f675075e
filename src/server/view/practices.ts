import type { PoolClient } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import { localDateOf } from '../../domain/calendar/local-time.ts'
import { realmOfId } from '../../domain/id.ts'
import type { Measure } from '../../domain/measure/measure.ts'
import { mayOnPractice, practiceVerbs } from '../../domain/practice/may.ts'
import { shownPlaces } from '../../domain/practice/shown-places.ts'
import { lastDayOf, type Months, monthsAround } from '../../domain/practice/span.ts'
import type { PracticePlace } from '../../domain/practice/state.ts'
import type { Rules } from '../../domain/rules.ts'
import type { PracticeRow } from '../../protocol/practice-view.ts'
import type { ViewAnswer, ViewParams } from '../../protocol/view.ts'
import { Fault } from '../fault.ts'
import { readMoment, writeMoment } from './moment-cursor.ts'

type Staff = Extract<Actor, { kind: 'staff' }>
// biome-ignore lint/suspicious/noExplicitAny: a row as pg gives it; this file is where it becomes typed
type Stored = any

const pageSize = 20
const columns = `p.*, u.name as unit_name`
const joins = `left join unit u on u.id = p.unit`

/** Practices of every union, newest first [practice_described]; `list` those that are tried, or those that are over. */
export async function findPractices(
  client: PoolClient,
  actor: Staff,
  asked: ViewParams<'practices'>,
): Promise<ViewAnswer<'practices'>> {
  const after = readMoment(asked.after)
  const { rows } = await client.query({
    name: 'practices',
    text: `select ${columns} from practice p ${joins}
      where (p.ended_at is null) = $1 and (p.described_at, p.realm, p.id) < ($2, $3, $4) and $5
      order by p.described_at desc, p.realm desc, p.id desc limit $6`,
    values: [asked.list !== 'ended', after.at, after.realm, after.id, reads(actor), pageSize + 1],
  })
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  return {
    rows: page.map((row) => practiceRow(row, actor)),
    after: rows.length > pageSize && last ? writeMoment(last.described_at, last.realm, last.id) : null,
  }
}

/**
 * One practice with its places, by name and never by what was counted. Each is set against its own past, from the figures as
 * they are now; the figures of a union are for it and those above it.
 */
export async function practicePage(
  client: PoolClient,
  actor: Staff,
  id: string,
  rules: Rules,
  now: Date,
): Promise<ViewAnswer<'practice'>> {
  const { rows } = await client.query<Stored>({
    name: 'practice',
    text: `select ${columns} from practice p ${joins} where p.realm = $1 and p.id = $2`,
    values: [realmOfId(id), id],
  })
  const row = rows[0]
  if (!row || !reads(actor)) throw new Fault(404, 'not-found', { field: 'practice' })
  const places: readonly PracticePlace[] = row.places
  const named = await client.query<{ id: number; name: string }>('select id, name from unit where id = any ($1)', [
    places.map(({ unit }) => unit),
  ])
  const names = new Map(named.rows.map(({ id: unit, name }) => [unit, name]))
  const counted = await aroundEach(client, actor, row, rules, localDateOf(now.getTime()))
  const shownAs = places.map((place) => ({
    unit: { id: place.unit, name: names.get(place.unit) ?? '' },
    since: place.since,
    adoptedOn: place.on,
    before: counted.get(place.unit)?.before ?? null,
    after: counted.get(place.unit)?.after ?? null,
  }))
  return {
    practice: practiceRow(row, actor),
    version: row.version,
    text: row.text,
    months: rules.issues.practiceMonths,
    private: rules.figures.measures[row.measure as Measure].private,
    places: shownAs.toSorted((a, b) => (a.unit.name < b.unit.name ? -1 : a.unit.name > b.unit.name ? 1 : 0)),
  }
}

type Around = Pick<ViewAnswer<'practice'>['places'][number], 'before' | 'after'>

/** What was counted at each place the asker may see [figure_pkey], before and after it began there. */
async function aroundEach(client: PoolClient, actor: Staff, row: Stored, rules: Rules, today: string) {
  const { measure, cut } = row
  const { unit: counts, private: hidden } = rules.figures.measures[measure as Measure]
  const seen = (row.places as PracticePlace[]).filter(({ path }) => path.includes(actor.unit))
  const asked = seen.flatMap(({ unit, since }) => {
    const { before, after } = monthsAround(since, rules.issues.practiceMonths)
    return [
      { unit, side: 'before', ...before },
      { unit, side: 'after', ...after },
    ]
  })
  const { rows } = await client.query<{ unit: number; side: keyof Around; n: number }>({
    name: 'practice-figures',
    text: `select a.unit, a.side, coalesce((select sum(case when $4 then f.persons else f.n end) from figure f
        where f.realm = u.realm and f.unit = a.unit and f.measure = $2 and f.cut = $3
          and f.month between (a."from" || '-01')::date and (a."to" || '-01')::date), 0)::float8 as n
      from json_to_recordset($1) as a (unit integer, side text, "from" text, "to" text) join unit u on u.id = a.unit`,
    values: [JSON.stringify(asked), measure, cut ?? '', counts === '人'],
  })
  const nOf = new Map(rows.map(({ unit, side, n }) => [`${unit} ${side}`, n]))
  const told = new Map<number, Partial<Record<keyof Around, NonNullable<Around['before']>>>>()
  for (const side of ['before', 'after'] as const) {
    const mine = asked.filter((each) => each.side === side)
    const each = mine.map(({ unit, from, to }) => ({
      ...{ unit, path: seen.find((place) => place.unit === unit)?.path ?? [] },
      ...{ span: `${from} ${to}`, n: nOf.get(`${unit} ${side}`) ?? 0 },
    }))
    const cells = hidden ? shownPlaces(each, rules.figures.fewest) : each.map(({ n }) => ({ n }))
    for (const [at, { unit, from, to }] of mine.entries())
      told.set(unit, { ...told.get(unit), [side]: spanOf({ from, to }, cells[at], today) })
  }
  return told
}

function spanOf(
  { from, to }: Months,
  cell: { n: number } | { hidden: 'few' | 'difference' } | undefined,
  today: string,
) {
  const days = { from: `${from}-01`, to: lastDayOf(to) }
  const told = cell && 'n' in cell ? { n: cell.n, hidden: null } : { n: null, hidden: cell?.hidden ?? ('few' as const) }
  return { ...days, cell: told, running: days.to >= today }
}

function reads(actor: Staff): boolean {
  return mayOnPractice(actor, 'practice.read', [actor.unit]) === 'yes'
}

function practiceRow(row: Stored, actor: Actor): PracticeRow {
  const places: readonly PracticePlace[] = row.places
  const { path, ended_at: endedAt } = row
  return {
    id: row.id,
    unit: { id: row.unit, name: row.unit_name ?? '' },
    title: row.title,
    since: row.since,
    measure: row.measure,
    cut: row.cut,
    places: places.length,
    adopted: places.filter(({ on }) => on !== null).length,
    describedOn: localDateOf(row.described_at.getTime()),
    endedOn: endedAt === null ? null : localDateOf(endedAt.getTime()),
    verbs: [...practiceVerbs(actor, { path, endedAt, places })],
  }
}
