import type { Holder } from '../demand/event.ts'
import type { Alarm } from './state.ts'

/** What a clock is about. */
export type ClockWhat = 'triage' | 'contact' | 'answer' | 'joint' | 'callback' | 'protection'

/** Acts of time (domain §2.6): recorded by the system when the runner finds them due, each once. */
export type ClockEvent =
  /** 80 % of the limit: told to the head of the unit that holds it. `late`: the matter arrived when its time was over. */
  | {
      readonly kind: 'ClockWarned'
      readonly body: { readonly what: ClockWhat; readonly to: Holder; readonly late?: true }
    }
  /**
   * Late arrival (§2.6): what was over when the matter arrived, at `until` or before, calls nobody in. `alarms` stand in its
   * place, the same counted from the arrival.
   */
  | { readonly kind: 'ClockSpared'; readonly body: { readonly until: string; readonly alarms: readonly Alarm[] } }
  /** 催办 at 100 %: the next level hears of it. `superviseAt`: when the level above that will, if nothing happens. */
  | {
      readonly kind: 'ClockChased'
      readonly body: { readonly what: ClockWhat; readonly to: Holder; readonly superviseAt: string | null }
    }
  /** 督办 five working days later, by the county's or the province's office. */
  | { readonly kind: 'ClockSupervised'; readonly body: { readonly what: ClockWhat; readonly to: Holder } }
  /** Silence climbs: the ruling or the request goes one level further up, with a time of its own. */
  | {
      readonly kind: 'DecisionClimbed'
      readonly body: { readonly what: 'ruling' | 'request' | 'opinion'; readonly to: Holder; readonly decideBy: string }
    }
  /** A specially complex matter owes the worker a report; the next falls due then, null where its class asks no more. */
  | { readonly kind: 'InterimDue'; readonly body: { readonly nextAt: string | null } }
  /** Retention begins: the life of the matter is over (day 31). */
  | { readonly kind: 'DemandArchived'; readonly body: Record<never, never> }
  /** An official calendar replaced the provisional one a due was counted by. */
  | {
      readonly kind: 'DueRecalculated'
      readonly body: {
        readonly contactDueAt: string | null
        readonly dueAt: string
        readonly warnAt: string
        readonly superviseAt: string
        readonly provisional: boolean
      }
    }
