import type { PoolClient } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import { localDateOf } from '../../domain/calendar/local-time.ts'
import { realmOfId } from '../../domain/id.ts'
import type { Measure } from '../../domain/measure/measure.ts'
import { mayOnPractice, practiceVerbs } from '../../domain/practice/may.ts'
import { lastDayOf, type Months, monthsAround } from '../../domain/practice/span.ts'
import type { PracticePlace } from '../../domain/practice/state.ts'
import type { Rules } from '../../domain/rules.ts'
import type { PracticeRow } from '../../protocol/practice-view.ts'
import type { ViewAnswer, ViewParams } from '../../protocol/view.ts'
import { Fault } from '../fault.ts'
import { figuresOf } from './figures.ts'
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
  const counted = await aroundEach(client, actor, row, rules, now)
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

/**
 * What was counted at each place the asker may see, before and after it began there: what the page of figures would tell of
 * that union and those months, and no more, so that a practice is no way around what is held back there.
 */
async function aroundEach(client: PoolClient, actor: Staff, row: Stored, rules: Rules, now: Date) {
  const told = new Map<number, Around>()
  for (const { unit, path, since } of row.places as PracticePlace[]) {
    if (!path.includes(actor.unit)) continue
    const { before, after } = monthsAround(since, rules.issues.practiceMonths)
    const counted = async (months: Months) => {
      const asked = { unit, ...months, ...(row.cut === null ? {} : { cut: row.cut }) }
      const { whole } = await figuresOf(client, asked, rules.figures, now)
      const days = { from: `${months.from}-01`, to: lastDayOf(months.to) }
      const cell = whole[row.measure as Measure] ?? { n: 0, hidden: null }
      return { ...days, cell, running: days.to > localDateOf(now.getTime()) }
    }
    told.set(unit, { before: await counted(before), after: await counted(after) })
  }
  return told
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
