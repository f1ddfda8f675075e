import type { Writable } from 'node:stream'
import type { ClientBase } from 'pg'

/**
 * Sends what `work` asks before it first waits as one packet: a dozen statements cost one system call instead of a dozen. The driver offers no such thing, so its socket is held back by hand; without one (a test's client) nothing is.
 */
export function together<T>(client: ClientBase, work: () => T): T {
  const socket = (client as { connection?: { stream?: Writable } }).connection?.stream
  if (!socket) return work()
  socket.cork()
  try {
    return work()
  } finally {
    socket.uncork()
  }
}
