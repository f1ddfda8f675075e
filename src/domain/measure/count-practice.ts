import { evolve, type RecordedPracticeEvent } from '../practice/evolve.ts'
import type { PracticeState } from '../practice/state.ts'
import type { Counted } from './measure.ts'

/** What a practice counts as, for the union that described it: from the day the first other union took it up. */
export function countPractice(events: readonly RecordedPracticeEvent[]): readonly Counted[] {
  const practice = events.reduce((state: PracticeState | null, event) => evolve(state, event), null)
  const adopted = practice?.places.find(({ on }) => on !== null)
  if (!practice || !adopted?.on) return []
  return [{ measure: 'practices-adopted', on: adopted.on, path: practice.path, cuts: [], persons: 0 }]
}
