import { VerbFailure } from './verb.ts'

/** Runs long work that Ctrl-C or SIGTERM ends in order: the work sees the signal, tidies up, and one line says so. */
export async function interruptible<T>(
  verb: string,
  left: string,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  const stop = () => controller.abort(new VerbFailure(`${verb}: interrupted; ${left}`))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  try {
    return await work(controller.signal)
  } catch (error) {
    // What a torn query or stream complains of is only the echo.
    throw controller.signal.aborted ? controller.signal.reason : error
  } finally {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
}
