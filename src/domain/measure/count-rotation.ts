import type { RotationEvent } from '../rotation/event.ts'
import { evolve, type RotationState } from '../rotation/evolve.ts'
import type { Counted } from './measure.ts'

/** What a person under a plan counts as: one person, on the day their hours were met, at the union of their counted post. */
export function countRotation(events: readonly (RotationEvent & { readonly stream: string })[]): readonly Counted[] {
  const state = events.reduce<RotationState | null>(evolve, null)
  if (!state?.met) return []
  return [{ measure: 'trained', on: state.on, path: state.path, cuts: [`plan:${state.plan}`], persons: 1 }]
}
