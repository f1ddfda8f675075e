import type { Actor } from '../actor.ts'
import { mayAtUnit, type UnitAnswer, type UnitGrant, verbsAtUnit } from '../unit-grants.ts'
import type { OfficeVerb } from './command.ts'

/**
 * Who may arrange an office: its head the roster, the security administrator of it or of a unit above both. The head
 * never lifts the separation of duties for themselves (product law 10).
 */
export const officeGrants: readonly UnitGrant<OfficeVerb>[] = [
  { role: 'head', verb: 'duty.set', reach: 'own' },
  { role: 'head', verb: 'duty.clear', reach: 'own' },
  { role: 'admin', verb: 'duty.set', reach: 'subtree' },
  { role: 'admin', verb: 'duty.clear', reach: 'subtree' },
  { role: 'admin', verb: 'office.set-small', reach: 'subtree' },
]

/**
 * Whether the actor may use the verb on the office of a unit.
 * @param path the unit with its ancestors, itself first; empty when no such unit is in force
 */
export function mayOnOffice(actor: Actor, verb: OfficeVerb, path: readonly number[]): UnitAnswer {
  return mayAtUnit(officeGrants, actor, verb, path)
}

/** The verbs the actor may use on the office of a unit: exactly the buttons of its page. */
export function officeVerbs(actor: Actor, path: readonly number[]): readonly OfficeVerb[] {
  return verbsAtUnit(officeGrants, actor, path)
}
