import { dueAfter, type Span } from './calendar/due.ts'
import { addDays, endOfDay, type Instant, instantFrom, localDateOf } from './calendar/local-time.ts'
import { addWorkingDays, type OfficeCalendar } from './calendar/office-calendar.ts'
import type { DemandClass, Times } from './times.ts'
import type { Difficulty, Urgency } from './topic.ts'

/** A class of the table in domain.md §2.7. */
export type LimitClass = 'P0' | 'P1' | 'P2' | 'P3' | 'P4' | 'consultation'

/** What a class promises. Both spans count from submission. */
export type ClassLimit = {
  readonly class: LimitClass
  /** Null where no contact beside the answer is due. */
  readonly firstContact: Span | null
  readonly answer: Span
  /** Interim report to the worker, every so often until the answer. */
  readonly interimEvery: Span | null
}

/** The dated limits of `rules/limits.yaml`, as plain data. */
export type Limits = {
  readonly version: string
  readonly classes: Readonly<Record<LimitClass, ClassLimit>>
  /** Urgency × difficulty → class. */
  readonly table: Readonly<Record<Urgency, Readonly<Record<Difficulty, LimitClass>>>>
  readonly triage: Readonly<Record<Urgency, Span>>
  /** Persons from which a matter is a group's (L:劳动争议调解仲裁法 Art 7). */
  readonly groupFrom: number
  /** Tries that reached nobody after which the union may answer all the same (domain.md §2.6). */
  readonly contactTries: number
  readonly urgency: { readonly default: Urgency; readonly group: Urgency }
  readonly order: {
    /** Silence signs after this (domain.md §2.6); what is urgent does not wait for office hours. */
    readonly autoSign: Readonly<Record<Urgency, Span>>
    readonly objection: Span
    readonly ruling: Span
    readonly approval: Span
    /** A joint unit answers so many working days before the lead's due. */
    readonly jointBeforeWorkingDays: number
  }
  readonly clock: {
    /** Shares of the working time at which somebody is told. */
    readonly warnAtShare: number
    readonly superviseAfter: Span
    readonly pauseForWorker: Span
  }
  readonly callback: {
    readonly tries: number
    readonly ways: number
    readonly closeAfter: Span
  }
  readonly reopen: {
    readonly within: Span
    readonly times: number
    /** Share of the class limit a reopened matter gets. */
    readonly share: number
    readonly atLeast: Span
  }
  /** Days after a case against an employer on which the worker is asked about retaliation. */
  readonly watchDays: readonly number[]
  /** Time of that day, `HH:MM` at +08:00. */
  readonly watchAt: string
  readonly archiveAfter: Span
  readonly petition: {
    readonly notice: Span
    readonly answer: Span
    readonly extension: Span
    readonly review: Span
    readonly recheck: Span
  }
  /** Times of the vault and of people's rights (domain.md §4). */
  readonly vault: {
    readonly revealMinutes: number
    readonly breakGlassMinutes: number
    readonly confirmMinutes: number
    readonly rightsAnswer: Span
  }
}

/** The limits of an urgency and a difficulty; a consultation has its own whatever they are. */
export function limitFor(urgency: Urgency, difficulty: Difficulty, limits: Limits, nature?: string): ClassLimit {
  return limits.classes[nature === 'consultation' ? 'consultation' : limits.table[urgency][difficulty]]
}

/** Dues of a class counted from submission. `firstContactAt` is null where none is due. */
export type Dues = { readonly class: LimitClass; readonly firstContactAt: Instant | null; readonly answerAt: Instant }

/**
 * First contact and answer due of a demand (domain.md §2.7), counted from submission, not from any handing on.
 * @throws NoCalendarYear
 */
export function dueFor(submittedAt: Instant, limit: ClassLimit, calendar: OfficeCalendar): Dues {
  return {
    class: limit.class,
    firstContactAt: limit.firstContact === null ? null : dueAfter(calendar, submittedAt, limit.firstContact),
    answerAt: dueAfter(calendar, submittedAt, limit.answer),
  }
}

/** Priority raised: the earlier of the old due and what the new limit gives from the raising on (domain.md §2.7). */
export function dueWhenRaised(
  oldDueAt: Instant,
  raisedAt: Instant,
  limit: ClassLimit,
  calendar: OfficeCalendar,
): Instant {
  return Math.min(oldDueAt, dueAfter(calendar, raisedAt, limit.answer))
}

