import type { DemandEvent, Holder } from '../demand/event.ts'
import type { Alarm, ClockState } from './state.ts'
import { answering, contacting, fired, resumed, rewound, stopped, without, wound } from './wind.ts'

/** Folds one event of the demand's stream into its clock. Every instant comes from an event: no rule is read. */
export function evolveClock(clock: ClockState, event: DemandEvent & { readonly at: string }): ClockState {
  switch (event.kind) {
    case 'DemandRaised': {
      const { triageDueAt, fixed, contactDueAt } = event.body
      const triage = wound(clock, [{ act: 'chase', what: 'triage', at: triageDueAt }])
      if (!fixed) return triage
      return { ...answering(contacting(triage, contactDueAt ?? null), event.body), basis: { from: 'submitted' } }
    }
    case 'DemandTriaged': {
      const { contactDueAt, interimAt = null, provisional = false } = event.body
      const sorted = without(clock, 'triage')
      if (!clock.basis) {
        const wholly = answering(contacting(sorted, contactDueAt), event.body)
        return { ...wholly, basis: { from: 'submitted' }, interimAt, provisional }
      }
      // Danger and groups are sorted later, perhaps after the answer: what was settled or has gone off stays so.
      const contact = clock.alarms.some(({ what }) => what === 'contact') ? contacting(sorted, contactDueAt) : sorted
      return {
        ...(clock.stopped.length > 0 ? contact : rewound(contact, event.body, event.at)),
        interimAt,
        provisional,
      }
    }
    case 'ContactLogged':
      return event.body.settles ? without(clock, 'contact') : clock
    case 'MessagePosted':
      return event.body.from === 'union' ? without(clock, 'contact') : clock
    case 'DemandAnswered':
      return { ...stopped(without(clock, 'contact', 'joint')), interimAt: null }
    case 'PauseStarted':
      // Contact and interim reports are owed to the worker whatever the answer waits for.
      return stopped(clock)
    case 'PauseEnded':
      return { ...rewound(clock, event.body, event.at), basis: { from: 'moved' } }
    case 'DemandExtended':
      return {
        ...rewound(clock, event.body, event.at),
        basis: clock.basis?.from === 'submitted' ? { from: 'extended', at: event.at } : { from: 'moved' },
      }
    case 'DemandReclassed':
    case 'DueRecalculated': {
      const { contactDueAt } = event.body
      const contactOpen = clock.alarms.some(({ what }) => what === 'contact')
      const next = rewound(contactOpen ? contacting(clock, contactDueAt) : clock, event.body, event.at)
      if (event.kind === 'DueRecalculated') return { ...next, provisional: event.body.provisional }
      return { ...next, basis: { from: 'moved' } }
    }
    case 'JointOrdered':
      return wound(clock, [{ act: 'chase', what: 'joint', at: event.body.dueAt, n: event.body.n }])
    case 'JointAnswered': {
      const { n } = event.body
      return { ...clock, alarms: clock.alarms.filter((alarm) => alarm.what !== 'joint' || alarm.n !== n) }
    }
    case 'ProtectionOpened':
      return wound(clock, [{ act: 'chase', what: 'protection', at: event.body.dueAt }])
    case 'ProtectionAnswered':
      return without(clock, 'protection')
    case 'CallbackMade':
    case 'VerdictGiven':
    case 'CommitmentMade':
      return without(clock, 'callback')
    case 'CommitmentContradicted':
    case 'CommitmentUnmet':
      // The answer that rested on the promise does not stand: its clock runs on as if it had not been given.
      return resumed(clock)
    case 'ClockSpared': {
      const { until, alarms } = event.body
      return wound({ ...clock, alarms: clock.alarms.filter(({ at }) => at > until) }, alarms)
    }
    case 'ClockWarned':
      // Of what arrived late the alarm itself goes with `ClockSpared`.
      if (event.body.late) return { ...clock, lateTold: true }
      return fired(clock, 'warn', event.body.what, event.at)
    case 'ClockChased': {
      const { what, to, superviseAt } = event.body
      const rung = called(fired(clock, 'chase', what, event.at), to)
      const wants = superviseAt !== null && !clock.alarms.some((a) => a.act === 'supervise' && a.what === what)
      return wants ? wound(rung, [{ act: 'supervise', what, at: superviseAt }]) : rung
    }
    case 'ClockSupervised':
      return called(fired(clock, 'supervise', event.body.what, event.at), event.body.to)
    case 'InterimDue':
      return { ...clock, interimAt: event.body.nextAt }
    case 'DemandMerged':
      // The master carries the clock; what the worker of the claim is owed still opens its callback by the due.
      return {
        ...without(clock, 'triage', 'contact', 'answer', 'joint'),
        ...{ stopped: [], basis: { from: 'moved' }, interimAt: null },
      }
    case 'DemandClosed':
    case 'DemandRedirected':
    case 'DemandWithdrawn': {
      const { archiveAt = null, reopenUntil = null } = event.body
      return { ...clock, alarms: protecting(clock), stopped: [], interimAt: null, archiveAt, reopenUntil }
    }
    case 'DemandReopened': {
      const { contactDueAt } = event.body
      const opened = { ...clock, alarms: protecting(clock), stopped: [], archiveAt: null, reopenUntil: null }
      return {
        ...answering(contacting(opened, contactDueAt), event.body),
        basis: { from: 'reopened', at: event.at },
      }
    }
    case 'DemandArchived':
      return { ...clock, archived: true, archiveAt: null, reopenUntil: null }
    default:
      return clock
  }
}

/** Who is in danger stays protected when the matter ends or begins again. */
function protecting(clock: ClockState): readonly Alarm[] {
  return clock.alarms.filter(({ what }) => what === 'protection')
}

/** A unit that was called in sees it from then on; once is enough. */
function called(clock: ClockState, to: Holder): ClockState {
  const known = clock.supervisors.some((one) => one.unit === to.unit && one.section === to.section)
  return known ? clock : { ...clock, supervisors: [...clock.supervisors, to] }
}
