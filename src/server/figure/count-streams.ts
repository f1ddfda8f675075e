import type { ClientBase } from 'pg'
import type { PastDemandEvent } from '../../domain/demand/evolve.ts'
import { countDemand } from '../../domain/measure/count-demand.ts'
import type { Counted } from '../../domain/measure/measure.ts'

/**
 * What demands of a realm count as by their events up to a position. The follower and the recount both ask here, so that
 * they can differ only in which events they saw.
 */
export async function countStreams(
  client: ClientBase,
  realm: number,
  streams: readonly string[],
  upTo: number,
): Promise<ReadonlyMap<string, readonly Counted[]>> {
  const { rows } = await client.query({
    name: 'events to count',
    text: `select stream, kind, body, at, actor from event
      where realm = $1 and stream = any($2) and position <= $3 and noun = 'demand' order by stream, version`,
    values: [realm, streams, upTo],
  })
  const events = new Map<string, PastDemandEvent[]>()
  for (const row of rows) {
    const before = events.get(row.stream) ?? []
    before.push({ ...row, at: row.at.toISOString() })
    events.set(row.stream, before)
  }
  return new Map([...events].map(([stream, past]) => [stream, countDemand(past)]))
}
