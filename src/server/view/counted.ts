import type { PoolClient } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import type { FigureRules } from '../../domain/measure/figure-rules.ts'
import { sealedMeasures } from '../../domain/measure/measure.ts'
import type { ViewAnswer, ViewParams } from '../../protocol/view.ts'
import { Fault } from '../fault.ts'
import { demandColumns, demandJoins, demandRow } from './demand-row.ts'
import { daysOf } from './figures.ts'
import { unitsBelow } from './units-below.ts'

type Staff = Extract<Actor, { kind: 'staff' }>
type Asked = Omit<ViewParams<'counted'>, 'unit'> & { readonly unit: number }

/** More unions than this below one are opened level by level. */
const mostUnions = 2000
const pageSize = 50

/**
 * What stands under a figure, newest first [tally_list; as of a day stood_list], as far as the asker may see it: opening a number shows nobody more
 * than was theirs to see. Of demands the table of grants decides each row as on every list; of another noun whatever its
 * own table shows the asker, and where it has none here, everything that may be known of or what the asker's union did.
 */
export async function countedUnder(
  client: PoolClient,
  actor: Staff,
  asked: Asked,
  rules: FigureRules,
): Promise<ViewAnswer<'counted'>> {
  const units = await unitsBelow(client, asked.unit, mostUnions + 1)
  // Above one's own union there is nothing to open, though part of it lies below that.
  if (units.length === 0) throw new Fault(404, 'not-found', { field: 'unit' })
  if (units.length > mostUnions) return { rows: [], after: null, deeper: true, sealed: false }
  // Who is of which group, and what they said of the handling, is the worker's own: such a number opens to no matter.
  if (/^(group|cross):/.test(asked.cut ?? '') || sealedMeasures.has(asked.measure))
    return { rows: [], after: null, deeper: false, sealed: true }
  // Under it are people, one each: what it opens to are sums, on the page of coverage.
  if (asked.measure === 'trained') return { rows: [], after: null, deeper: false, sealed: true }
  const { of, private: hidden } = rules.measures[asked.measure]
  const rows =
    of === 'demands' ? await demandsUnder(client, actor, asked, units) : await othersUnder(client, asked, units, hidden)
  const page = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? page.at(-1) : undefined
  return {
    rows: page.map(({ at: _, ...row }) => row),
    after: last ? `${last.on}~${last.at.realm}~${last.at.id}` : null,
    deeper: false,
    sealed: false,
  }
}

type Row = ViewAnswer<'counted'>['rows'][number] & { readonly at: { readonly realm: number; readonly id: string } }

/** The same page of either: one row more than it shows. */
const paged = `t.unit = any ($1) and t.measure = $2 and t.counted_on between $3 and $4
  and ($5::text is null or $5 = any (t.cuts)) and (t.counted_on, t.realm, t.stream) < ($6, $7, $8)`
/** What counts now, or what counted at the end of a day. */
const source = (asOf: string | undefined, at: string) =>
  asOf === undefined
    ? { name: '', from: 'tally t', and: '' }
    : { name: '-as-of', from: 'stood t', and: ` and t.since <= ${at} and (t.until is null or t.until > ${at})` }
const newest = 'order by t.counted_on desc, t.realm desc, t.stream desc limit $9'

function valuesOf(asked: Asked, units: readonly number[]): unknown[] {
  const days = daysOf(asked)
  const after = readCursor(asked.after)
  const which = [units, asked.measure, days.from, days.to, asked.cut ?? null]
  const asOf = asked.asOf === undefined ? [] : [asked.asOf]
  return [...which, after.on, after.realm, after.id, pageSize + 1, ...asOf]
}

async function demandsUnder(client: PoolClient, actor: Staff, asked: Asked, units: readonly number[]): Promise<Row[]> {
  const of = source(asked.asOf, '$10')
  const { rows } = await client.query({
    name: `counted-demands${of.name}`,
    text: `select ${demandColumns}, t.counted_on from ${of.from}
      join demand d on d.realm = t.realm and d.id = t.stream ${demandJoins} where ${paged}${of.and} ${newest}`,
    values: valuesOf(asked, units),
  })
  return rows.map((row) => ({
    ...{ on: row.counted_on, demand: demandRow(row, actor), other: null, at: { realm: row.realm, id: row.id } },
  }))
}

/**
 * Tables whose policies say who may know of a stream, by noun. A noun without one: what is counted of it is told where its
 * measure hides nothing, else only to the union that did it.
 */
const tables: Readonly<Record<string, string>> = {
  issue: 'issue',
  suggestion: 'suggestion',
  practice: 'practice',
  deed: 'deed',
  visit: 'visit',
  place: 'place',
  invitation: 'invitation',
}

async function othersUnder(
  client: PoolClient,
  asked: Asked,
  units: readonly number[],
  hidden: boolean,
): Promise<Row[]> {
  const seen = Object.entries(tables).map(
    ([noun, table]) =>
      `t.noun = '${noun}' and exists (select from ${table} x where x.realm = t.realm and x.id = t.stream)`,
  )
  const [nouns, hides] = asked.asOf === undefined ? ['$10', '$11'] : ['$11', '$12']
  const of = source(asked.asOf, '$10')
  const rest = `t.noun <> all (${nouns}) and (not ${hides} or t.unit = nullif(current_setting('zh.unit', true), '')::integer)`
  const { rows } = await client.query({
    name: `counted-others${of.name}`,
    text: `select t.realm, t.stream, t.noun, t.counted_on, u.id, u.name, u.level, i.meeting, v.id as visit from ${of.from} join unit u on u.id = t.unit
      left join invitation i on t.noun = 'invitation' and i.realm = t.realm and i.id = t.stream
      left join outreach o on t.noun = 'outreach' and o.realm = t.realm and o.id = t.stream
      left join visit v on v.realm = o.visit_realm and v.id = o.visit
      where ${paged}${of.and} and (${[rest, ...seen].join(' or ')}) ${newest}`,
    values: [...valuesOf(asked, units), Object.keys(tables), hidden],
  })
  return rows.map(({ realm, stream, noun, counted_on: on, id, name, level, meeting, visit }) => {
    // What an invitation is to is the meeting, and what reached an enterprise is a visit: those have pages, where they may be seen.
    const of = meeting
      ? { noun: 'meeting', stream: meeting }
      : visit
        ? { noun: 'visit', stream: visit }
        : { noun, stream }
    return { on, demand: null, other: { ...of, unit: { id, name, level } }, at: { realm, id: stream } }
  })
}

function readCursor(text: string | undefined): { on: string; realm: number; id: string } {
  if (text === undefined) return { on: 'infinity', realm: 2147483647, id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }
  const found = /^(20\d\d-[01]\d-[0-3]\d)~(\d{1,5})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text)
  const on = found?.[1] ?? ''
  if (!found || Number.isNaN(Date.parse(on)) || !new Date(on).toISOString().startsWith(on))
    throw new Fault(400, 'field.invalid', { field: 'after' })
  return { on, realm: Number(found[2]), id: found[3] as string }
}
