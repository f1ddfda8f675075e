import type { ClassEvent } from '../class/event.ts'
import { type ClassState, evolve } from '../class/evolve.ts'
import type { Counted } from './measure.ts'

/** What a class counts as, from all its events: once, on the day it was finished, with the people who completed it. */
export function countClass(events: readonly (ClassEvent & { readonly stream: string })[]): readonly Counted[] {
  const state = events.reduce<ClassState | null>(evolve, null)
  if (!state || state.finishedOn === null) return []
  const persons = state.completed.length
  return [{ measure: 'training-attended', on: state.finishedOn, path: state.path, cuts: [], persons }]
}
