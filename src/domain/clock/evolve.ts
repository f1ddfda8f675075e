import type { DemandEvent } from '../demand/event.ts'
import type { Alarm, ClockState } from './state.ts'

/** Folds one event of the demand's stream into its clock. Every instant comes from an event: no rule is read. */
export function evolveClock(clock: ClockState, event: DemandEvent): ClockState {
  switch (event.kind) {
    case 'DemandRaised': {
      const { triageDueAt, fixed, contactDueAt } = event.body
      const triage = wound(clock, [{ act: 'chase', what: 'triage', at: triageDueAt }])
      return fixed ? answering(contacting(triage, contactDueAt ?? null), event.body) : triage
    }
    case 'DemandTriaged': {
      const { contactDueAt, interimAt = null, provisional = false } = event.body
      const settled = without(clock, 'triage')
      return { ...answering(contacting(settled, contactDueAt), event.body), interimAt, provisional }
    }
    case 'ContactLogged':
      return event.body.settles ? without(clock, 'contact') : clock
    case 'MessagePosted':
      return event.body.from === 'union' ? without(clock, 'contact') : clock
    case 'DemandAnswered':
      return { ...without(clock, 'contact', 'answer', 'joint'), interimAt: null }
    case 'PauseStarted':
      return { ...without(clock, 'answer', 'contact'), interimAt: null }
    case 'PauseEnded':
    case 'DemandExtended':
      return answering(clock, event.body)
    case 'DemandReclassed':
    case 'DueRecalculated': {
      const { contactDueAt } = event.body
      const stillOpen = clock.alarms.some(({ what }) => what === 'contact')
      const next = answering(stillOpen ? contacting(clock, contactDueAt) : clock, event.body)
      return event.kind === 'DueRecalculated' ? { ...next, provisional: event.body.provisional } : next
    }
    case 'JointOrdered':
      return wound(clock, [{ act: 'chase', what: 'joint', at: event.body.dueAt }])
    case 'ProtectionOpened':
      return wound(clock, [{ act: 'chase', what: 'protection', at: event.body.dueAt }])
    case 'ProtectionAnswered':
      return without(clock, 'protection')
    case 'CallbackMade':
    case 'VerdictGiven':
      return without(clock, 'callback')
    case 'ClockWarned':
      return fired(clock, 'warn', event.body.what)
    case 'ClockChased': {
      const { what, to, superviseAt } = event.body
      const rung = { ...fired(clock, 'chase', what), supervisors: [...clock.supervisors, to] }
      const wants = superviseAt !== null && !clock.alarms.some((a) => a.act === 'supervise' && a.what === what)
      return wants ? wound(rung, [{ act: 'supervise', what, at: superviseAt }]) : rung
    }
    case 'ClockSupervised': {
      const { what, to } = event.body
      return { ...fired(clock, 'supervise', what), supervisors: [...clock.supervisors, to] }
    }
    case 'InterimDue':
      return { ...clock, interimAt: event.body.nextAt }
    case 'DemandMerged':
      // The master carries the clock; what the worker of the claim is owed still opens its callback by the due.
      return { ...without(clock, 'triage', 'contact', 'answer'), interimAt: null }
    case 'DemandClosed':
    case 'DemandRedirected':
    case 'DemandWithdrawn': {
      const { archiveAt = null, reopenUntil = null } = event.body
      const left = clock.alarms.filter(({ what }) => what === 'protection')
      return { ...clock, alarms: left, interimAt: null, archiveAt, reopenUntil }
    }
    case 'DemandReopened': {
      const { contactDueAt } = event.body
      const opened = { ...clock, alarms: clock.alarms.filter(({ what }) => what === 'protection') }
      return { ...answering(contacting(opened, contactDueAt), event.body), archiveAt: null, reopenUntil: null }
    }
    case 'DemandArchived':
      return { ...clock, archived: true, archiveAt: null, reopenUntil: null }
    default:
      return clock
  }
}

type Times = { readonly dueAt?: string; readonly warnAt?: string; readonly superviseAt?: string }

/** Winds the answer clock anew. An event of the first rules carried the due alone: nothing warned then, nothing does now. */
function answering(clock: ClockState, { dueAt, warnAt, superviseAt }: Times): ClockState {
  const alarms: Alarm[] = []
  if (warnAt !== undefined) alarms.push({ act: 'warn', what: 'answer', at: warnAt })
  if (warnAt !== undefined && dueAt !== undefined) alarms.push({ act: 'chase', what: 'answer', at: dueAt })
  if (superviseAt !== undefined) alarms.push({ act: 'supervise', what: 'answer', at: superviseAt })
  return wound(without(clock, 'answer'), alarms)
}

function contacting(clock: ClockState, at: string | null): ClockState {
  const settled = without(clock, 'contact')
  return at === null ? settled : wound(settled, [{ act: 'chase', what: 'contact', at }])
}

function wound(clock: ClockState, alarms: readonly Alarm[]): ClockState {
  return { ...clock, alarms: [...clock.alarms, ...alarms] }
}

function without(clock: ClockState, ...settled: readonly Alarm['what'][]): ClockState {
  return { ...clock, alarms: clock.alarms.filter(({ what }) => !settled.includes(what)) }
}

/** The earliest of its kind has gone off. */
function fired(clock: ClockState, act: Alarm['act'], what: Alarm['what']): ClockState {
  const due = clock.alarms.filter((a) => a.act === act && a.what === what).sort((a, b) => (a.at < b.at ? -1 : 1))[0]
  return { ...clock, alarms: clock.alarms.filter((a) => a !== due) }
}
