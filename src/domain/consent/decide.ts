import { accepted, type Decision, refused } from '../decision.ts'
import type { DemandEvent } from '../demand/event.ts'
import type { DemandFacts } from '../demand/facts.ts'
import type { DemandState } from '../demand/state.ts'
import type { ConsentCommand } from './command.ts'

type Of<K extends ConsentCommand['kind']> = Extract<ConsentCommand, { kind: K }>

/** Facts of `consent.give`: the text in force. */
export type ConsentFacts = DemandFacts & { readonly consentText: { readonly version: number; readonly hash: string } }

/**
 * The worker agrees to a purpose, each apart (domain §4 rule 11). To a story only once the matter is closed, so that nobody
 * can think the handling hangs on it, and nobody of the union can ask (rule 27). Refused: `consent.workers-only`,
 * `consent.while-open`, `consent.given`, `consent.other-text`.
 */
export function giveConsent(
  state: DemandState,
  command: Of<'consent.give'>,
  { actor, consentText }: ConsentFacts,
): Decision<DemandEvent> {
  if (actor.kind !== 'claimant') return refused('consent.workers-only')
  if (state.status !== 'closed') return refused('consent.while-open')
  const { purpose, version, name, picture } = command
  if (state.consents.some((one) => one.purpose === purpose)) return refused('consent.given')
  if (version !== consentText.version) return refused('consent.other-text')
  const body = { purpose, version, hash: consentText.hash, name, picture, assisted: actor.assisted }
  return accepted<DemandEvent>({ kind: 'ConsentGiven', body })
}

/**
 * Taken back, at any time and without a reason; by the server alone where a restore brought back what was taken back before.
 * Refused: `consent.workers-only`, `consent.not-given`.
 */
export function withdrawConsent(
  state: DemandState,
  { purpose }: Of<'consent.withdraw'>,
  { actor }: DemandFacts,
): Decision<DemandEvent> {
  if (actor.kind !== 'claimant' && actor.kind !== 'system') return refused('consent.workers-only')
  if (!state.consents.some((one) => one.purpose === purpose)) return refused('consent.not-given')
  const cause = actor.kind === 'system' ? 'restored' : 'worker'
  return accepted<DemandEvent>({ kind: 'ConsentWithdrawn', body: { purpose, cause } })
}
