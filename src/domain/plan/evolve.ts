import type { PlanEvent, PlanOpened } from './event.ts'

/** A plan, folded from its events. */
export type PlanState = PlanOpened & { readonly id: string; readonly closedOn: string | null }

/** Folds one event into the state; the first is always `PlanOpened`. Reads no rule and no clock. */
export function evolve(state: PlanState | null, event: PlanEvent & { readonly stream: string }): PlanState {
  switch (event.kind) {
    case 'PlanOpened':
      return { ...event.body, id: event.stream, closedOn: null }
    case 'PlanChanged':
      return { ...(state as PlanState), ...event.body }
    case 'PlanClosed':
      return { ...(state as PlanState), closedOn: event.body.on }
  }
}
