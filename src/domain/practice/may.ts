import type { Actor } from '../actor.ts'
import { mayAtUnit, type UnitAnswer, type UnitGrant } from '../unit-grants.ts'
import type { PracticeVerb } from './command.ts'
import type { PracticeState } from './state.ts'

/** Who may do what with a practice: it is read by every post there is, described and adopted by a union for itself. */
export const practiceGrants: readonly UnitGrant<PracticeVerb>[] = [
  ...(['head', 'organiser', 'triage', 'handler', 'trainer', 'editor'] as const).map(
    (role) => ({ role, verb: 'practice.read', reach: 'any' }) as const,
  ),
  ...(['head', 'organiser', 'handler'] as const).map(
    (role) => ({ role, verb: 'practice.describe', reach: 'own' }) as const,
  ),
  ...(['head', 'organiser'] as const).flatMap((role) => [
    { role, verb: 'practice.adopt', reach: 'own' } as const,
    { role, verb: 'practice.end', reach: 'own' } as const,
  ]),
]

/** What the table looks at: a state, or a row of the projection. */
export type PracticeTarget = Pick<PracticeState, 'path' | 'endedAt' | 'places'>

/** Whether the actor may use the verb, at the unit whose it is about. */
export function mayOnPractice(actor: Actor, verb: PracticeVerb, path: readonly number[]): UnitAnswer {
  return mayAtUnit(practiceGrants, actor, verb, path)
}

/** The verbs the actor may use on a practice now, for the own union. */
export function practiceVerbs(actor: Actor, { path, endedAt, places }: PracticeTarget): readonly PracticeVerb[] {
  if (actor.kind !== 'staff' || endedAt !== null) return []
  const has = places.some(({ unit }) => unit === actor.unit)
  const adopts = !has && mayOnPractice(actor, 'practice.adopt', [actor.unit]) === 'yes'
  const ends = mayOnPractice(actor, 'practice.end', path) === 'yes'
  return [...(adopts ? (['practice.adopt'] as const) : []), ...(ends ? (['practice.end'] as const) : [])]
}