/**
 * Reopened: the set share of the class limit from the reopening, whole days rounded down for the worker's sake, but never
 * less than the minimum (domain.md §2.6, `CALLBACK→REOPENED`).
 * @throws NoCalendarYear
 */
export function dueWhenReopened(
  reopenedAt: Instant,
  limit: ClassLimit,
  limits: Limits,
  calendar: OfficeCalendar,
): Instant {
  const least = dueAfter(calendar, reopenedAt, limits.reopen.atLeast)
  return Math.max(least, dueAfter(calendar, reopenedAt, shareOf(limit.answer, limits.reopen.share)))
}

/**
 * A joint unit's due: so many working days before the lead's, never before the order itself reached it.
 * @throws NoCalendarYear
 */
export function jointDue(orderedAt: Instant, leadDueAt: Instant, limits: Limits, calendar: OfficeCalendar): Instant {
  const before = addWorkingDays(calendar, localDateOf(leadDueAt), -limits.order.jointBeforeWorkingDays)
  return Math.max(orderedAt, Math.min(leadDueAt, endOfDay(before)))
}

/**
 * Days on which a retaliation question falls, counted from the closing.
 * The worker is asked whether the office works that day or not, so holidays do not move it.
 */
export function watchDates(closedAt: Instant, limits: Limits): readonly string[] {
  return limits.watchDays.map((days) => addDays(localDateOf(closedAt), days))
}

function shareOf(span: Span, share: number): Span {
  if ('minutes' in span) return { minutes: Math.floor(span.minutes * share) }
  if ('officeMinutes' in span) return { officeMinutes: Math.floor(span.officeMinutes * share) }
  if ('workingDays' in span) return { workingDays: Math.floor(span.workingDays * share) }
  return { calendarDays: Math.floor(span.calendarDays * share) }
}

/**
 * The limits as deciders ask for them: ISO 8601 instants in UTC in and out. Whether urgency and difficulty exist is asked
 * before, with `isUrgency` and `isDifficulty`; an unknown one here is a defect of the caller.
 * @throws RangeError for an unknown urgency or difficulty or a malformed time; NoCalendarYear.
 */
export function timesOf(limits: Limits, calendar: OfficeCalendar): Times {
  const utc = (at: Instant) => new Date(at).toISOString()
  const after = (from: string, span: Span) => utc(dueAfter(calendar, instantFrom(from), span))
  const classOf = ({ urgency, difficulty }: DemandClass) =>
    limitFor(urgencyOf(urgency), difficultyOf(difficulty), limits)
  // A consultation is due by its own limit, or by its class where that is sooner: danger to life waits for no working day.
  const answerOf = (of: DemandClass, from: string) => {
    const byClass = after(from, classOf(of).answer)
    const byNature = of.nature === 'consultation' ? after(from, limits.classes.consultation.answer) : byClass
    return byNature < byClass ? byNature : byClass
  }
  return {
    triageDue: (urgency, submittedAt) => after(submittedAt, limits.triage[urgencyOf(urgency)]),
    contactDue: (of, submittedAt) => {
      const contact = after(submittedAt, classOf(of).firstContact ?? classOf(of).answer)
      const answer = answerOf(of, submittedAt)
      return contact < answer ? contact : answer
    },
    answerDue: answerOf,
    reopenDue: (of, reopenedAt) => utc(dueWhenReopened(instantFrom(reopenedAt), classOf(of), limits, calendar)),
    // Opens on the due day or with the answer, whichever is later, and closes so many working days after.
    callbackDue: (answeredAt, dueAt) =>
      utc(dueAfter(calendar, Math.max(instantFrom(answeredAt), instantFrom(dueAt)), limits.callback.closeAfter)),
  }
}

/** Whether a text is an urgency. */
export function isUrgency(text: string): text is Urgency {
  return text === 'P0' || text === 'P1' || text === 'P2'
}

/** Whether a text is a difficulty. */
export function isDifficulty(text: string): text is Difficulty {
  return text === 'plain' || text === 'hard' || text === 'complex'
}

function urgencyOf(text: string): Urgency {
  if (!isUrgency(text)) throw new RangeError('unknown urgency')
  return text
}

function difficultyOf(text: string): Difficulty {
  if (!isDifficulty(text)) throw new RangeError('unknown difficulty')
  return text
}
