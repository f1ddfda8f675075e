import type { ClientBase } from 'pg'

/** How a batch begins: its commit lets go of the realm's lock before it waits for the disk. */
export const beginBatch = 'begin; set local synchronous_commit = off'

/**
 * Commits, then waits until that is on the disk. The realm's lock goes at the commit, so the next batch works while this
 * one waits; nobody is told anything before. The second statement is the smallest transaction that is flushed, and with
 * it goes everything written before it: a crash in between takes a batch and all behind it, none of which was answered.
 */
export function commit(client: ClientBase): Promise<unknown>[] {
  const flush = { name: 'flush', text: "select pg_logical_emit_message(true, 'zhagen', '')" }
  return [client.query('commit'), client.query(flush)]
}
