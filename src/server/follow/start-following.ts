import type { Pool } from 'pg'
import type { PastEvent } from '../ledger/past-event.ts'
import type { Log } from '../log.ts'
import { type Follower, followToTheEnd, isAnyAhead } from './follow.ts'

/** What followers run with. */
export type FollowContext = {
  readonly db: { readonly writer: Pool }
  readonly log: Log
  readonly followers: readonly Follower[]
  readonly pipeline: { onCommitted(listener: (events: readonly PastEvent[]) => void): () => void }
}

/** Commits of other processes are heard of no other way. */
const pollMs = 5000
const firstRestMs = 1000
const longestRestMs = 60_000

/** Runs every follower to the end of every feed, and throws what a follower throws: for stories and tests. */
export async function runFollowersOnce(context: Pick<FollowContext, 'db' | 'followers'>): Promise<void> {
  const names = context.followers.map(({ name }) => name)
  if (!(await isAnyAhead(context.db.writer, names))) return
  for (const follower of context.followers)
    await followToTheEnd(context.db.writer, follower, {
      failed: (_, error) => {
        throw error
      },
    })
}

/**
 * Follows from now on: after each commit of this process and every five seconds. A realm in which a follower throws rests,
 * twice as long each time and a minute at most, and is logged once until it goes on; other realms are not held up.
 * Gives what stops it: resolves when the batch under way has ended.
 */
export function startFollowing(context: FollowContext): () => Promise<void> {
  const runners = context.followers.map((follower) => new Runner(context, follower))
  const wake = () => {
    for (const runner of runners) runner.wake()
  }
  const forget = context.pipeline.onCommitted(wake)
  const timer = setInterval(wake, pollMs)
  timer.unref()
  wake()
  return async () => {
    forget()
    clearInterval(timer)
    await Promise.all(runners.map((runner) => runner.stop()))
  }
}

class Runner {
  readonly #context: FollowContext
  readonly #follower: Follower
  readonly #failures = new Map<number, number>()
  readonly #resting = new Map<number, NodeJS.Timeout>()
  #running: Promise<void> | null = null
  #again = false
  #stopped = false
  #lost = false

  constructor(context: FollowContext, follower: Follower) {
    this.#context = context
    this.#follower = follower
  }

  wake(): void {
    if (this.#stopped) return
    this.#again = true
    this.#running ??= this.#run().finally(() => {
      this.#running = null
      // A commit in the last moment of the run.
      if (this.#again) this.wake()
    })
  }

  async stop(): Promise<void> {
    this.#stopped = true
    for (const timer of this.#resting.values()) clearTimeout(timer)
    await this.#running
  }

  async #run(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false
      try {
        await followToTheEnd(this.#context.db.writer, this.#follower, {
          resting: new Set(this.#resting.keys()),
          stopped: () => this.#stopped,
          failed: (realm, error) => this.#rest(realm, error),
          passed: (realm) => this.#failures.delete(realm),
        })
        this.#lost = false
      } catch (error) {
        // Not even the heads can be read: the poll tries again.
        if (!this.#lost) this.#say(error, {})
        this.#lost = true
      }
    }
  }

  #rest(realm: number, error: unknown): void {
    const failures = this.#failures.get(realm) ?? 0
    this.#failures.set(realm, failures + 1)
    if (failures === 0) this.#say(error, { realm })
    const timer = setTimeout(
      () => {
        this.#resting.delete(realm)
        this.wake()
      },
      Math.min(longestRestMs, firstRestMs * 2 ** failures),
    )
    timer.unref()
    this.#resting.set(realm, timer)
  }

  #say(error: unknown, known: Readonly<Record<string, unknown>>): void {
    this.#context.log.error({ err: error, follower: this.#follower.name, ...known }, 'follower failed')
  }
}
