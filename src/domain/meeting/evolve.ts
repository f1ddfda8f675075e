import type { MeetingEvent } from './event.ts'
import type { MeetingState } from './state.ts'

/** An event of a meeting as it stands in the ledger. */
export type RecordedMeetingEvent = MeetingEvent & { readonly stream: string }

/**
 * Folds one event into the state. Reads no rule and no clock.
 * @throws RangeError when the first event is not `MeetingCalled`: no decider writes such a stream.
 */
export function evolve(state: MeetingState | null, event: RecordedMeetingEvent): MeetingState {
  if (event.kind === 'MeetingCalled') {
    const fresh = { sequence: 0, cancelled: false, papers: [], decisions: [] }
    return { ...event.body, id: event.stream, ...fresh }
  }
  if (!state) throw new RangeError('a meeting begins with its call')
  switch (event.kind) {
    case 'MeetingChanged':
      return { ...state, ...event.body }
    case 'MeetingCancelled':
      return { ...state, cancelled: true, sequence: event.body.sequence }
    case 'MeetingPaperAdded':
      return { ...state, papers: [...state.papers, event.body] }
    case 'MeetingDecided':
      return { ...state, decisions: [...state.decisions, { ...event.body, done: false }] }
    case 'MeetingTaskDone': {
      const done = (n: number) => n === event.body.n
      return { ...state, decisions: state.decisions.map((each) => (done(each.n) ? { ...each, done: true } : each)) }
    }
  }
}
