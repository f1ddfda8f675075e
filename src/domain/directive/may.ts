import type { Actor } from '../actor.ts'
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

/**
 * Who may issue: organiser and head of the unit itself. Anyone who leads something may want a form; only such a post at or
 * above the unit that wants it can approve it, and only from province level on (the decider looks at the level).
 */
export const directiveGrants: readonly UnitGrant<DirectiveVerb>[] = [
  ...leading.flatMap((role) => issuing.map((verb) => ({ role, verb, reach: 'own' as const }))),
  ...leading.map((role) => ({ role, verb: 'form.attach' as const, reach: 'own' as const })),
  ...leading.map((role) => ({ role, verb: 'form.approve' as const, reach: 'subtree' as const })),
]

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
