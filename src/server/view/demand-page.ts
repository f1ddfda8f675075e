import type { PoolClient } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import { realmOfId } from '../../domain/id.ts'
import type { TimelineRow, ViewAnswer } from '../../protocol/view.ts'
import { Fault } from '../fault.ts'
import { demandColumns, demandJoins, demandRow, namesOfPosts } from './demand-row.ts'
import { openPage, type Reader } from './scope.ts'

/** The row of one demand under the reader's policies. Out of reach reads as not found. Found by primary key. */
export async function getDemand(client: PoolClient, id: string) {
  const { rows } = await client.query({
    name: 'demand-page',
    text: `select ${demandColumns}, tu.id as triage_id, tu.name as triage_name, tu.level as triage_level from demand d ${demandJoins}
      left join unit tu on tu.id = d.holder_units[1] where d.realm = $1 and d.id = $2`,
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
    triageUnit: row.triage_id === null ? null : { id: row.triage_id, name: row.triage_name, level: row.triage_level },
  }
}

/** Events of a demand in order [primary key of timeline]; `post` is for the caller to name or to leave out. */
export async function timelineOf(
  client: PoolClient,
  id: string,
): Promise<(Omit<TimelineRow, 'person'> & { post: number | null })[]> {
  const { rows } = await client.query({
    name: 'timeline',
    text: `select t.n, t.kind, t.at, t.by, t.unit, u.name, u.level, t.post, t.content, t.detail
      from timeline t left join unit u on u.id = t.unit where t.realm = $1 and t.demand = $2 order by t.n`,
    values: [realmOfId(id), id],
  })
  return rows.map((row) => ({
    n: row.n,
    kind: row.kind,
    at: row.at.toISOString(),
    by: row.by,
    unit: row.unit === null ? null : { id: row.unit, name: row.name ?? '', level: row.level ?? '' },
    post: row.post,
    content: row.content,
    detail: row.detail,
  }))
}

/** Who opened identity or text, in order [primary key of opened]. */
export async function openedOf(client: PoolClient, id: string) {
  const { rows } = await client.query({
    name: 'opened',
    text: `select o.at, o.part, o.purpose, o.post, u.id, u.name, u.level from opened o join unit u on u.id = o.unit
      where o.realm = $1 and o.demand = $2 order by o.n`,
    values: [realmOfId(id), id],
  })
  return rows.map((row) => ({
    at: row.at.toISOString() as string,
    unit: { id: row.id, name: row.name, level: row.level },
    part: row.part as 'identity' | 'text',
    purpose: row.purpose as string,
    post: row.post as number,
  }))
}

/** Actors who read a demand's page are staff; the claimant has the follow page. */
export function isStaff(actor: Actor): actor is Extract<Actor, { kind: 'staff' }> {
  return actor.kind === 'staff'
}
