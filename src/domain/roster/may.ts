import type { Actor, Role } from '../actor.ts'
import type { OfficeVerb } from './command.ts'

/** `own`: the unit of the post; `subtree`: it and the units below. */
export type OfficeGrant = { readonly role: Role; readonly verb: OfficeVerb; readonly reach: 'own' | 'subtree' }

/**
 * Who may arrange an office: its head the roster, the security administrator of it or of a unit above both. The head
 * never lifts the separation of duties for themselves (product law 10).
 */
export const officeGrants: readonly OfficeGrant[] = [
  { role: 'head', verb: 'duty.set', reach: 'own' },
  { role: 'head', verb: 'duty.clear', reach: 'own' },
  { role: 'admin', verb: 'duty.set', reach: 'subtree' },
  { role: 'admin', verb: 'duty.clear', reach: 'subtree' },
  { role: 'admin', verb: 'office.set-small', reach: 'subtree' },
]

/** `yes`; `no`: not this role; `hidden`: outside the reach of the post, read as *no such unit*. */
export type OfficeAnswer = 'yes' | 'no' | 'hidden'

/**
 * Whether the actor may use the verb on the office of a unit.
 * @param path the unit with its ancestors, itself first; empty when no such unit is in force
 */
export function mayOnOffice(actor: Actor, verb: OfficeVerb, path: readonly number[]): OfficeAnswer {
  if (actor.kind === 'system' || actor.kind === 'operator') return 'yes'
  if (actor.kind !== 'staff') return 'no'
  const mine = officeGrants.filter((grant) => grant.role === actor.role && grant.verb === verb)
  if (mine.length === 0) return 'no'
  const { unit } = actor
  return mine.some(({ reach }) => (reach === 'own' ? path[0] === unit : path.includes(unit))) ? 'yes' : 'hidden'
}

/** The verbs the actor may use on the office of a unit: exactly the buttons of its page. */
export function officeVerbs(actor: Actor, path: readonly number[]): readonly OfficeVerb[] {
  const verbs = [...new Set(officeGrants.map((grant) => grant.verb))]
  return verbs.filter((verb) => mayOnOffice(actor, verb, path) === 'yes')
}
