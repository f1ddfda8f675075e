import type { ClientBase } from 'pg'
import { flush } from '../flush.ts'

/** How a batch begins: its commit lets go of the realm's lock before it waits for the disk. */
export const beginBatch = 'begin; set local synchronous_commit = off'

/**
 * Commits, then waits until that is on the disk. The realm's lock goes at the commit, so the next batch works while this
 * one waits; nobody is told anything before. A crash in between takes a batch and all behind it, none of which was answered.
 */
export function commit(client: ClientBase): Promise<unknown>[] {
  return [client.query('commit'), flushed(client)]
}

/** Waits until everything that is committed is on the disk: a repetition may find what another has yet to wait for. */
export function flushed(client: ClientBase): Promise<unknown> {
  return client.query({ ...flush, values: [] })
}
