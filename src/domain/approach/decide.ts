import { accepted, type Decision, refused } from '../decision.ts'
import type { DemandEvent } from '../demand/event.ts'
import type { DemandFacts } from '../demand/facts.ts'
import { isOpen } from '../demand/next.ts'
import type { DemandState } from '../demand/state.ts'
import { textSlot } from '../demand/text-slot.ts'
import { isInHand, outOfHand } from '../order/in-hand.ts'
import type { ApproachCommand } from './command.ts'

type Of<K extends ApproachCommand['kind']> = Extract<ApproachCommand, { kind: K }>

/** Facts of a yes or no: the consent text in force. */
export type ApproachFacts = DemandFacts & { readonly consentText: { readonly version: number; readonly hash: string } }

/** The lead says when, to whom and with which words it would go to the employer. Another proposal takes the place of the last. */
export function proposeApproach(
  state: DemandState,
  command: Of<'approach.propose'>,
  _facts: DemandFacts,
): Decision<DemandEvent> {
  if (!isInHand(state)) return outOfHand(state)
  return accepted<DemandEvent>({
    kind: 'ApproachProposed',
    body: { n: state.approach.n + 1 },
    seal: textSlot('approach', command.text),
  })
}

/**
 * The worker's own yes or no, changed at any time while the matter is open (§4 rule 11: as easy to take back as to give).
 * Refused: `approach.workers-only`, `demand.closed`, `approach.not-proposed`, `approach.as-it-is`.
 */
export function answerApproach(
  state: DemandState,
  command: Of<'approach.answer'>,
  facts: ApproachFacts,
): Decision<DemandEvent> {
  if (facts.actor.kind !== 'claimant') return refused('approach.workers-only')
  return approachWord(state, command, 'receipt', facts.actor.assisted, facts)
}

/**
 * What the worker said on the phone or face to face, written down by the lead, marked so and shown to the worker. Needs such
 * a contact; a no under the receipt is never made a yes by staff. Refused: the codes of the answer, `approach.not-spoken`,
 * `approach.said-no`.
 */
export function recordApproach(
  state: DemandState,
  command: Of<'approach.record'>,
  facts: ApproachFacts,
): Decision<DemandEvent> {
  const { call, person, video } = state.contacts
  const spoken = command.way === 'call' ? call + video : person
  if (spoken === 0) return refused('approach.not-spoken')
  if (command.yes && state.approach.answer === 'no' && state.approach.via === 'receipt')
    return refused('approach.said-no')
  return approachWord(state, command, command.way, true, facts)
}

/** The word itself, however it came. */
export function approachWord(
  state: DemandState,
  { yes, text }: { readonly yes: boolean; readonly text?: string | undefined },
  via: 'receipt' | 'call' | 'person',
  assisted: boolean,
  { consentText }: ApproachFacts,
): Decision<DemandEvent> {
  if (!isOpen(state)) return refused('demand.closed')
  const { n, answer } = state.approach
  if (answer === 'none') return refused('approach.not-proposed')
  if (answer === (yes ? 'yes' : 'no')) return refused('approach.as-it-is')
  const { version, hash } = consentText
  return accepted<DemandEvent>({
    kind: 'ApproachAnswered',
    body: { n, yes, via, assisted, consent: yes ? { version, hash } : null },
    seal: textSlot('approach.answer', text),
  })
}

/** Whether the employer may be written to: by the worker's word, and at once where a life is in danger (§4 rule 4). */
export function mayApproach({ approach, urgency }: Pick<DemandState, 'approach' | 'urgency'>): boolean {
  return approach.answer === 'yes' || urgency === 'P0'
}
