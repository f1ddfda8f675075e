import pg from 'pg'
import { type Logger, pino } from 'pino'

export type Log = Logger

/**
 * Logs go to stderr, as JSON lines, and hold no personal content: no addresses, no URLs' queries, no bodies.
 * PostgreSQL puts row values into an error's detail and, for data exceptions, into its message; both stay out.
 */
export function createLog(level: string): Log {
  return pino({ level, base: null, serializers: { err: describeError } }, pino.destination({ dest: 2, sync: true }))
}

/** What may be said of an error. */
export function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { type: typeof error }
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
  if (error instanceof pg.DatabaseError) {
    const { code, constraint, table, routine } = error
    // Classes 22 (data exception) and 23 (constraint) quote values.
    const message = /^2[23]/.test(code ?? '') ? undefined : error.message
    return { type: 'DatabaseError', code, constraint, table, routine, message, stack: frames }
  }
  const cause = error.cause === undefined ? undefined : describeError(error.cause)
  return {
    type: error.name,
    message: error.message,
    code: 'code' in error ? error.code : undefined,
    stack: frames,
    cause,
  }
}

const told = new WeakSet<object>()

/** Logs an error the first time it passes: whoever knows it best is nearest to it, and one failure is one line. */
export function logOnce(log: Log, error: unknown, known: Readonly<Record<string, unknown>>, line: string): void {
  if (typeof error === 'object' && error !== null) {
    if (told.has(error)) return
    told.add(error)
  }
  log.error({ err: error, ...known }, line)
}
