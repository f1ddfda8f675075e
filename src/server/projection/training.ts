import { type ClassState, hoursOf, markKey } from '../../domain/class/evolve.ts'
import type { CourseState } from '../../domain/course/evolve.ts'
import { realmOfId } from '../../domain/id.ts'
import type { PlanState } from '../../domain/plan/evolve.ts'
import type { RotationState } from '../../domain/rotation/evolve.ts'
import type { TrainingState } from '../../domain/training/evolve.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import type { ProjectionTable, Row, TableRows } from './table.ts'

/** The row of a training plan, from the folded state alone. */
export function projectPlan(state: unknown, events: readonly PastEvent[]): readonly TableRows[] {
  const { id, unit, path, title, fromOn, toOn, follows, groups, aim, closedOn } = state as PlanState
  const row = { ...{ unit, path, title, from_on: fromOn, to_on: toOn }, follows, groups, aim, closed_on: closedOn }
  return written(id, events, { training_plan: [{ realm: realmOfId(id), id, ...row }] })
}

/** The row of a course, from the folded state alone. */
export function projectCourse(state: unknown, events: readonly PastEvent[]): readonly TableRows[] {
  const { id, unit, path, level, title, hours, tags, laws, exam, retired } = state as CourseState
  const row = { unit, path, level, title, hours, tags, laws, exam, retired }
  return written(id, events, { training_course: [{ realm: realmOfId(id), id, ...row }] })
}

/** Rows of a class: itself, who is enrolled, the hours of each session, who completed it. */
export function projectClass(state: unknown, events: readonly PastEvent[]): readonly TableRows[] {
  const one = state as ClassState
  const { id, unit, path, plan, sessions, learners, marks, examined } = one
  const realm = realmOfId(id)
  const completed = new Set(one.completed)
  const days = sessions.map(({ on }) => on).sort()
  const row = {
    ...{ realm, id, unit, path, course: one.course, title: one.title, course_hours: one.courseHours, tags: one.tags },
    ...{ exam: one.exam, plan, place: one.venue, seats: one.seats, enrolled: learners.length },
    ...{ trainer_post: one.trainerPost, trainer: one.trainer, status: one.status, sessions },
    ...{ first_on: days[0], last_on: days.at(-1), completed: completed.size },
  }
  return written(id, events, {
    training_class: [row],
    training_learner: learners.map(({ account, path: seat, fullTime }) => ({
      ...{ realm, class: id, account, path, seat, full_time: fullTime },
      ...{ passed: examined.get(account) ?? null, completed: completed.has(account) },
    })),
    training_hours: sessions.flatMap(({ n, on }) =>
      learners.flatMap(({ account }) => {
        const hours = marks.get(markKey(account, n))
        return hours === undefined ? [] : [{ realm, stream: id, account, entry: n, path, plan, on_day: on, hours }]
      }),
    ),
    training_pass: one.completed.map((account) => ({
      ...{ realm, stream: id, account, path, on_day: one.finishedOn, title: one.title },
      ...{ hours: hoursOf(one, account), tags: one.tags, unit },
    })),
  })
}

/** Rows of what was learnt elsewhere; of a record that was taken back there are none. */
export function projectTraining(state: unknown, events: readonly PastEvent[]): readonly TableRows[] {
  const { id, unit, path, account, title, on, hours, tags, plan, takenBack } = state as TrainingState
  const common = { realm: realmOfId(id), stream: id, account, path, on_day: on, hours }
  return written(id, events, {
    training_hours: takenBack ? [] : [{ ...common, entry: 0, plan }],
    training_pass: takenBack ? [] : [{ ...common, title, tags, unit }],
  })
}

/** The row of a person who met the hours of a plan; of whoever no longer has them there is none. */
export function projectRotation(state: unknown, events: readonly PastEvent[]): readonly TableRows[] {
  const { id, met, account, plan, path, level, fullTime, on } = state as RotationState
  const row = { realm: realmOfId(id), id, account, plan, path, level, full_time: fullTime, on_day: on }
  return written(id, events, { training_met: met ? [row] : [] })
}

/** A stream's first rows replace nothing. */
function written(
  id: string,
  events: readonly PastEvent[],
  tables: { readonly [T in ProjectionTable]?: readonly Row[] },
): readonly TableRows[] {
  const replaces = events[0]?.version === 1 ? {} : { replaces: [id] }
  return Object.entries(tables).map(([table, rows]) => ({ table: table as ProjectionTable, ...replaces, rows }))
}
