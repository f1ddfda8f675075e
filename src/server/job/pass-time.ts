import type { Clock } from '../clock.ts'
import { type FollowContext, runFollowersOnce } from '../follow/start-following.ts'
import { type ClockContext, runClock } from './clock-runner.ts'

/** What lets time pass: the runner, the followers, and a clock that can be set. */
export type PassingContext = ClockContext & Pick<FollowContext, 'followers'> & { readonly clock: Clock }

/** What a matter of weeks may hold at most in one step of a story; beyond it something goes round in circles. */
const mostStops = 10_000

/**
 * Lets time pass as it would have: the clock stops at every instant at which something is due, that happens then, and
 * only after it the clock goes on. So an order signs itself on Tuesday although the story jumps from Monday to Friday.
 * @param set sets the clock; never backwards
 */
export async function passTime(context: PassingContext, until: Date, set: (at: Date) => void): Promise<void> {
  await settle(context)
  for (let stop = 0; stop < mostStops; stop += 1) {
    const due = await nextDue(context)
    if (!due || due >= until) break
    if (due > context.clock.now()) set(due)
    const { moved } = await settle(context)
    if (moved === 0) break
  }
  set(until)
  await settle(context)
}

/** Whatever is due now, and what follows from it. */
async function settle(context: PassingContext): Promise<{ moved: number }> {
  await runFollowersOnce(context)
  const { moved } = await runClock(context)
  await runFollowersOnce(context)
  return { moved }
}

async function nextDue(context: PassingContext): Promise<Date | null> {
  const { rows } = await context.db.writer.query('select min(clock_at) as at from demand')
  return rows[0].at
}
