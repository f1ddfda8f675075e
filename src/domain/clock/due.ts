import { isOpen } from '../demand/next.ts'
import type { DemandState } from '../demand/state.ts'
import type { Alarm } from './state.ts'

/** Something time must do by itself, and when. */
export type Due =
  | { readonly what: 'alarm'; readonly at: string; readonly alarm: Alarm }
  | { readonly what: Exclude<DueWhat, 'alarm'>; readonly at: string }

/** A pause ends, silence signs or climbs, a report is owed, the callback opens or ends, the watch asks, silence keeps a matter in the rates, the archive takes it. */
type DueWhat =
  | 'pause'
  | 'sign'
  | 'ruling'
  | 'request'
  | 'opinion'
  | 'interim'
  | 'alarm'
  | 'callback-opens'
  | 'callback-ends'
  | 'watch'
  | 'exclusion'
  | 'archive'

/** The first thing that time must do about a demand; null when never. Of two at one instant the one named first above. */
export function firstDue(state: DemandState): Due | null {
  return dues(state).reduce<Due | null>((first, one) => (first === null || one.at < first.at ? one : first), null)
}

/**
 * The earliest instant at which time itself must do something about a demand; null when never. The runner asks for every
 * demand whose instant has come (`demand.clock_at`), and a tick does all that is due: after a run none is left.
 */
export function clockAt(state: DemandState): string | null {
  return firstDue(state)?.at ?? null
}

function dues(state: DemandState): Due[] {
  const { clock, order, callbacks, watch, exclusion } = state
  const found: Due[] = []
  const add = (what: Exclude<DueWhat, 'alarm'>, at: string | null | undefined) => at && found.push({ what, at })
  const open = isOpen(state)
  if (open) {
    add('pause', order.pause?.untilAt)
    add('sign', order.autoSignAt)
    add('ruling', order.ruling?.rulingDueAt)
    add('request', order.request?.decideBy)
    add('opinion', order.opinion?.dueAt)
    add('interim', clock.interimAt)
  }
  for (const alarm of clock.alarms) found.push({ what: 'alarm', at: alarm.at, alarm })
  if (open && callbacks.open) add('callback-ends', callbacks.closeAt)
  if (open && !callbacks.open) add('callback-opens', callbacks.opensAt)
  add('watch', watch.asks[0]?.at)
  add('exclusion', exclusion.asked?.decideBy)
  add('archive', clock.archiveAt)
  return found
}
