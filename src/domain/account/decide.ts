import { actorText, type Role, roles } from '../actor.ts'
import { accepted, type Decision, type Refusal, refused } from '../decision.ts'
import type { AccountCommand, AccountVerb, CreateAccount } from './command.ts'
import type { AccountEvent } from './event.ts'
import type { AccountFacts, GrantFacts } from './facts.ts'
import { mayOnAccount } from './may.ts'
import { type AccountState, inForce } from './state.ts'

type Of<K extends AccountCommand['kind']> = Extract<AccountCommand, { kind: K }>
type Decided = Decision<AccountEvent>

/** A command on an account that exists, together with its facts. */
export type AskedOfAccount =
  | { readonly kind: 'post.grant'; readonly command: Of<'post.grant'>; readonly facts: GrantFacts }
  | { readonly kind: 'post.end'; readonly command: Of<'post.end'>; readonly facts: AccountFacts }
  | { readonly kind: 'account.disable'; readonly command: Of<'account.disable'>; readonly facts: AccountFacts }
  | { readonly kind: 'account.reset'; readonly command: Of<'account.reset'>; readonly facts: AccountFacts }

/** Decides every command on an account that exists. `account.create` makes the stream and is decided by `create`. */
export function decide(state: AccountState, asked: AskedOfAccount): Decided {
  switch (asked.kind) {
    case 'post.grant':
      return grantPost(state, asked.command, asked.facts)
    case 'post.end':
      return endPost(state, asked.command, asked.facts)
    case 'account.disable':
      return disable(state, asked.facts)
    case 'account.reset':
      return resetPassword(state, asked.facts)
  }
}

/** A new person. Refused: `account.exists`, `unit.unknown` (no such unit, or outside the subtree), `not-allowed`. */
export function create(state: AccountState | null, command: CreateAccount, facts: AccountFacts): Decided {
  const { unit } = facts
  const no = forbidden('account.create', command.account, unit ? [unit.path] : [], facts, 'unit.unknown', {
    unit: command.unit,
  })
  if (no) return no
  if (state) return refused('account.exists')
  if (!unit) return refused('unit.unknown', { unit: command.unit })
  return accepted<AccountEvent>({ kind: 'AccountCreated', body: { unit: unit.unit, realm: unit.realm } })
}

/** 岗位: a role at a unit. Refused: `unit.unknown`, `role.unknown`, `section.unknown`, `post.exists`, `post.roles-apart`. */
export function grantPost(state: AccountState, command: Of<'post.grant'>, facts: GrantFacts): Decided {
  const { unit } = facts
  const no = forbidden('post.grant', state.id, unit ? [unit.path] : [], facts, 'unit.unknown', { unit: command.unit })
  if (no) return no
  if (state.disabledAt !== null) return refused('account.disabled')
  if (!unit) return refused('unit.unknown', { unit: command.unit })
  const role = roles.find((known): known is Role => known === command.role)
  if (!role) return refused('role.unknown', { role: command.role })
  const section = command.section ?? null
  if (!facts.sectionKnown) return refused('section.unknown', { section: section ?? '' })
  const held = inForce(state)
  const same = held.find((post) => post.unit === unit.unit && post.section === section && post.role === role)
  if (same) return refused('post.exists', { post: same.post })
  const against = rolesApart(held, role, facts.apart)
  if (against) return against
  const body = { post: facts.post, unit: unit.unit, section, role, fullTime: command.fullTime }
  return accepted<AccountEvent>({ kind: 'PostGranted', body })
}

/** Ends one post; what it held stays with the unit, nothing is orphaned (law 10). Refused: `post.unknown`. */
export function endPost(state: AccountState, command: Of<'post.end'>, facts: AccountFacts): Decided {
  const post = inForce(state).find((held) => held.post === command.post)
  const no = forbidden('post.end', state.id, pathsOf(facts, post ? [post.unit] : []), facts, 'post.unknown', {
    post: command.post,
  })
  if (no) return no
  if (!post) return refused('post.unknown', { post: command.post })
  return accepted<AccountEvent>({ kind: 'PostEnded', body: { post: post.post } })
}

/** Ends every post and then the account. An administrator needs all of them in the subtree. Refused: `account.disabled`. */
export function disable(state: AccountState, facts: AccountFacts): Decided {
  const held = inForce(state)
  const touched = pathsOf(facts, [state.unit, ...held.map((post) => post.unit)])
  const no = forbidden('account.disable', state.id, touched, facts)
  if (no) return no
  if (state.disabledAt !== null) return refused('account.disabled')
  return accepted<AccountEvent>(...held.map(({ post }) => ({ kind: 'PostEnded', body: { post } }) as const), {
    kind: 'AccountDisabled',
    body: {},
  })
}

/** That a new password was handed out, and by whom; the password itself is no history. Refused: `account.disabled`. */
export function resetPassword(state: AccountState, facts: AccountFacts): Decided {
  const no = forbidden('account.reset', state.id, pathsOf(facts, [state.unit]), facts)
  if (no) return no
  if (state.disabledAt !== null) return refused('account.disabled')
  return accepted<AccountEvent>({ kind: 'PasswordReset', body: { by: actorText(facts.actor) } })
}

/**
 * 三员分立 and handler ≠ custodian (law 10): who keeps the keys, who works and who checks are different people. Null where
 * a person with these posts may take the role too, else the refusal `post.roles-apart`.
 */
export function rolesApart(
  held: readonly { readonly role: Role }[],
  role: Role,
  apart: readonly (readonly [string, string])[],
): { readonly refused: Refusal } | null {
  const against = held.find((post) => apart.some((pair) => together(pair, post.role, role)))
  return against ? refused('post.roles-apart', { role, held: against.role }) : null
}

const together = ([a, b]: readonly [string, string], x: string, y: string) =>
  (a === x && b === y) || (a === y && b === x)

// A unit that no longer exists has no path: then only the operator can act, which is what an orphan needs.
function pathsOf(facts: AccountFacts, units: readonly number[]): readonly (readonly number[])[] {
  return units.map((unit) => facts.paths.get(unit) ?? [])
}

/**
 * Null where the actor may. Out of reach reads like *there is none*, with the very words of the case where there is none.
 * Refused: `not-allowed`, `account.not-your-own`, or as `hiddenAs` says.
 */
export function forbidden(
  verb: AccountVerb,
  account: string,
  paths: readonly (readonly number[])[],
  facts: AccountFacts,
  hiddenAs: string = 'not-found',
  params: Refusal['params'] = {},
): { readonly refused: Refusal } | null {
  switch (mayOnAccount(facts.actor, verb, account, paths)) {
    case 'yes':
      return null
    case 'no':
      return refused('not-allowed')
    case 'self':
      return refused('account.not-your-own')
    case 'hidden':
      return refused(hiddenAs, params)
  }
}
