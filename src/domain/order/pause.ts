import type { Draft } from '../decision.ts'
import type { DemandEvent } from '../demand/event.ts'
import type { DemandState } from '../demand/state.ts'
import type { Times } from '../times.ts'
import { answerClock } from './answer-clock.ts'
import type { OrderEvent } from './event.ts'

/** The reason of `rules/reasons.yaml` for which a word of the worker ends a pause (§2.6: 等待职工补充). */
const worker = 'worker-supplement'

/** True while a pause waits for something from the worker. */
export function waitsForWorker(state: DemandState): boolean {
  return state.order.pause?.reason === worker
}

/**
 * SUSPENDED → IN_PROGRESS (§2.6): what was left of the time is laid after the resumption. `at`: when it ended, which for
 * the end that was set is that instant, however late somebody looks. Null where nothing is paused.
 */
export function resumed(
  state: DemandState,
  by: Extract<OrderEvent, { kind: 'PauseEnded' }>['body']['by'],
  at: string,
  times: Times,
): Draft<DemandEvent> | null {
  const { pause } = state.order
  if (!pause || !state.dueAt) return null
  const clock = answerClock(at, times.resumedDue(pause.sinceAt, at, state.dueAt), times)
  return { kind: 'PauseEnded', body: { by, ...clock } }
}
