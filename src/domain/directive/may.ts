import type { Actor, Role } from '../actor.ts'
import { mayAtUnit, type UnitAnswer, type UnitGrant, verbsAtUnit } from '../unit-grants.ts'
import type { DirectiveVerb } from './command.ts'

const leading = ['organiser', 'head'] as const
const issuing = [
  'directive.draft',
  'directive.change',
  'directive.issue',
  'directive.supersede',
  'directive.withdraw',
] as const

const wanting = ['form.ask', 'form.attach'] as const
const answering = ['form.approve', 'form.refuse'] as const

/**
 * Who may issue: organiser and head of the unit itself. Anyone who leads something may want a form; only such a post at or
 * above the unit that wants it can approve or refuse it, and only from province level on (the decider looks at the level).
 */
export const directiveGrants: readonly UnitGrant<DirectiveVerb>[] = [
  ...leading.flatMap((role) => issuing.map((verb) => ({ role, verb, reach: 'own' as const }))),
  ...leading.flatMap((role) => wanting.map((verb) => ({ role, verb, reach: 'own' as const }))),
  ...leading.flatMap((role) => answering.map((verb) => ({ role, verb, reach: 'subtree' as const }))),
]

/** Roles whose posts can answer for a form: a union without one of them is not asked. */
export const formAnswerers: readonly Role[] = leading

/**
 * Whether the actor may use the verb.
 * @param path of the unit that issues, or that wants a form, itself first
 */
export function mayOnDirective(actor: Actor, verb: DirectiveVerb, path: readonly number[]): UnitAnswer {
  return mayAtUnit(directiveGrants, actor, verb, path)
}

/** The verbs the actor may use on what that unit issued: exactly the buttons of its page. */
export function directiveVerbs(actor: Actor, path: readonly number[]): readonly DirectiveVerb[] {
  return verbsAtUnit(directiveGrants, actor, path)
}
