import type { OfficeEvent } from './event.ts'
import { type OfficeState, untouched } from './state.ts'

/** An event of an office as it stands in the ledger: with the stream it belongs to. */
export type RecordedOfficeEvent = OfficeEvent & { readonly stream: string }

/** Folds one event into the state; any of them may be the first. Reads no rule and no clock. */
export function evolve(before: OfficeState | null, event: RecordedOfficeEvent): OfficeState {
  const state = before ?? untouched(event.stream, event.body.unit)
  switch (event.kind) {
    case 'DutySet':
      return { ...state, duties: [...state.duties, event.body], lastEntry: event.body.entry }
    case 'DutyCleared':
      return { ...state, duties: state.duties.filter((duty) => duty.entry !== event.body.entry) }
    case 'SmallOfficeSet':
      return { ...state, small: event.body.on }
  }
}
