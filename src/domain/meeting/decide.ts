import { accepted, type Decision, refused } from '../decision.ts'
import { wordsNameSomeone } from '../issued-words.ts'
import type { CallMeeting, MeetingCommand } from './command.ts'
import type { MeetingEvent, MeetingTold } from './event.ts'
import type { MeetingFacts } from './facts.ts'
import { mayOnMeeting } from './may.ts'
import type { MeetingState } from './state.ts'

type Of<K extends MeetingCommand['kind']> = Extract<MeetingCommand, { kind: K }>
type Decided = Decision<MeetingEvent>
type Given = Exclude<MeetingCommand, CallMeeting>

/**
 * Calls a meeting. Refused: `not-allowed`, `unit.unknown`, `meeting.below-unknown` for a union that is not below the caller,
 * `meeting.campaign-unknown` (there is none, or it is neither the caller's nor of a union above), `meeting.order`,
 * `meeting.past`, `words.names-someone`.
 */
export function call(command: CallMeeting, { actor, unit, below, campaignOf, now }: MeetingFacts): Decided {
  const answer = mayOnMeeting(actor, 'meeting.call', unit?.path ?? [])
  if (answer === 'no') return refused('not-allowed')
  if (answer === 'hidden' || !unit) return refused('unit.unknown', { unit: command.unit })
  if (!below?.path.includes(unit.unit)) return refused('meeting.below-unknown', { unit: command.below ?? 0 })
  if (command.campaign !== undefined && (campaignOf === null || !unit.path.includes(campaignOf)))
    return refused('meeting.campaign-unknown')
  const told = toldBy(command)
  const wrong = wrongTime(told, now)
  if (wrong) return refused(wrong)
  const named = wordsOf(told)
  if (named) return named
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

/** Everybody who is invited reads these. */
function wordsOf({ title, agenda, place }: MeetingTold) {
  return wordsNameSomeone({ title, agenda, place })
}

/** A calendar entry begins before it ends, and a call is no minute of what has been. */
function wrongTime({ startAt, endAt }: MeetingTold, now: string): 'meeting.order' | 'meeting.past' | null {
  if (startAt >= endAt) return 'meeting.order'
  return endAt <= now ? 'meeting.past' : null
}

/** Decides every command on a meeting that is there and within reach. Refused, all of them: `not-allowed`. */
export function decide(state: MeetingState, command: Given, facts: MeetingFacts): Decided {
  const { actor } = facts
  // A task is its unit's; everything else is the caller's.
  const path = command.kind === 'meeting.task-done' ? (taskOf(state, command.n)?.path ?? []) : state.path
  if (command.kind === 'meeting.task-done' && path.length === 0) return refused('meeting.no-task', { n: command.n })
  if (mayOnMeeting(actor, command.kind, path) !== 'yes') return refused('not-allowed')
  switch (command.kind) {
    case 'meeting.change':
      return change(state, command, facts)
    case 'meeting.cancel':
      if (state.cancelled) return refused('meeting.cancelled')
      // What was held was held: unions have said how many were there.
      if (facts.now >= state.startAt) return refused('meeting.begun')
      return accepted<MeetingEvent>({ kind: 'MeetingCancelled', body: { sequence: state.sequence + 1 } })
    case 'meeting.paper': {
      const { title, text } = command
      if (state.cancelled) return refused('meeting.cancelled')
      const named = wordsNameSomeone({ paperTitle: title, paperText: text })
      if (named) return named
      return accepted<MeetingEvent>({ kind: 'MeetingPaperAdded', body: { n: state.papers.length + 1, title, text } })
    }
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
  const moved = told.startAt !== state.startAt || told.endAt !== state.endAt
  // Attendance is counted on the day it began: once it has, only its end may come later.
  if (now >= state.startAt && told.startAt !== state.startAt) return refused('meeting.begun')
  const wrong = moved ? wrongTime(told, now) : null
  if (wrong) return refused(wrong)
  const named = wordsOf(told)
  if (named) return named
  return accepted<MeetingEvent>({ kind: 'MeetingChanged', body: { ...told, sequence: state.sequence + 1 } })
}

/** Most clauses a directive holds; the schema of `directive.draft` says the same. */
export const mostClauses = 40

/**
 * A decision becomes the last clause of a draft of the same union, or the task of a unit below until a day, one of the two.
 * What was issued stands as it was read, so a decision cannot be put into it.
 */
function conclude(state: MeetingState, command: Of<'meeting.decide'>, facts: MeetingFacts): Decided {
  const { what, directive = null, until = null } = command
  const { unit, today } = facts
  if (state.cancelled) return refused('meeting.cancelled')
  const asTask = command.unit !== undefined
  if (asTask === (directive !== null)) return refused('meeting.one-of-both')
  if (directive !== null && facts.directive?.unit !== state.unit) return refused('meeting.directive-unknown')
  if (directive !== null && facts.directive?.state !== 'draft') return refused('meeting.directive-issued')
  const clause = directive === null ? null : (facts.directive?.clauses.length ?? 0) + 1
  if (clause !== null && clause > mostClauses) return refused('meeting.directive-full', { most: mostClauses })
  if (asTask && !unit?.path.includes(state.unit)) return refused('unit.unknown', { unit: command.unit ?? 0 })
  if (asTask && (until === null || until < today)) return refused('meeting.until-ahead')
  const named = wordsNameSomeone({ what })
  if (named) return named
  const whose = asTask && unit ? { unit: unit.unit, path: unit.path, until } : { unit: null, path: [], until: null }
  const n = state.decisions.length + 1
  return accepted<MeetingEvent>({ kind: 'MeetingDecided', body: { n, what, directive, clause, ...whose } })
}

function taskOf(state: MeetingState, n: number) {
  return state.decisions.find((each) => each.n === n && each.unit !== null)
}

function utc(instant: string): string {
  return new Date(Date.parse(instant)).toISOString()
}
