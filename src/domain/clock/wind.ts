import type { Alarm, ClockState } from './state.ts'

/** What an event says of the answer clock. An event of the first rules carried the due alone: nothing warned then, nothing does now. */
export type Times = { readonly dueAt?: string; readonly warnAt?: string; readonly superviseAt?: string }

/** Winds the answer clock anew, everything of it. */
export function answering(clock: ClockState, times: Times): ClockState {
  return { ...wound(without(clock, 'answer'), alarmsOf(times)), stopped: [] }
}

/** Winds it for a due that was moved: what has gone off before goes off again only where its time lies ahead once more. */
export function rewound(clock: ClockState, times: Times, at: string): ClockState {
  const pending = [...clock.alarms.filter(isAnswer), ...clock.stopped].map(({ act }) => act)
  const again = alarmsOf(times).filter((alarm) => alarm.at > at || pending.includes(alarm.act))
  return { ...wound(without(clock, 'answer'), again), stopped: [] }
}

/** Takes the answer clock off and keeps it. */
export function stopped(clock: ClockState): ClockState {
  return { ...without(clock, 'answer'), stopped: [...clock.stopped, ...clock.alarms.filter(isAnswer)] }
}

/** Puts back what was taken off. */
export function resumed(clock: ClockState): ClockState {
  return { ...wound(clock, clock.stopped), stopped: [] }
}

/** Winds the clock of the first contact; null takes it off. */
export function contacting(clock: ClockState, at: string | null): ClockState {
  const settled = without(clock, 'contact')
  return at === null ? settled : wound(settled, [{ act: 'chase', what: 'contact', at }])
}

/** Adds alarms. */
export function wound(clock: ClockState, alarms: readonly Alarm[]): ClockState {
  return { ...clock, alarms: [...clock.alarms, ...alarms] }
}

/** Takes off every alarm about these. */
export function without(clock: ClockState, ...settled: readonly Alarm['what'][]): ClockState {
  return { ...clock, alarms: clock.alarms.filter(({ what }) => !settled.includes(what)) }
}

/** An alarm has gone off: the earliest of its kind; of joint orders all that are late by then, for one call tells of all. */
export function fired(clock: ClockState, act: Alarm['act'], what: Alarm['what'], at: string): ClockState {
  const all = clock.alarms.filter((a) => a.act === act && a.what === what).sort((a, b) => (a.at < b.at ? -1 : 1))
  const gone = what === 'joint' ? all.filter((alarm) => alarm.at <= at) : all.slice(0, 1)
  return { ...clock, alarms: clock.alarms.filter((alarm) => !gone.includes(alarm)) }
}

function alarmsOf({ dueAt, warnAt, superviseAt }: Times): readonly Alarm[] {
  const alarms: Alarm[] = []
  if (warnAt !== undefined) alarms.push({ act: 'warn', what: 'answer', at: warnAt })
  if (warnAt !== undefined && dueAt !== undefined) alarms.push({ act: 'chase', what: 'answer', at: dueAt })
  if (superviseAt !== undefined) alarms.push({ act: 'supervise', what: 'answer', at: superviseAt })
  return alarms
}

function isAnswer({ what }: Alarm): boolean {
  return what === 'answer'
}
