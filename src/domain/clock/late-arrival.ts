import type { Draft } from '../decision.ts'
import type { DemandEvent } from '../demand/event.ts'
import type { LadderFacts } from '../demand/facts.ts'
import type { DemandState } from '../demand/state.ts'
import { lateOne } from './call-in.ts'
import type { Alarm } from './state.ts'

/** Whether the time of an alarm was over when the matter arrived: no union had it, so none is called in for it (§2.6). */
export function isSpared({ lateAt }: DemandState, { at }: Alarm): boolean {
  return lateAt !== null && at <= lateAt
}

/**
 * Late arrival (§2.6): however many thresholds had passed, whoever holds the matter is warned once, marked; everything that
 * was over is counted again from the arrival, so that a matter nobody then takes up is called in for like any other. The
 * dues themselves stay: the worker has waited since the submission.
 */
export function spared(state: DemandState, { what }: Alarm, { times }: LadderFacts): readonly Draft<DemandEvent>[] {
  const { lateAt, urgency, clock } = state
  if (lateAt === null) throw new Error('only what arrived late is spared')
  const over = clock.alarms.filter((alarm) => isSpared(state, alarm))
  const alarms = over.map((alarm) => ({ ...alarm, at: anew(alarm) }))
  const told: readonly Draft<DemandEvent>[] = clock.lateTold
    ? []
    : [{ kind: 'ClockWarned', body: { what, to: lateOne(state, what), late: true } }]
  return [...told, { kind: 'ClockSpared', body: { until: lateAt, alarms } }]

  function anew(alarm: Alarm): string {
    const at = lateAt as string
    const due = dueOf(alarm.what, at)
    if (alarm.act === 'warn') return times.warnAt(at, due)
    return alarm.act === 'chase' ? due : times.superviseAt(due)
  }

  /** The limit of each, as if the matter had been submitted when it arrived. */
  function dueOf(which: Alarm['what'], at: string): string {
    if (which === 'triage') return times.triageDue(urgency, at)
    const answer = times.answerDue(state, at)
    if (which === 'contact') return times.contactDue(state, at)
    return which === 'joint' ? times.jointDue(at, answer) : answer
  }
}
