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
    timeline: timeline.map(({ post, ...rest }) => ({
      ...rest,
      person: post === null ? null : (names.get(post) ?? null),
    })),
    opened: opened.map(({ post, ...rest }) => ({ ...rest, person: names.get(post) ?? null })),
    contactDueAt: row.contact_due_at?.toISOString() ?? null,
    ...(await holdersOf(client, timeline)),
  }
}

/** Who received it, who was copied, who calls back: the units the events name, with their names. */
async function holdersOf(client: PoolClient, timeline: readonly EventRow[]) {
  const last = (kind: string) => timeline.findLast((row) => row.kind === kind)?.detail as Holding | undefined
  const received = last('DemandRaised')?.to?.unit ?? null
  const copied = last('OrderOffered')?.copies?.map((copy) => copy.unit) ?? []
  const callback = last('DemandAnswered')?.callback?.unit ?? null
  const { rows } = await client.query('select id, name, level from unit where id = any($1::int[])', [
    [received, callback, ...copied].filter((unit) => unit !== null),
  ])
  const unit = (id: number | null) => (rows.find((row) => row.id === id) as Unit | undefined) ?? null
  return {
    triageUnit: unit(received),
    callbackUnit: unit(callback),
    copies: copied.map(unit).filter((u) => u !== null),
  }
}

type Unit = { readonly id: number; readonly name: string; readonly level: string }
type Held = { readonly unit: number }
type Holding = { readonly to?: Held; readonly callback?: Held; readonly copies?: readonly Held[] }
