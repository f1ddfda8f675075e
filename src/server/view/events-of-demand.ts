import type { PoolClient } from 'pg'
import { accessStreamOf, realmOfId } from '../../domain/id.ts'
import type { TimelineRow } from '../../protocol/view.ts'

/** A row of the timeline; `post` is for the caller to name or to leave out. */
export type EventRow = Omit<TimelineRow, 'person'> & { readonly post: number | null }

// An actor of the union is written post:<post>@<unit> (domain/actor.ts).
/**
 * The union is computed before it is looked up: a policy lets no condition that might tell of a row (a text made a number may)
 * be an index's, and every page would read all unions.
 */
const eventsBy = (where: string) =>
  `(select version, kind, at, actor, body, nullif(split_part(actor, '@', 2), '')::integer as by_unit
    from event where realm = $1 and stream = $2 ${where} offset 0) e left join unit u on u.id = e.by_unit`

/** Events of a demand in order, from the ledger itself [primary key of event]. No word of what was said stands in them. */
export async function timelineOf(client: PoolClient, id: string): Promise<EventRow[]> {
  const { rows } = await client.query({
    name: 'timeline',
    text: `select e.version, e.kind, e.at, e.actor, e.body, u.id as unit, u.name, u.level
      from ${eventsBy('')} order by e.version`,
    values: [realmOfId(id), id],
  })
  return rows.map(({ version, kind, at, actor, body, unit, name, level }) => {
    const { content, ...detail } = body as { content?: Record<string, { id: string; part: string }> }
    const text = Object.values(content ?? {}).find((ref) => ref.part === 'text')
    return {
      n: version,
      kind,
      at: at.toISOString(),
      by: byOf(actor),
      unit: unit === null ? null : { id: unit, name, level },
      post: postOf(actor),
      content: text?.id ?? null,
      detail,
    }
  })
}

/** Who opened identity or text, in order: the events of the demand's access stream [primary key of event]. */
export async function openedOf(client: PoolClient, id: string) {
  const { rows } = await client.query({
    name: 'opened',
    text: `select e.at, e.body, u.id, u.name, u.level
      from ${eventsBy("and kind = 'ContentOpened'")} order by e.version`,
    values: [realmOfId(id), accessStreamOf(id)],
  })
  return rows.map(({ at, body, id: unit, name, level }) => {
    const { part, purpose, post } = body as { part: 'identity' | 'text'; purpose: string; post: number }
    return {
      at: at.toISOString() as string,
      unit: { id: unit as number, name: String(name), level: String(level) },
      part,
      purpose,
      post,
    }
  })
}

function postOf(actor: string): number | null {
  const found = /^post:(\d+)@/.exec(actor)
  return found ? Number(found[1]) : null
}

function byOf(actor: string): TimelineRow['by'] {
  if (actor.startsWith('post:')) return 'union'
  return actor === 'claimant' || actor === 'public' ? 'worker' : 'system'
}
