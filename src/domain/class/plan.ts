import { instantText, localDateOf, MINUTE_MS } from '../calendar/local-time.ts'
import { accepted, type Decision, type Refusal, refused, type Sealed } from '../decision.ts'
import { wordsNameSomeone } from '../issued-words.ts'
import type { NamedPlan, NamedUnit, TrainingFacts } from '../training/facts.ts'
import { mayTrain } from '../training/may.ts'
import type { TrainingRules } from '../training/rules.ts'
import type { ClassCommand, PlannedSession } from './command.ts'
import type { ClassEvent, ClassPlanned, Session } from './event.ts'

type Of<K extends ClassCommand['kind']> = Extract<ClassCommand, { kind: K }>

/** The course a class is of; null where there is none. */
export type NamedCourse =
  | (Pick<ClassPlanned, 'title' | 'tags' | 'exam'> & {
      readonly path: readonly number[]
      readonly hours: number
      readonly retired: boolean
    })
  | null

/** Facts of `class.plan`. */
export type ClassPlanFacts = TrainingFacts & {
  readonly unit: NamedUnit
  readonly course: NamedCourse
  /** Looked at where the command names one. */
  readonly plan: NamedPlan
  /** Whether the trainer's post named is in force; true where none is named. */
  readonly trainerKnown: boolean
}

/**
 * A class of a course of the own unit or of one above. Refused: `not-allowed`, `unit.unknown`, `course.unknown`,
 * `course.retired`, `plan.unknown`, `plan.closed`, `post.unknown`, `class.sessions`, `plan.outside`,
 * `words.names-someone`.
 */
export function planClass(command: Of<'class.plan'>, facts: ClassPlanFacts): Decision<ClassEvent> {
  const { actor, unit, course, plan, rules } = facts
  const may = mayTrain(actor, 'class.plan', unit?.path ?? [])
  if (may === 'no') return refused('not-allowed')
  if (may === 'hidden' || !unit) return refused('unit.unknown', { unit: command.unit })
  if (!course || !unit.path.includes(course.path[0] as number))
    return refused('course.unknown', { course: command.course })
  if (course.retired) return refused('course.retired')
  if (command.plan !== undefined && (!plan || !unit.path.includes(plan.path[0] as number)))
    return refused('plan.unknown', { plan: command.plan })
  if (plan?.closed) return refused('plan.closed')
  if (!facts.trainerKnown) return refused('post.unknown', { post: command.trainerPost ?? 0 })
  const period = plan && { fromOn: plan.fromOn, toOn: plan.toOn }
  const sessions = sessionsOf(command.sessions, rules)
  const wrong = wrongSessions(sessions, period) ?? wordsNameSomeone({ venue: command.venue })
  if (wrong) return wrong
  const { title, tags, exam, hours } = course
  const body: Omit<ClassPlanned, 'content'> = {
    ...{ unit: unit.unit, path: unit.path, course: command.course, title, courseHours: hours, tags, exam, period },
    ...{ plan: command.plan ?? null, venue: command.venue, seats: command.seats },
    ...{ trainerPost: command.trainerPost ?? null, sessions: sessions.filter((each) => typeof each !== 'number') },
  }
  if (command.trainer === undefined) return accepted<ClassEvent>({ kind: 'ClassPlanned', body })
  const trainer: Sealed = { part: 'text', kind: 'class.trainer', value: command.trainer }
  return accepted<ClassEvent>({ kind: 'ClassPlanned', body, seal: { trainer } })
}

/** Sessions with their days and numbers, in the order of time; a number instead of one that cannot be. */
export function sessionsOf(planned: readonly PlannedSession[], rules: TrainingRules): readonly (Session | number)[] {
  const inOrder = planned.toSorted((a, b) => Date.parse(a.startAt) - Date.parse(b.startAt))
  let before = Number.NEGATIVE_INFINITY
  return inOrder.map(({ startAt, endAt, hours }, at) => {
    const [start, end] = [Date.parse(startAt), Date.parse(endAt)]
    const lasts = (end - start) / MINUTE_MS
    const fits = start < end && start >= before && hours * rules.lessonMinutes <= lasts
    before = end
    const n = at + 1
    return fits ? { n, on: localDateOf(start), startAt: instantText(start), endAt: instantText(end), hours } : n
  })
}

/** Refused: `class.sessions` where one ends before it begins, overlaps or counts more than it lasts; `plan.outside`. */
export function wrongSessions(
  sessions: readonly (Session | number)[],
  period: ClassPlanned['period'],
): { readonly refused: Refusal } | null {
  for (const session of sessions) {
    if (typeof session === 'number') return refused('class.sessions', { session })
    if (period && (session.on < period.fromOn || session.on > period.toOn))
      return refused('plan.outside', { from: period.fromOn, to: period.toOn })
  }
  return null
}
