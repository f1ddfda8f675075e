import { accepted, type Decision, refused } from '../decision.ts'
import type { CallMeeting, MeetingCommand } from './command.ts'
import type { MeetingEvent, MeetingTold } from './event.ts'
import type { MeetingFacts } from './facts.ts'
import { invited, mayOnMeeting } from './may.ts'
import type { MeetingState } from './state.ts'

type Of<K extends MeetingCommand['kind']> = Extract<MeetingCommand, { kind: K }>
type Decided = Decision<MeetingEvent>
type Given = Exclude<MeetingCommand, CallMeeting>

/**
 * Calls a meeting. Refused: `not-allowed`, `unit.unknown`, `meeting.below-unknown` for a union that is not below the caller,
 * `meeting.campaign-unknown`, `meeting.order`, `meeting.past`.
 */
export function call(command: CallMeeting, { actor, unit, below, streamKnown, now }: MeetingFacts): Decided {
  const answer = mayOnMeeting(actor, 'meeting.call', unit?.path ?? [])
  if (answer === 'no') return refused('not-allowed')
  if (answer === 'hidden' || !unit) return refused('unit.unknown', { unit: command.unit })
  if (!below?.path.includes(unit.unit)) return refused('meeting.below-unknown', { unit: command.below ?? 0 })
  if (!streamKnown) return refused('meeting.campaign-unknown')
  const told = toldBy(command)
  const wrong = wrongTime(told, now)
  if (wrong) return refused(wrong)
  const where = { unit: unit.unit, path: unit.path, below: below.unit, belowPath: below.path }
  return accepted<MeetingEvent>({
    kind: 'MeetingCalled',
    body: { ...told, ...where, campaign: command.campaign ?? null },
  })
}

function toldBy(command: CallMeeting): MeetingTold {
  const { title, agenda, place = null, video = false } = command
  return { title, agenda, place, video, startAt: utc(command.startAt), endAt: utc(command.endAt) }
}

/** A calendar entry begins before it ends, and a call is no minute of what has been. */
function wrongTime({ startAt, endAt }: MeetingTold, now: string): 'meeting.order' | 'meeting.past' | null {
  if (startAt >= endAt) return 'meeting.order'
  return endAt <= now ? 'meeting.past' : null
}

/** Decides every command on a meeting that is there and within reach. Refused, all of them: `not-allowed`. */
export function decide(state: MeetingState, command: Given, facts: MeetingFacts): Decided {
  const { actor, unit } = facts
  // What a unit says of itself, it says by its own people; everything else is the caller's.
  const ofUnit = command.kind === 'meeting.attend'
  const path =
    command.kind === 'meeting.task-done'
      ? (taskOf(state, command.n)?.path ?? [])
      : ofUnit
        ? (unit?.path ?? [])
        : state.path
  if (command.kind === 'meeting.task-done' && path.length === 0) return refused('meeting.no-task', { n: command.n })
  if (mayOnMeeting(actor, command.kind, path) !== 'yes') return refused('not-allowed')
  switch (command.kind) {
    case 'meeting.change':
      return change(state, command, facts)
    case 'meeting.cancel':
      if (state.cancelled) return refused('meeting.cancelled')
      return accepted<MeetingEvent>({ kind: 'MeetingCancelled', body: { sequence: state.sequence + 1 } })
    case 'meeting.paper': {
      const { title, text } = command
      if (state.cancelled) return refused('meeting.cancelled')
      return accepted<MeetingEvent>({ kind: 'MeetingPaperAdded', body: { n: state.papers.length + 1, title, text } })
    }
    case 'meeting.attend':
      return attend(state, command, facts)
    case 'meeting.decide':
      return conclude(state, command, facts)
    case 'meeting.task-done':
      if (taskOf(state, command.n)?.done) return refused('meeting.task-done-before')
      return accepted<MeetingEvent>({ kind: 'MeetingTaskDone', body: { n: command.n } })
  }
}

/** What is not said stays as it was. Each change raises the sequence, so that calendars take it over (RFC 5545 §3.8.7.4). */
function change(state: MeetingState, command: Of<'meeting.change'>, { now }: MeetingFacts): Decided {
  if (state.cancelled) return refused('meeting.cancelled')
  const told: MeetingTold = {
    title: command.title ?? state.title,
    startAt: command.startAt === undefined ? state.startAt : utc(command.startAt),
    endAt: command.endAt === undefined ? state.endAt : utc(command.endAt),
    agenda: command.agenda ?? state.agenda,
    place: command.place ?? state.place,
    video: command.video ?? state.video,
  }
  const wrong = wrongTime(told, now)
  if (wrong) return refused(wrong)
  return accepted<MeetingEvent>({ kind: 'MeetingChanged', body: { ...told, sequence: state.sequence + 1 } })
}

/** How many of an invited unit were there, said by itself once it has begun; said again, it takes the place of before. */
function attend(state: MeetingState, command: Of<'meeting.attend'>, { unit, now }: MeetingFacts): Decided {
  if (state.cancelled) return refused('meeting.cancelled')
  if (!unit || !invited(state, unit.path)) return refused('meeting.not-invited')
  if (now < state.startAt) return refused('meeting.not-begun')
  const { persons } = command
  if (state.attended.get(unit.unit)?.persons === persons) return refused('meeting.attended-so')
  return accepted<MeetingEvent>({ kind: 'MeetingAttended', body: { unit: unit.unit, path: unit.path, persons } })
}

/** A decision becomes a clause of a directive or the task of an invited unit until a day, one of the two. */
function conclude(state: MeetingState, command: Of<'meeting.decide'>, facts: MeetingFacts): Decided {
  const { what, directive = null, until = null } = command
  const { unit, today, streamKnown } = facts
  if (state.cancelled) return refused('meeting.cancelled')
  const asTask = command.unit !== undefined
  if (asTask === (directive !== null)) return refused('meeting.one-of-both')
  if (!streamKnown) return refused('meeting.directive-unknown')
  if (asTask && !unit?.path.includes(state.unit)) return refused('unit.unknown', { unit: command.unit ?? 0 })
  if (asTask && (until === null || until < today)) return refused('meeting.until-ahead')
  const whose = asTask && unit ? { unit: unit.unit, path: unit.path, until } : { unit: null, path: [], until: null }
  const n = state.decisions.length + 1
  return accepted<MeetingEvent>({ kind: 'MeetingDecided', body: { n, what, directive, ...whose } })
}

function taskOf(state: MeetingState, n: number) {
  return state.decisions.find((each) => each.n === n && each.unit !== null)
}

function utc(instant: string): string {
  return new Date(Date.parse(instant)).toISOString()
}
