import { Socket } from 'node:net'
import pg from 'pg'

/**
 * A connection of its own for COPY: those of the pools send questions ahead, which COPY cannot share. Ended in order when
 * the work is done; cut when it fails or is aborted, because a COPY that was broken off leaves nobody to read what still comes.
 */
export async function withCopyConnection<T>(
  pool: pg.Pool,
  signal: AbortSignal | undefined,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted()
  const socket = new Socket()
  const cut = () => socket.destroy()
  signal?.addEventListener('abort', cut, { once: true })
  const client = new pg.Client({ ...pool.options, pipeline: false, stream: () => socket })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const done = await work(client)
    await client.end()
    return done
  } catch (error) {
    socket.destroy()
    throw error
  } finally {
    signal?.removeEventListener('abort', cut)
  }
}
