import type { Statement } from './statement.ts'

/**
 * The smallest transaction that is flushed, and with it goes everything written before it. A batch commits without waiting
 * for the disk: whoever tells somebody, or another file, what it read of one asks this first.
 */
export const flush: Statement = { name: 'flush', text: "select pg_logical_emit_message(true, 'zhagen', '')" }
