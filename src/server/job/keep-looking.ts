import { type Log, logOnce } from '../log.ts'

/** How often a runner looks by itself. Due instants are minutes at the shortest. */
const everyMs = 15_000

export interface Looking {
  /** Looks now; while a look is under way, once more after it. */
  look(): void
  /** No further look; resolves when the one under way has ended, which it is told. */
  stop(): Promise<void>
}

/** Looks now, whenever it is called, and every quarter of a minute; a look that takes longer is not overtaken. */
export function keepLooking(log: Log, broken: string, run: (stopped: () => boolean) => Promise<unknown>): Looking {
  let stopped = false
  let again = false
  let lost = false
  let running: Promise<unknown> | null = null
  const look = () => {
    again = running !== null
    running ??= run(() => stopped)
      .then(() => {
        lost = false
      })
      .catch((error: unknown) => {
        // Said once, tried again at every look.
        if (!lost) logOnce(log, error, {}, broken)
        lost = true
      })
      .finally(() => {
        running = null
        if (again && !stopped) look()
      })
  }
  look()
  const timer = setInterval(() => {
    if (!running) look()
  }, everyMs)
  timer.unref()
  return {
    look,
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}
