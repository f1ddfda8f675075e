import type { Actor } from '../actor.ts'
import { accepted, type Decision, refused } from '../decision.ts'
import type { RotationCommand } from './command.ts'
import type { RotationEvent, Standing } from './event.ts'
import type { RotationState } from './evolve.ts'

/** How the person stands by hours, posts and plan as they are now; null: hours not met, or on no roster of the plan. */
export type RotationFacts = { readonly actor: Actor; readonly standing: Standing | null }

/**
 * Says how a person stands, where that is something new: a person counts once under a plan, 12 of 16 hours count as nothing,
 * and whoever left the roster counts no longer (domain §6). Refused: `not-allowed`, `rotation.as-it-is`.
 */
export function look(
  state: RotationState | null,
  { account, plan }: RotationCommand,
  { actor, standing }: RotationFacts,
): Decision<RotationEvent> {
  if (actor.kind !== 'system') return refused('not-allowed')
  if (standing === null)
    return state?.met ? accepted<RotationEvent>({ kind: 'RotationLapsed', body: {} }) : refused('rotation.as-it-is')
  if (state?.met && same(state, standing)) return refused('rotation.as-it-is')
  const { path, level, fullTime, on } = standing
  return accepted<RotationEvent>({ kind: 'RotationMet', body: { account, plan, path, level, fullTime, on } })
}

function same(a: Standing, b: Standing): boolean {
  const of = ({ path, level, fullTime, on }: Standing) => JSON.stringify([path, level, fullTime, on])
  return of(a) === of(b)
}
