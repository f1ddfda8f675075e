import type { Span } from './calendar/due.ts'
import type { LocalDate } from './calendar/local-time.ts'

/** What decides the limits of a demand: codes of the rules. A consultation is due sooner than its class says (§2.7). */
export type DemandClass = { readonly urgency: string; readonly difficulty: string; readonly nature: string | null }

/**
 * Time limits as the deciders ask for them; made from the dated rules and the office calendar (`times-of.ts`). Every
 * function takes and gives ISO 8601 instants in UTC unless it says a local date. Kept as functions so that a decider reads
 * like the regulation. Section numbers are those of domain.md.
 */
export type Times = {
  // What a demand gets when it is raised and triaged (§2.7).
  /** Triage clock from the instant of submission (§2.7, *Times not named above*). */
  readonly triageDue: (urgency: string, submittedAt: string) => string
  /** First contact, counted from submission. */
  readonly contactDue: (of: DemandClass, submittedAt: string) => string
  /** Answer due, fixed once at triage, counted from submission: the day of submission is not counted. */
  readonly answerDue: (of: DemandClass, submittedAt: string) => string
  /** Next interim report to the worker, counted from triage or the last report; null where the class asks none (all but P4). */
  readonly interimAt: (of: DemandClass, from: string) => string | null

  // Offer, objection, ruling, help and approval (§2.6, §2.7).
  /** Silence signs the order at this instant; P0 by day and night. */
  readonly autoSignAt: (offeredAt: string, urgency: string) => string
  /** Last instant of an objection. */
  readonly objectUntil: (offeredAt: string) => string
  /** When the ruling body must have ruled, from the objection. */
  readonly rulingDue: (at: string) => string
  /** When an approver must have decided, from the request; after silence again from the climbing. */
  readonly approvalDue: (at: string) => string
  /** A joint unit's due: a working day before the lead's; half of the time left where that is less. */
  readonly jointDue: (orderedAt: string, leadDueAt: string) => string

  // The answer due, moved by what may move it, and who is told on the way (§2.6).
  /**
   * When the set share (80 %) of the working time between two instants has passed; of plain time where no office is open
   * between them. Never before `from`, never after `due`; `due` where it does not lie after `from`.
   */
  readonly warnAt: (from: string, due: string) => string
  /** When an overdue matter goes to the supervising office 督办. */
  readonly superviseAt: (due: string) => string
  /** Latest end of a pause that a reason allows; null where the reason names none. */
  readonly pauseUntilMost: (reasonMost: Span | null, pausedAt: string) => string | null
  /** The due after a pause: see `dueWhenResumed` for what is promised. */
  readonly resumedDue: (pausedAt: string, resumedAt: string, dueAt: string) => string
  /** Latest due an extension may give: the original limit once more, counted from the old due. */
  readonly extendedDue: (of: DemandClass, dueAt: string) => string
  /** Priority raised: the earlier of the old due and what the new class gives from the raising. */
  readonly reclassedDue: (of: DemandClass, raisedAt: string, oldDueAt: string) => string
  /** Lowering agreed by the level above: what the new class gives from submission, never before the old due. */
  readonly loweredDue: (of: DemandClass, submittedAt: string, oldDueAt: string) => string
  /** Reopened: half the class limit, at least one working day, from the reopening. */
  readonly reopenDue: (of: DemandClass, reopenedAt: string) => string

  // Callback and commitment (§2.6, §2.7).
  /** How long the callback may stay open where it opens with an answer or at the due, whichever is later. */
  readonly callbackDue: (answeredAt: string, dueAt: string) => string
  /** When callback opens although nothing was answered: at the due itself, the end of the due day. */
  readonly callbackOpensAt: (dueAt: string) => string
  /** When an open callback closes with what is known. */
  readonly callbackCloseAt: (openedAt: string) => string
  /** End of the local date somebody promised for: until then the promise is not broken. */
  readonly promiseInstant: (promisedOn: LocalDate) => string
  /** Beginning of the local date after the promised one, to which the callback of a commitment moves. */
  readonly afterPromise: (promisedOn: LocalDate) => string

  // After closing (§2.6, §2.8, §4 rule 18).
  /** Last instant of the right to reopen. */
  readonly reopenUntil: (closedAt: string) => string
  /** When the matter is archived: day 31, never while it may still be reopened. */
  readonly archiveAt: (closedAt: string) => string
  /** When the worker is asked about retaliation, in order. */
  readonly watchAt: (closedAt: string) => readonly string[]

  /** Until when the lead may apply to have a word left out of the rates, counted from the word (§2.9). */
  readonly exclusionUntil: (wordAt: string) => string
  /** When the level above must have decided it; after that the word counts. */
  readonly exclusionDue: (at: string) => string

  // Reckoning with spans that other rules name, and how sure a result is.
  /** Where a span ends: a letter's reply, a department's time. */
  readonly spanAfter: (at: string, span: Span) => string
  /**
   * Whether a due was counted with a year whose calendar is provisional, so that it may still move. Without `countedFrom`
   * the year of the due alone is looked at.
   */
  readonly provisional: (dueAt: string, countedFrom?: string) => boolean
}
