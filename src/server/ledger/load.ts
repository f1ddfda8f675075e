import type { ClientBase } from 'pg'
import type { PastEvent } from './past-event.ts'

/** Head of a stream as the ledger holds it. */
export type StreamHead = {
  readonly stream: string
  readonly noun: string
  readonly version: number
  readonly head: Buffer
}

/** Locks the streams in order of id and gives their heads; streams without an event are missing from the answer. */
export async function lockStreams(
  client: ClientBase,
  realm: number,
  streams: readonly string[],
): Promise<StreamHead[]> {
  if (streams.length === 0) return []
  const { rows } = await client.query({
    name: 'lock streams',
    text: 'select stream, noun, version, head from stream where realm = $1 and stream = any($2::uuid[]) order by stream for update',
    values: [realm, streams],
  })
  return rows
}

/** Events of the streams, each stream in order of version. */
export async function loadEvents(client: ClientBase, realm: number, streams: readonly string[]): Promise<PastEvent[]> {
  if (streams.length === 0) return []
  const { rows } = await client.query({
    name: 'load events',
    text: `select realm, position, stream, version, noun, kind, body, actor, rules, at
     from event where realm = $1 and stream = any($2::uuid[]) order by stream, version`,
    values: [realm, streams],
  })
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}
