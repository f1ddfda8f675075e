import type { CourseCommand } from '../../domain/course/command.ts'
import { decide, offer } from '../../domain/course/decide.ts'
import type { CourseEvent } from '../../domain/course/event.ts'
import { type CourseState, evolve } from '../../domain/course/evolve.ts'
import { projectCourse } from '../projection/training.ts'
import type { Decided, Noun } from './noun.ts'
import { fieldsNamed, mustBeBornHere, namedUnit, newStream, stateOf, trainingFacts } from './training-facts.ts'

/** Courses: one stream each, born where its unit is. */
export const courseNoun: Noun = {
  name: 'course',
  streams: (asked) => (asked.kind === 'course.offer' ? [] : [asked.body.course]),
  evolve: (state, event) => evolve(state as CourseState | null, event as unknown as CourseEvent & { stream: string }),
  project: projectCourse,
  async decide(asked, desk): Promise<Decided> {
    const command = { kind: asked.kind, ...asked.body } as CourseCommand
    const facts = await trainingFacts(asked.actor, desk)
    if (command.kind !== 'course.offer') {
      const state = stateOf<CourseState>(command.course, 'course', asked, facts, desk)
      return { stream: state.id, noun: 'course', subject: state.id, decision: decide(state, command, facts) }
    }
    const decision = offer(command, { ...facts, unit: await namedUnit(command.unit, desk) })
    fieldsNamed(decision, { 'unit.unknown': 'unit' })
    await mustBeBornHere(command.unit, desk)
    const stream = newStream(desk)
    return { stream, noun: 'course', subject: stream, decision }
  },
}
