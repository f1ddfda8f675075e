import type { PoolClient } from 'pg'
import { realmOfId } from '../../domain/id.ts'
import type { ViewAnswer } from '../../protocol/view.ts'
import { Fault } from '../fault.ts'
import { demandColumns, demandJoins, demandRow, namesOfPosts } from './demand-row.ts'
import { type EventRow, openedOf, timelineOf } from './events-of-demand.ts'
import { openPage, type Reader } from './scope.ts'

/** The row of one demand under the reader's policies. Out of reach reads as not found. Found by primary key. */
export async function getDemand(client: PoolClient, id: string) {
  const { rows } = await client.query({
    name: 'demand-page',
    text: `select ${demandColumns} from demand d ${demandJoins} where d.realm = $1 and d.id = $2`,
    values: [realmOfId(id), id],
  })
  if (!rows[0]) throw new Fault(404, 'not-found')
  return rows[0]
}

/** A demand's page: its row, its events, who opened what. */
export async function demandPage(
  client: PoolClient,
  reader: Extract<Reader, { kind: 'staff' }>,
  id: string,
): Promise<ViewAnswer<'demand'>> {
  const row = await getDemand(client, id)
  await openPage(client, id)
  const timeline = await timelineOf(client, id)
  const opened = await openedOf(client, id)
  const names = await namesOfPosts(
    client,
    [...timeline.map((t) => t.post), ...opened.map((o) => o.post)].filter((p) => p !== null),
  )
  return {
    demand: demandRow(row, reader),
    timeline: timeline.flatMap(withoutSums).map(({ post, ...rest }) => ({
      ...rest,
      person: post === null ? null : (names.get(post) ?? null),
    })),
    opened: opened.map(({ post, ...rest }) => ({ ...rest, person: names.get(post) ?? null })),
    contactDueAt: row.contact_due_at?.toISOString() ?? null,
    ...(await holdersOf(client, timeline)),
  }
}

/**
 * Which groups a worker belongs to, and whether they were satisfied with the handling, is told in sums alone: nobody who
 * handles the matter reads it (domain §2.9), nor that they said so. Whom
 * they keep is between the two of them.
 */
function withoutSums(row: EventRow): EventRow[] {
  if (row.kind === 'GroupsSet' || row.kind === 'CadreKept') return []
  const { groups: _, satisfied: __, ...detail } = row.detail
  return [{ ...row, detail }]
}

/** Who received it, who was copied, who calls back, and every other unit the events name, with their names. */
async function holdersOf(client: PoolClient, timeline: readonly EventRow[]) {
  // The last event that says it counts: an order, a merge or a reopening names the copies; an answer or an opening the caller.
  const last = (name: keyof Holding) => (timeline.findLast(({ detail }) => detail[name])?.detail ?? {}) as Holding
  const received = last('triageDueAt').to?.unit ?? null
  const copied = last('copies').copies?.map((copy) => copy.unit) ?? []
  const callback = last('callback').callback?.unit ?? null
  const { rows } = await client.query<Unit>('select id, name, level from unit where id = any($1::int[]) order by id', [
    [...new Set(timeline.flatMap(({ detail }) => unitsIn(detail)))],
  ])
  const unit = (id: number | null) => rows.find((row) => row.id === id) ?? null
  return {
    triageUnit: unit(received),
    callbackUnit: unit(callback),
    copies: copied.map(unit).filter((u) => u !== null),
    units: rows,
  }
}

/** Ids of units in an event: holders wherever they stand, and the plain ids of a ruling. */
function unitsIn(detail: Readonly<Record<string, unknown>>): number[] {
  return Object.entries(detail).flatMap(([name, value]) => {
    if (typeof value === 'number') return plainUnits.has(name) ? [value] : []
    if (Array.isArray(value)) return value.flatMap((one) => (isRecord(one) ? unitsIn(one) : []))
    return isRecord(value) ? unitsIn(value) : []
  })
}

const plainUnits: ReadonlySet<string> = new Set(['unit', 'from', 'to'])

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

type Unit = { readonly id: number; readonly name: string; readonly level: string }
type Held = { readonly unit: number }
type Holding = {
  readonly triageDueAt?: string
  readonly to?: Held
  readonly callback?: Held
  readonly copies?: readonly Held[]
}
