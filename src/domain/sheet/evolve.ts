import type { SheetEvent } from './event.ts'
import type { SheetState } from './state.ts'

/** An event of a table as it stands in the ledger: with the stream it belongs to. */
export type RecordedSheetEvent = SheetEvent & { readonly stream: string }

/** Folds one event into the state; the first is always `SheetTaken`. */
export function evolve(state: SheetState | null, event: RecordedSheetEvent): SheetState {
  if (event.kind === 'SheetTaken')
    return { id: event.stream, ...event.body, matched: null, filledOn: null, minutes: null }
  if (!state) throw new Error(`${event.kind} cannot be the first event of a table`)
  switch (event.kind) {
    case 'SheetMatched':
      return { ...state, matched: event.body }
    case 'SheetFilled': {
      const { on, minutes } = event.body
      const all = minutes === null ? state.minutes : (state.minutes ?? 0) + minutes
      return { ...state, filledOn: state.filledOn ?? on, minutes: all }
    }
  }
}
