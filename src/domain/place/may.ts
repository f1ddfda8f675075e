import type { Actor } from '../actor.ts'
import { mayAtUnit, type UnitAnswer, type UnitGrant, verbsAtUnit } from '../unit-grants.ts'
import type { PlaceVerb } from './command.ts'

const keeping: readonly PlaceVerb[] = ['place.keep', 'place.pass-on', 'place.end', 'place.station', 'place.unstation']

/** Who arranges contact points: the head and whoever organises, for their own union. Everybody who visits reads them. */
export const placeGrants: readonly UnitGrant<PlaceVerb>[] = [
  ...(['head', 'organiser', 'handler'] as const).flatMap((role) =>
    keeping.map((verb) => ({ role, verb, reach: 'own' }) as const),
  ),
  { role: 'agent', verb: 'place.read', reach: 'own' },
  { role: 'handler', verb: 'place.read', reach: 'own' },
  { role: 'triage', verb: 'place.read', reach: 'subtree' },
  { role: 'head', verb: 'place.read', reach: 'subtree' },
  { role: 'organiser', verb: 'place.read', reach: 'subtree' },
  { role: 'auditor', verb: 'place.read', reach: 'subtree' },
]

/** Whether the actor may use the verb on a contact point of a unit (`path`: itself first; empty where none is in force). */
export function mayOnPlace(actor: Actor, verb: PlaceVerb, path: readonly number[]): UnitAnswer {
  return mayAtUnit(placeGrants, actor, verb, path)
}

/** The verbs the actor may use on contact points of a unit. */
export function placeVerbs(actor: Actor, path: readonly number[]): readonly PlaceVerb[] {
  return verbsAtUnit(placeGrants, actor, path)
}
