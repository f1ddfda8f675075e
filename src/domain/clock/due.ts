import { isOpen } from '../demand/next.ts'
import type { DemandState } from '../demand/state.ts'

/**
 * The earliest instant at which time itself must do something about a demand; null when never. The runner asks for every
 * demand whose instant has come (`demand.clock_at`), and a tick does all that is due: after a run none is left.
 */
export function clockAt(state: DemandState): string | null {
  const { clock, order, callbacks, watch } = state
  const instants: (string | null | undefined)[] = clock.alarms.map(({ at }) => at)
  instants.push(clock.archiveAt, watch.asks[0]?.at)
  if (isOpen(state)) {
    instants.push(clock.interimAt, order.autoSignAt, order.ruling?.rulingDueAt, order.request?.decideBy)
    instants.push(order.opinion?.dueAt, order.pause?.untilAt, callbacks.open ? callbacks.closeAt : callbacks.opensAt)
  }
  return instants.reduce<string | null>((first, at) => (at && (first === null || at < first) ? at : first), null)
}
