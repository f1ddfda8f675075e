import type { Actor } from '../actor.ts'
import { mayAtUnit, type UnitAnswer, type UnitGrant, verbsAtUnit } from '../unit-grants.ts'
import type { BriefVerb } from './command.ts'

/** Head and organiser of the unit take what was sent to it, and say what they make of it. Nobody does it for them. */
export const briefGrants: readonly UnitGrant<BriefVerb>[] = (['head', 'organiser'] as const).flatMap((role) =>
  (['brief.receive', 'brief.plan', 'brief.decompose'] as const).map((verb) => ({ role, verb, reach: 'own' as const })),
)

/** Whether the actor may use the verb on the brief of a unit (`path`: itself first). */
export function mayOnBrief(actor: Actor, verb: BriefVerb, path: readonly number[]): UnitAnswer {
  return mayAtUnit(briefGrants, actor, verb, path)
}

/** The verbs the actor may use on the brief of a unit: exactly the buttons of its page. */
export function briefVerbs(actor: Actor, path: readonly number[]): readonly BriefVerb[] {
  return verbsAtUnit(briefGrants, actor, path)
}
