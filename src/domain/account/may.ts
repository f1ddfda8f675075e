import type { Actor, Role } from '../actor.ts'
import type { AccountVerb } from './command.ts'

/**
 * Who may give and take posts (domain §3, 三员分立): the operator of the machine, and the security administrator of a
 * unit for the units below it, but never for their own account.
 */
export type AccountGrant = { readonly role: Role; readonly verb: AccountVerb }

/** The table. A reset hands out a password, so it is the operator's alone. */
export const accountGrants: readonly AccountGrant[] = (
  ['account.create', 'post.grant', 'post.end', 'post.hand-over', 'account.disable'] as const
).map((verb) => ({ role: 'admin', verb }))

/** `yes`; `no`: not this role; `hidden`: outside the actor's subtree; `self`: their own account. */
export type AccountAnswer = 'yes' | 'no' | 'hidden' | 'self'

/**
 * Whether the actor may use the verb on an account.
 * @param account id of the account acted on
 * @param paths every unit the act touches, each with its ancestors, itself first; all of them must be within reach
 */
export function mayOnAccount(
  actor: Actor,
  verb: AccountVerb,
  account: string,
  paths: readonly (readonly number[])[],
): AccountAnswer {
  if (actor.kind === 'system' || actor.kind === 'operator') return 'yes'
  if (actor.kind !== 'staff' || !accountVerbs(actor).includes(verb)) return 'no'
  if (actor.account === account) return 'self'
  return paths.length > 0 && paths.every((path) => path.includes(actor.unit)) ? 'yes' : 'hidden'
}

/** The verbs on accounts that a person in this post has at all, somewhere. */
export function accountVerbs(actor: Actor): readonly AccountVerb[] {
  return actor.kind === 'staff' ? accountGrants.filter((g) => g.role === actor.role).map((g) => g.verb) : []
}
