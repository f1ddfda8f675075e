import { dueAfter, type Span } from './calendar/due.ts'
import type { Instant } from './calendar/local-time.ts'
import type { OfficeCalendar } from './calendar/office-calendar.ts'
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
  readonly urgency: { readonly default: Urgency; readonly group: Urgency; readonly danger: Urgency }
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
  /** Leaving an unfair score out of the rates (domain.md §2.9). */
  readonly exclusion: { readonly ask: Span; readonly decide: Span }
  /** Days after a case against an employer on which the worker is asked about retaliation. */
  readonly watchDays: readonly number[]
  /** Matters of one leaf at one employer that are told to the county. */
  readonly alert: { readonly sameLeaf: number; readonly within: Span }
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

/** Whether a text is an urgency. */
export function isUrgency(text: string): text is Urgency {
  return text === 'P0' || text === 'P1' || text === 'P2'
}

/** Whether a text is a difficulty. */
export function isDifficulty(text: string): text is Difficulty {
  return text === 'plain' || text === 'hard' || text === 'complex'
}
