import { localDateOf } from '../calendar/local-time.ts'
import type { PracticeEvent } from './event.ts'
import type { PracticeState } from './state.ts'

/** An event of a practice as it stands in the ledger. */
export type RecordedPracticeEvent = PracticeEvent & { readonly stream: string; readonly at: string }

/** Folds one event into the state; the first describes it. Reads no rule and no clock. */
export function evolve(state: PracticeState | null, event: RecordedPracticeEvent): PracticeState {
  if (event.kind === 'PracticeDescribed') {
    const { where, ...body } = event.body
    const places = where.map((at) => ({ ...at, since: body.since, on: null }))
    return { id: event.stream, ...body, describedAt: event.at, endedAt: null, places }
  }
  if (!state) throw new Error(`a practice begins with ${event.kind}`)
  switch (event.kind) {
    case 'PracticeAdopted':
      return { ...state, places: [...state.places, { ...event.body, on: localDateOf(Date.parse(event.at)) }] }
    case 'PracticeEnded':
      return { ...state, endedAt: event.at }
  }
}
