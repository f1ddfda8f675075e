import type { EnterpriseReached, OutreachEvent } from './event.ts'

/** How an enterprise stands in a year: `reached` while a visit of that year is on record. */
export type OutreachState = EnterpriseReached & { readonly id: string; readonly reached: boolean }

/** Folds one event into the state; the first is always `EnterpriseReached`. Reads no rule and no clock. */
export function evolve(state: OutreachState | null, event: OutreachEvent & { readonly stream: string }): OutreachState {
  switch (event.kind) {
    case 'EnterpriseReached':
      return { ...event.body, id: event.stream, reached: true }
    case 'EnterpriseMissed':
      return { ...(state as OutreachState), reached: false }
  }
}
