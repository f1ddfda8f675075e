import type { CallbackCommand } from '../callback/command.ts'
import { accepted, type Decision, refused } from '../decision.ts'
import { protection } from '../watch/protect.ts'
import type { CoreCommand } from './command.ts'
import { withdrawalOf } from './ending.ts'
import type { DemandEvent } from './event.ts'
import type { DemandFacts, LadderFacts } from './facts.ts'
import { isOpen } from './next.ts'
import { mayReopen, reopening } from './reopening.ts'
import type { DemandState } from './state.ts'
import { textSlot } from './text-slot.ts'
import { entailed, mayBeJudged, notTheWord, promiseAhead } from './verdict.ts'

type Command = CoreCommand | CallbackCommand
type Of<K extends Command['kind']> = Extract<Command, { kind: K }>

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
 * The verdict, from the answer on and unasked, and from the due on where there was none (product.md, Callback). Only the
 * worker gives it (law 2). Before the day of a promise only *solved* is heard: nothing else closes it then (§2.6).
 */
export function giveVerdict(
  state: DemandState,
  command: Of<'verdict.give'>,
  facts: LadderFacts,
): Decision<DemandEvent> {
  if (facts.actor.kind !== 'claimant') return refused('verdict.workers-only')
  if (!isOpen(state)) return refused('demand.closed')
  if (!mayBeJudged(state)) return refused('verdict.not-answered-yet')
  const { solved, satisfied = null, contacted = null } = command
  const no = notTheWord(state, solved)
  if (no) return no
  const promise = promiseAhead(state)
  if (promise && solved !== 'solved') return refused('commitment.not-due', { on: promise.promisedOn })
  return accepted<DemandEvent>(
    {
      kind: 'VerdictGiven',
      body: { solved, satisfied, contacted, assisted: facts.actor.assisted, via: 'receipt' },
      seal: textSlot('verdict', command.text),
    },
    ...entailed(state, solved, facts),
  )
}

/**
 * CLOSED → REOPENED by right (§2.8): within the days the closing named, with a reason, as often as the rules say and once
 * more one level up. What was redirected before anybody led it has no lead to go back to: it is raised anew.
 */
export function reopen(state: DemandState, command: Of<'demand.reopen'>, facts: LadderFacts): Decision<DemandEvent> {
  if (facts.actor.kind !== 'claimant') return refused('reopen.workers-only')
  if (state.status !== 'closed') return refused('reopen.not-closed')
  if (!state.lead) return refused('reopen.no-lead')
  const { reopenUntil } = state.clock
  if (reopenUntil === null || facts.now > reopenUntil) return refused('reopen.too-late')
  if (!mayReopen(state, facts)) return refused('reopen.too-often')
  if (command.text.trim() === '') return refused('reopen.say-why')
  return accepted<DemandEvent>(reopening(state, facts, command.text))
}

/** any → WITHDRAWN, by the worker only. *Somebody pressed me* keeps the demand open and protects (§2.6, §4 rule 18). */
export function withdraw(
  state: DemandState,
  command: Of<'demand.withdraw'>,
  facts: LadderFacts,
): Decision<DemandEvent> {
  if (facts.actor.kind !== 'claimant') return refused('withdraw.workers-only')
  if (!isOpen(state)) return refused('demand.closed')
  const seal = textSlot('withdrawal', command.text)
  return command.pressed
    ? accepted<DemandEvent>({ kind: 'PressureReported', body: {}, seal }, ...protection(state, 'pressed', facts))
    : accepted<DemandEvent>({ kind: 'DemandWithdrawn', body: withdrawalOf(state, facts), seal })
}

/** Erasing destroys the key of a part for good; the event stays, the ledger still verifies (law 7). */
export function erase(state: DemandState, command: Of<'content.erase'>, facts: DemandFacts): Decision<DemandEvent> {
  // As the system acts only who restores: the erasure was decided, what went before it is lost with the ledger's end, and
  // that it was repeated must stand there, so that the next restore knows what was said since.
  const system = facts.actor.kind === 'system'
  const parts = system ? command.parts : command.parts.filter((part) => !state.erased.includes(part))
  if (parts.length === 0) return refused('content.already-erased')
  if (isOpen(state) && parts.includes('text') && !system) return refused('content.still-needed')
  // Who has the matter deleted does not want to be read about. Last: a repetition looks for the erasure at the end.
  const withdrawn = state.consents.map(
    ({ purpose }) => ({ kind: 'ConsentWithdrawn', body: { purpose, cause: 'erased' } }) as const,
  )
  return accepted<DemandEvent>(...withdrawn, { kind: 'ContentErased', body: { parts, reason: command.reason } })
}
