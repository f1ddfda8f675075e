import type { Clock } from '../clock.ts'
import type { Database } from '../database.ts'
import type { Log } from '../log.ts'
import { sweepUploads } from '../vault/upload.ts'

/** Often enough that nothing outlives its hour by more than this. */
const everyMs = 10 * 60_000

/** What goes when its time is over, by the machine's clock: traces of wrong codes and passwords, ended sessions, files nobody sent off. */
export async function sweep(db: Pick<Database, 'writer'>, clock: Clock): Promise<void> {
  const now = clock.now()
  await db.writer.query('delete from guess where expires_at < $1', [now])
  await db.writer.query('delete from session where expires_at < $1', [now])
  await sweepUploads(db.writer, now)
}

/** Sweeps now and every ten minutes until it is stopped; a sweep that fails is logged and tried again. */
export function startSweeping(context: { db: Pick<Database, 'writer'>; clock: Clock; log: Log }): () => void {
  const run = () => {
    sweep(context.db, context.clock).catch((error: unknown) => context.log.warn({ err: error }, 'sweep'))
  }
  run()
  const timer = setInterval(run, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
