import type { Actor } from '../actor.ts'
import { mayAtUnit, type UnitAnswer, type UnitGrant, verbsAtUnit } from '../unit-grants.ts'
import type { DeedVerb } from './command.ts'
import type { DeedState } from './state.ts'

const doing = ['deed.propose', 'deed.do', 'deed.end', 'deed.slip', 'deed.read'] as const

/**
 * Who may do what with deeds: the unit's own people propose and do them; heads approve money, of the unit and of every unit
 * above it, so that a small union too finds two persons who did not propose it. Leading-group offices and auditors read.
 */
export const deedGrants: readonly UnitGrant<DeedVerb>[] = [
  ...(['agent', 'handler', 'head'] as const).flatMap((role) =>
    doing.map((verb): UnitGrant<DeedVerb> => ({ role, verb, reach: 'own' })),
  ),
  { role: 'head', verb: 'deed.approve', reach: 'subtree' },
  { role: 'head', verb: 'deed.refuse', reach: 'subtree' },
  { role: 'head', verb: 'deed.read', reach: 'subtree' },
  { role: 'organiser', verb: 'deed.read', reach: 'subtree' },
  { role: 'auditor', verb: 'deed.read', reach: 'subtree' },
]

/**
 * Whether the actor may use the verb on deeds of a unit.
 * @param path the unit with its ancestors, itself first
 */
export function mayOnDeed(actor: Actor, verb: DeedVerb, path: readonly number[]): UnitAnswer {
  return mayAtUnit(deedGrants, actor, verb, path)
}

/** What of a deed its verbs follow from. */
export type DeedTarget = Pick<DeedState, 'path' | 'status' | 'by' | 'for' | 'beneficiaries' | 'employer' | 'slips'> & {
  readonly approvals: readonly { readonly by: string }[]
}

/** The verbs the actor may use on a deed as it stands: exactly the buttons of its page. */
export function deedVerbs(actor: Actor, deed: DeedTarget): readonly DeedVerb[] {
  return verbsAtUnit(deedGrants, actor, deed.path).filter((verb) => fits(verb, deed, actor))
}

function fits(verb: DeedVerb, deed: DeedTarget, actor: Actor): boolean {
  const { status } = deed
  switch (verb) {
    case 'deed.propose':
      return false
    case 'deed.read':
      return true
    case 'deed.approve':
      return status === 'proposed' && actor.kind === 'staff' && maySign(deed, actor.account)
    case 'deed.refuse':
      return status === 'proposed' && actor.kind === 'staff' && actor.account !== deed.by
    case 'deed.do':
      return status === 'approved'
    case 'deed.end':
      return status === 'proposed' || status === 'approved'
    case 'deed.slip':
      return status === 'done' && (slipsLeft(deed, 'workers') > 0 || slipsLeft(deed, 'enterprise') > 0)
  }
}

/** Whether a person's name may stand under the money: not the proposer's, and not twice. */
export function maySign(deed: Pick<DeedTarget, 'by' | 'approvals'>, account: string): boolean {
  return account !== deed.by && !deed.approvals.some(({ by }) => by === account)
}

/** How many slips may still be made: one for each beneficiary, one for the employer named. */
export function slipsLeft(
  deed: Pick<DeedTarget, 'for' | 'beneficiaries' | 'employer' | 'slips'>,
  side: 'workers' | 'enterprise',
): number {
  const all = side === 'enterprise' ? (deed.employer === null ? 0 : 1) : deed.for === 'workers' ? deed.beneficiaries : 0
  return all - deed.slips[side]
}
