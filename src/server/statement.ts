import type { ClientBase } from 'pg'

/** A statement that is laid out but not sent: what a batch writes is known before the connection is free for it. */
export type Statement = {
  /** Statements with a name are prepared once a connection. */
  readonly name?: string
  readonly text: string
  readonly values?: readonly unknown[]
}

/**
 * Sends statements in their order without waiting for one another, before this returns its promise: what ends the
 * transaction may be sent right behind them. Throws what the first that failed says.
 */
export async function sendAll(client: ClientBase, statements: readonly Statement[]): Promise<void> {
  await Promise.all(statements.map((one) => client.query({ ...one, values: [...(one.values ?? [])] })))
}
