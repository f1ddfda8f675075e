import { accepted, type Decision, type Draft, refused } from '../decision.ts'
import type { DemandCommand } from './command.ts'
import type { DemandEvent } from './event.ts'
import type { DemandFacts } from './facts.ts'
import { textSlot } from './handle.ts'
import { isOpen } from './next.ts'
import type { DemandState } from './state.ts'

type Of<K extends DemandCommand['kind']> = Extract<DemandCommand, { kind: K }>

/** 心, second half: *that is it*, or what is missing. Only the claimant answers; assisted answers are marked. */
export function answerUnderstanding(
  state: DemandState,
  command: Of<'understanding.answer'>,
  facts: DemandFacts,
): Decision<DemandEvent> {
  if (!isOpen(state)) return refused('demand.closed')
  if (state.understandings === 0) return refused('understanding.not-written')
  if (state.understood === 'yes' || state.understood === 'inPerson') return refused('understanding.already-answered')
  if (!command.yes && !command.text) return refused('understanding.say-what')
  const assisted = facts.actor.kind === 'claimant' && facts.actor.assisted
  return accepted<DemandEvent>({
    kind: 'UnderstandingAnswered',
    body: { yes: command.yes, assisted },
    seal: textSlot('correction', command.text),
  })
}

/**
 * The verdict, from the answer on and unasked (product.md, Callback). Only the worker gives it (law 2). *Unsolved* reopens
 * by itself twice with half the class limit; a consultation is closed by *clear*.
 */
export function giveVerdict(
  state: DemandState,
  command: Of<'verdict.give'>,
  facts: DemandFacts,
): Decision<DemandEvent> {
  if (facts.actor.kind !== 'claimant') return refused('verdict.workers-only')
  if (!isOpen(state)) return refused('demand.closed')
  if (state.status !== 'answered') return refused('verdict.not-answered-yet')
  if (command.solved === 'clear' && state.nature !== 'consultation') return refused('verdict.clear-is-for-consultation')
  const given: Draft<DemandEvent> = {
    kind: 'VerdictGiven',
    body: {
      solved: command.solved,
      satisfied: command.satisfied ?? null,
      contacted: command.contacted ?? null,
      assisted: facts.actor.assisted,
    },
    seal: textSlot('verdict', command.text),
  }
  if (command.solved === 'unsolved' && state.reopened < facts.reopenTimes) {
    const body = {
      n: state.reopened + 1,
      contactDueAt: facts.times.contactDue(state, facts.now),
      dueAt: facts.times.reopenDue(state, facts.now),
    }
    return accepted<DemandEvent>(given, { kind: 'DemandReopened', body })
  }
  return accepted<DemandEvent>(given, { kind: 'DemandClosed', body: { outcome: command.solved } })
}

/** any → WITHDRAWN, by the worker only. *Somebody pressed me* keeps the demand open (§2.6). */
export function withdraw(
  state: DemandState,
  command: Of<'demand.withdraw'>,
  facts: DemandFacts,
): Decision<DemandEvent> {
  if (facts.actor.kind !== 'claimant') return refused('withdraw.workers-only')
  if (!isOpen(state)) return refused('demand.closed')
  const seal = textSlot('withdrawal', command.text)
  return command.pressed
    ? accepted<DemandEvent>({ kind: 'PressureReported', body: {}, seal })
    : accepted<DemandEvent>({ kind: 'DemandWithdrawn', body: {}, seal })
}

/** Erasing destroys the key of a part for good; the event stays, the ledger still verifies (law 7). */
export function erase(state: DemandState, command: Of<'content.erase'>, facts: DemandFacts): Decision<DemandEvent> {
  const parts = command.parts.filter((part) => !state.erased.includes(part))
  if (parts.length === 0) return refused('content.already-erased')
  // As the system acts only who restores: the erasure was decided, and the closing before it is lost with the ledger's end.
  if (isOpen(state) && parts.includes('text') && facts.actor.kind !== 'system') return refused('content.still-needed')
  return accepted<DemandEvent>({ kind: 'ContentErased', body: { parts, reason: command.reason } })
}
