import { isLocalDate, localDateOf } from '../calendar/local-time.ts'
import { accepted, type Decision, type Draft, refused } from '../decision.ts'
import { lessUrgent, raises } from '../demand/class-rank.ts'
import type { DemandEvent } from '../demand/event.ts'
import type { ClassFacts, DemandFacts, LadderFacts, RequestFacts } from '../demand/facts.ts'
import { awaitsTriage, isOpen } from '../demand/next.ts'
import type { DemandState } from '../demand/state.ts'
import { textSlot } from '../demand/text-slot.ts'
import { answerClock, earlier, later } from './answer-clock.ts'
import type { OrderCommand } from './command.ts'
import type { RequestAsked } from './event.ts'
import { type InHand, isInHand, outOfHand } from './in-hand.ts'
import { oneUpOrSame } from './one-up.ts'
import { resumed } from './pause.ts'

type Of<K extends OrderCommand['kind']> = Extract<OrderCommand, { kind: K }>
type No = ReturnType<typeof refused> | null

/**
 * The lead asks one level up for a pause, an extension or a lower priority (§2.6, §2.7). One thing at a time, and before
 * the due has passed: what is late stays late. Until a person has sorted it, there is nothing to ask for.
 */
export function askRequest(state: DemandState, command: Of<'request.ask'>, facts: RequestFacts): Decision<DemandEvent> {
  if (!isInHand(state)) return outOfHand(state)
  if (awaitsTriage(state)) return refused('demand.not-triaged')
  if (state.order.pause) return refused('order.paused')
  if (state.order.request || state.order.opinion) return refused('request.pending')
  if (facts.now >= state.dueAt) return refused('request.too-late')
  const { request, reason } = command
  if (!facts.reasonKnown) return refused('reason.unknown', { reason })
  const to = request === 'lower' ? classAsked(state, command) : null
  const no = request === 'pause' ? notPausable(command.until, facts) : notMovable(state, to, facts)
  if (no) return no
  const approver = oneUpOrSame(state, facts.deciders)
  if (!approver) return refused('request.nobody')
  const until = request === 'pause' ? (command.until ?? null) : null
  return accepted<DemandEvent>({
    kind: 'RequestAsked',
    body: { request, reason, until, to, approver, decideBy: facts.times.approvalDue(facts.now) },
    seal: textSlot('request', command.text),
  })
}

function classAsked(state: DemandState, { urgency, difficulty }: Of<'request.ask'>): RequestAsked['to'] {
  return { urgency: urgency ?? state.urgency, difficulty: difficulty ?? state.difficulty }
}

/** A pause ends on a day that lies ahead, and no later than its reason allows (§2.6: 等待职工补充, at most 10 working days). */
function notPausable(until: string | undefined, { now, times, untilMost }: RequestFacts): No {
  if (until === undefined || !isLocalDate(until) || until <= localDateOf(Date.parse(now)))
    return refused('pause.until-ahead')
  if (untilMost === null || times.promiseInstant(until) <= untilMost) return null
  return refused('pause.too-long', { most: localDateOf(Date.parse(untilMost)) })
}

function notMovable(state: DemandState, to: RequestAsked['to'], { classKnown }: RequestFacts): No {
  if (!to) return state.order.extended ? refused('request.extended-before') : null
  if (!classKnown) return refused('class.unknown', to)
  if (state.fixed && lessUrgent(to.urgency, state.urgency)) return refused('class.fixed')
  return raises(to, state) ? null : refused('class.not-lower')
}

/** One level up grants or refuses, and a refusal says why; what was granted follows at once. */
export function decideRequest(
  state: DemandState,
  command: Of<'request.decide'>,
  facts: LadderFacts,
): Decision<DemandEvent> {
  if (!isInHand(state)) return outOfHand(state)
  const { request: asked } = state.order
  if (!asked) return refused('request.nothing')
  const { request } = asked
  if (!command.grant) {
    if (!command.text) return refused('request.say-why')
    const seal = textSlot('request.refused', command.text)
    return accepted<DemandEvent>({ kind: 'RequestRefused', body: { request }, seal })
  }
  if (asked.until !== null && facts.times.promiseInstant(asked.until) <= facts.now) return refused('pause.until-ahead')
  if (request === 'pause' && facts.now >= state.dueAt) return refused('request.too-late')
  return accepted<DemandEvent>(
    { kind: 'RequestGranted', body: { request }, seal: textSlot('request.granted', command.text) },
    granted(state, asked, facts),
  )
}

function granted(
  state: InHand,
  { reason, until, to }: Omit<RequestAsked, 'content'>,
  { now, times }: DemandFacts,
): Draft<DemandEvent> {
  if (until !== null) return { kind: 'PauseStarted', body: { reason, untilAt: times.promiseInstant(until) } }
  const { submittedAt, dueAt, nature } = state
  if (!to) {
    const extended = answerClock(now, times.extendedDue(state, dueAt), times)
    return { kind: 'DemandExtended', body: { reason, ...extended } }
  }
  const ofClass = { ...to, nature }
  const contactDueAt = later(state.contactDueAt ?? dueAt, times.contactDue(ofClass, submittedAt))
  const lowered = answerClock(now, times.loweredDue(ofClass, submittedAt, dueAt), times)
  return { kind: 'DemandReclassed', body: { ...to, contactDueAt, agreed: true, reason, ...lowered } }
}

/** The lead takes the matter up again before the end that was set. */
export function endPause(state: DemandState, _command: Of<'pause.end'>, facts: DemandFacts): Decision<DemandEvent> {
  if (!isOpen(state)) return refused('demand.closed')
  const runsOn = resumed(state, 'lead', facts.now, facts.times)
  return runsOn ? accepted(runsOn) : refused('order.not-paused')
}

/** Priority raised (§2.7): the due is the earlier of the old one and what the new class gives from now. Lowering is a request. */
export function reclass(state: DemandState, command: Of<'demand.reclass'>, facts: ClassFacts): Decision<DemandEvent> {
  if (!isInHand(state)) return outOfHand(state)
  if (state.order.pause) return refused('order.paused')
  const { urgency, difficulty } = command
  if (!facts.classKnown) return refused('class.unknown', { urgency, difficulty })
  if (!raises(state, command)) return refused('class.lowering-is-asked')
  const { now, times } = facts
  const ofClass = { urgency, difficulty, nature: state.nature }
  const contactDueAt = earlier(state.contactDueAt ?? state.dueAt, times.contactDue(ofClass, now))
  const raised = answerClock(now, times.reclassedDue(ofClass, now, state.dueAt), times)
  return accepted<DemandEvent>({
    kind: 'DemandReclassed',
    body: { urgency, difficulty, contactDueAt, agreed: false, ...raised },
  })
}
