const firstRestMs = 60_000
const longestRestMs = 3_600_000

/** A demand that is due, and since when: another instant is another matter. */
type Due = { readonly id: string; readonly at: Date }

/**
 * Demands the clock could not move. Each rests, twice as long every time and an hour at most: what fails for ever must
 * cost next to nothing, and writes one line a try and not one a look.
 */
export class Resting {
  readonly #failed = new Map<string, { readonly since: number; readonly times: number; readonly until: number }>()

  /** Whether it failed at this instant of its own and has not rested long enough. */
  has({ id, at }: Due, now: Date): boolean {
    const failed = this.#failed.get(id)
    return failed !== undefined && failed.since === at.getTime() && failed.until > now.getTime()
  }

  /** Lays it to rest; gives how often in a row it has failed. */
  add({ id, at }: Due, now: Date): number {
    const before = this.#failed.get(id)
    const times = before?.since === at.getTime() ? before.times + 1 : 1
    const rest = Math.min(longestRestMs, firstRestMs * 2 ** (times - 1))
    this.#failed.set(id, { since: at.getTime(), times, until: now.getTime() + rest })
    return times
  }

  /** It moved. */
  delete({ id }: Due): void {
    this.#failed.delete(id)
  }
}
