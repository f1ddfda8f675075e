import type { Actor, Role } from '../actor.ts'
import { mayAtUnit, type UnitAnswer, type UnitGrant, verbsAtUnit } from '../unit-grants.ts'
import type { VisitVerb } from './command.ts'

/** Roles that serve or organise: they visit, and can own a contact point. */
export const goers: readonly Role[] = ['agent', 'triage', 'handler', 'head', 'organiser']
const paid: readonly VisitVerb[] = ['visit.plan', 'visit.drop', 'visit.record', 'visit.correct']

/**
 * Who may record visits: every role that serves or organises, for its own union; leaders go like anyone. What was said is
 * opened by the team that heard it and by the head of its union; all others read counts (domain §3, *Visit record*).
 */
export const visitGrants: readonly UnitGrant<VisitVerb>[] = [
  ...goers.flatMap((role) => paid.map((verb) => ({ role, verb, reach: 'own' }) as const)),
  { role: 'agent', verb: 'visit.read', reach: 'own' },
  { role: 'handler', verb: 'visit.read', reach: 'own' },
  { role: 'triage', verb: 'visit.read', reach: 'subtree' },
  { role: 'head', verb: 'visit.read', reach: 'subtree' },
  { role: 'organiser', verb: 'visit.read', reach: 'subtree' },
  { role: 'auditor', verb: 'visit.read', reach: 'subtree' },
  { role: 'head', verb: 'visit.open', reach: 'own' },
]

/** Whether the actor may use the verb on a visit of a unit (`path`: itself first; empty where none is in force). */
export function mayOnVisit(actor: Actor, verb: VisitVerb, path: readonly number[]): UnitAnswer {
  return mayAtUnit(visitGrants, actor, verb, path)
}

/** The verbs the actor may use on visits of a unit. */
export function visitVerbs(actor: Actor, path: readonly number[]): readonly VisitVerb[] {
  return verbsAtUnit(visitGrants, actor, path)
}
