import { archiveAt, reopenUntil, watchInstants } from './after-closing.ts'
import { dueAfter, type Span } from './calendar/due.ts'
import {
  addDays,
  endOfDay,
  type Instant,
  instantFrom,
  instantOn,
  isLocalDate,
  type LocalDate,
  localDateOf,
} from './calendar/local-time.ts'
import { isProvisional, type OfficeCalendar } from './calendar/office-calendar.ts'
import { instantAtShare } from './calendar/office-time.ts'
import { type ClassLimit, isDifficulty, isUrgency, type Limits, limitFor } from './limit.ts'
import { dueWhenRaised, dueWhenReopened, dueWhenResumed, jointDue } from './moved-due.ts'
import type { DemandClass, Times } from './times.ts'
import type { Difficulty, Urgency } from './topic.ts'

/**
 * The limits as deciders ask for them: ISO 8601 instants in UTC in and out. Whether urgency and difficulty exist is asked
 * before, with `isUrgency` and `isDifficulty`; an unknown one here is a defect of the caller.
 * @throws RangeError for an unknown urgency or difficulty or a malformed time; NoCalendarYear.
 */
export function timesOf(limits: Limits, calendar: OfficeCalendar): Times {
  const after = (from: string, span: Span) => utc(dueAfter(calendar, instantFrom(from), span))
  // A consultation is due by its own limit, or by its class where that is sooner: danger to life waits for no working day.
  const classOf = (of: DemandClass) => limitFor(urgencyOf(of.urgency), difficultyOf(of.difficulty), limits)
  const soonest = (of: DemandClass, dueBy: (limit: ClassLimit) => Instant) => {
    const byClass = dueBy(classOf(of))
    return utc(of.nature === 'consultation' ? Math.min(byClass, dueBy(limits.classes.consultation)) : byClass)
  }
  const answerDue = (of: DemandClass, from: string) =>
    soonest(of, ({ answer }) => dueAfter(calendar, instantFrom(from), answer))

  return {
    triageDue: (urgency, submittedAt) => after(submittedAt, limits.triage[urgencyOf(urgency)]),
    contactDue: (of, submittedAt) => {
      const contact = after(submittedAt, classOf(of).firstContact ?? classOf(of).answer)
      const answer = answerDue(of, submittedAt)
      return contact < answer ? contact : answer
    },
    answerDue,
    interimAt: (of, from) => {
      // A consultation is over before a report of its class would be due.
      const every = (of.nature === 'consultation' ? limits.classes.consultation : classOf(of)).interimEvery
      return every && after(from, every)
    },

    autoSignAt: (offeredAt, urgency) => after(offeredAt, limits.order.autoSign[urgencyOf(urgency)]),
    objectUntil: (offeredAt) => after(offeredAt, limits.order.objection),
    rulingDue: (at) => after(at, limits.order.ruling),
    approvalDue: (at) => after(at, limits.order.approval),
    jointDue: (orderedAt, leadDueAt) => utc(jointDue(instantFrom(orderedAt), instantFrom(leadDueAt), limits, calendar)),

    warnAt: (from, due) => utc(instantAtShare(calendar, instantFrom(from), instantFrom(due), limits.clock.warnAtShare)),
    superviseAt: (due) => after(due, limits.clock.superviseAfter),
    pauseUntilMost: (reasonMost, pausedAt) => reasonMost && after(pausedAt, reasonMost),
    resumedDue: (pausedAt, resumedAt, dueAt) =>
      utc(dueWhenResumed(instantFrom(pausedAt), instantFrom(resumedAt), instantFrom(dueAt), calendar)),
    extendedDue: answerDue,
    reclassedDue: (of, raisedAt, oldDueAt) =>
      soonest(of, (limit) => dueWhenRaised(instantFrom(oldDueAt), instantFrom(raisedAt), limit, calendar)),
    loweredDue: (of, submittedAt, oldDueAt) =>
      utc(Math.max(instantFrom(oldDueAt), instantFrom(answerDue(of, submittedAt)))),
    reopenDue: (of, reopenedAt) =>
      soonest(of, (limit) => dueWhenReopened(instantFrom(reopenedAt), limit, limits, calendar)),

    callbackDue: (answeredAt, dueAt) =>
      utc(dueAfter(calendar, Math.max(instantFrom(answeredAt), instantFrom(dueAt)), limits.callback.closeAfter)),
    callbackOpensAt: (dueAt) => utc(instantFrom(dueAt)),
    callbackCloseAt: (openedAt) => after(openedAt, limits.callback.closeAfter),
    promiseInstant: (promisedOn) => utc(endOfDay(existing(promisedOn))),
    afterPromise: (promisedOn) => utc(instantOn(addDays(existing(promisedOn), 1))),

    reopenUntil: (closedAt) => utc(reopenUntil(instantFrom(closedAt), limits, calendar)),
    archiveAt: (closedAt) => utc(archiveAt(instantFrom(closedAt), limits, calendar)),
    watchAt: (closedAt) => watchInstants(instantFrom(closedAt), limits).map(utc),
    exclusionUntil: (wordAt) => after(wordAt, limits.exclusion.ask),
    exclusionDue: (at) => after(at, limits.exclusion.decide),

    spanAfter: after,
    provisional: (dueAt, countedFrom = dueAt) =>
      isProvisional(calendar, localDateOf(instantFrom(countedFrom)), localDateOf(instantFrom(dueAt))),
  }
}

function utc(at: Instant): string {
  return new Date(at).toISOString()
}

function existing(on: string): LocalDate {
  if (!isLocalDate(on)) throw new RangeError('a day must be YYYY-MM-DD')
  return on
}

function urgencyOf(text: string): Urgency {
  if (!isUrgency(text)) throw new RangeError('unknown urgency')
  return text
}

function difficultyOf(text: string): Difficulty {
  if (!isDifficulty(text)) throw new RangeError('unknown difficulty')
  return text
}
