import type { DirectiveEvent } from './event.ts'
import type { DirectiveState } from './state.ts'

/** An event of a directive as it stands in the ledger. */
export type RecordedDirectiveEvent = DirectiveEvent & { readonly stream: string }

const drafted = {
  state: 'draft',
  ...{ to: null, issuedOn: null, successor: null, reason: null },
  ...{ approved: [], attached: [] },
} as const

/** Folds one event into the state; the first is always `DirectiveDrafted`. */
export function evolve(state: DirectiveState | null, event: RecordedDirectiveEvent): DirectiveState {
  if (event.kind === 'DirectiveDrafted') return { id: event.stream, ...event.body, ...drafted }
  if (!state) throw new Error(`${event.kind} cannot be the first event of a directive`)
  switch (event.kind) {
    case 'DirectiveChanged':
      return { ...state, ...event.body }
    case 'DirectiveIssued':
      return { ...state, state: 'issued', to: event.body.to, issuedOn: event.body.on }
    case 'DirectiveSuperseded':
      return { ...state, state: 'superseded', successor: event.body.successor }
    case 'DirectiveWithdrawn':
      return { ...state, state: 'withdrawn', reason: event.body.reason }
    case 'FormApproved':
      return { ...state, approved: [...state.approved, event.body] }
    case 'FormAttached':
      return { ...state, attached: [...state.attached, event.body] }
  }
}
