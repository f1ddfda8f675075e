import type { Clock } from '../clock.ts'
import { type FollowContext, runFollowersOnce } from '../follow/start-following.ts'
import { runCascades } from './cascade-runner.ts'
import { type ClockContext, runClock } from './clock-runner.ts'
import { Resting } from './resting.ts'

/** What lets time pass: the runner, the followers, and a clock that can be set. */
export type PassingContext = ClockContext & Pick<FollowContext, 'followers'> & { readonly clock: Clock }

/** What a matter of weeks may hold at most in one step of a story; beyond it something goes round in circles. */
const mostStops = 10_000

/**
 * Lets time pass as it would have: the clock stops at every instant at which something is due, that happens then, and
 * only after it the clock goes on. So an order signs itself on Tuesday although the story jumps from Monday to Friday.
 * What cannot be moved at its instant is passed by; it stays due and is logged.
 * @param set sets the clock; never backwards
 */
export async function passTime(context: PassingContext, until: Date, set: (at: Date) => void): Promise<void> {
  const { clock } = context
  const resting = new Resting()
  // The clock ticks on while things happen, so what lies ahead is counted from the last stop and not from now.
  let passed = clock.now()
  await settle(context, resting)
  for (let stops = 1; ; stops += 1) {
    const due = await nextDue(context, passed)
    if (!due || due >= until) break
    if (stops > mostStops) throw new Error(`the clock stopped ${mostStops} times on its way: something goes round`)
    passed = due
    if (due > clock.now()) set(due)
    await settle(context, resting)
  }
  if (until > clock.now()) set(until)
  await settle(context, resting)
}

/** Whatever is due now, and what follows from it. */
async function settle(context: PassingContext, resting: Resting): Promise<void> {
  await runFollowersOnce(context)
  // The server's own look may be under way: what it does is done at this instant too, so its end is waited for.
  await runClock(context, { wait: true, resting })
  await runCascades(context, { wait: true })
  await runFollowersOnce(context)
}

async function nextDue({ db }: PassingContext, after: Date): Promise<Date | null> {
  const { rows } = await db.writer.query('select min(clock_at) as at from demand where clock_at > $1', [after])
  return rows[0].at
}
