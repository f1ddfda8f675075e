import type { IncomingMessage } from 'node:http'

/** What is read and thrown away of a body that is refused, at most; beyond it the line is cut. */
const mostBytes = 32 * 1024 * 1024
const mostMs = 5000

/**
 * Reads the rest of a refused body into nothing. Whoever still sends when the connection closes hears of a reset and
 * never of the answer that tells what was wrong; ten megabytes by mistake shall get their 413.
 */
export function drain(request: IncomingMessage): Promise<void> {
  if (request.complete || request.destroyed) return Promise.resolve()
  return new Promise((resolve) => {
    let read = 0
    const done = () => {
      clearTimeout(timer)
      request.off('data', count).off('end', done).off('close', done).off('error', done)
      resolve()
    }
    const count = (chunk: Buffer) => {
      read += chunk.length
      if (read > mostBytes) done()
    }
    const timer = setTimeout(done, mostMs)
    request.on('data', count).on('end', done).on('close', done).on('error', done)
    request.resume()
  })
}
