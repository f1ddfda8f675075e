import { accepted, type Decision, refused } from '../decision.ts'
import { wordsNameSomeone } from '../issued-words.ts'
import type { UnitLevel } from '../topic.ts'
import type { NamedUnit, TrainingFacts } from '../training/facts.ts'
import { mayTrain } from '../training/may.ts'
import { wrongTag } from '../training/tags.ts'
import type { CourseCommand } from './command.ts'
import type { CourseChanged, CourseEvent } from './event.ts'
import type { CourseState } from './evolve.ts'

type Of<K extends CourseCommand['kind']> = Extract<CourseCommand, { kind: K }>

/** Facts of `course.offer`. */
export type OfferFacts = TrainingFacts & { readonly unit: NamedUnit }

/** A unit offers a course. Refused: `not-allowed`, `unit.unknown`, `course.tag-unknown`, `course.tag-scope`, `words.names-someone`. */
export function offer(command: Of<'course.offer'>, { actor, unit, rules }: OfferFacts): Decision<CourseEvent> {
  const may = mayTrain(actor, 'course.offer', unit?.path ?? [])
  if (may === 'no') return refused('not-allowed')
  if (may === 'hidden' || !unit) return refused('unit.unknown', { unit: command.unit })
  const { title, hours, tags, laws = [], exam = false } = command
  const wrong = wrongTag(tags, unit.level, rules) ?? wordsNameSomeone({ title, laws })
  if (wrong) return wrong
  const body = { unit: unit.unit, path: unit.path, level: unit.level, title, hours, tags, laws, exam }
  return accepted<CourseEvent>({ kind: 'CourseOffered', body })
}

/**
 * Decides what is done with a course that is there. Classes that were planned keep the tags they were planned with.
 * Refused: `not-allowed`, `course.retired`, and as in `offer`.
 */
export function decide(
  state: CourseState,
  command: Of<'course.change'> | Of<'course.retire'>,
  { actor, above, rules }: TrainingFacts,
): Decision<CourseEvent> {
  if (mayTrain(actor, command.kind, state.path, above) !== 'yes') return refused('not-allowed')
  if (state.retired) return refused('course.retired')
  if (command.kind === 'course.retire') return accepted<CourseEvent>({ kind: 'CourseRetired', body: {} })
  const { title, tags, laws } = command
  const wrong = (tags && wrongTag(tags, state.level as UnitLevel, rules)) ?? wordsNameSomeone({ title, laws })
  if (wrong) return wrong
  const body: CourseChanged = {
    ...(title === undefined ? {} : { title }),
    ...(tags === undefined ? {} : { tags }),
    ...(laws === undefined ? {} : { laws }),
  }
  return accepted<CourseEvent>({ kind: 'CourseChanged', body })
}
