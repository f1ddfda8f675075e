import { accepted, type Decision, refused } from '../decision.ts'
import { wordsNameSomeone } from '../issued-words.ts'
import { mayTrain } from '../training/may.ts'
import { attend, attendSheet, examine, finish, type SheetRow } from './attend.ts'
import type { ClassCommand } from './command.ts'
import { type EnrolFacts, enrol, unenrol } from './enrol.ts'
import type { ClassChanged, ClassEvent } from './event.ts'
import type { ClassState } from './evolve.ts'
import { sessionsOf, wrongSessions } from './plan.ts'

/** A command on a class that is there. */
export type OnClass = Exclude<ClassCommand, { kind: 'class.plan' }>
type Change = Extract<ClassCommand, { kind: 'class.change' }>

/** Facts of every command on a class; `rows` are those of an attendance sheet, empty for other commands. */
export type ClassFacts = EnrolFacts & { readonly rows: readonly SheetRow[] }

/** Decides what is done with a class that is there. Refused: `not-allowed`, and what the rule of each command says. */
export function decide(state: ClassState, command: OnClass, facts: ClassFacts): Decision<ClassEvent> {
  if (mayTrain(facts.actor, command.kind, state.path, facts.above) !== 'yes') return refused('not-allowed')
  switch (command.kind) {
    case 'class.change':
      return change(state, command, facts)
    case 'class.cancel':
      // What was held cannot be taken back: hours are people's own.
      if (state.status !== 'planned') return refused('class.over')
      if (state.marks.size > 0) return refused('class.attended')
      return accepted<ClassEvent>({ kind: 'ClassCancelled', body: {} })
    case 'class.enrol':
      return enrol(state, command, facts)
    case 'class.unenrol':
      return unenrol(state, command, facts)
    case 'class.attend':
      return attend(state, command, facts)
    case 'class.attend-import':
      return attendSheet(state, facts.rows, command.allOrNothing ?? false, facts)
    case 'class.examine':
      return examine(state, command, facts)
    case 'class.finish':
      return finish(state, facts)
  }
}

/**
 * Another place, other seats, other times as long as nobody has hours. Refused: `class.over`, `class.attended`,
 * `class.full` (fewer seats than people), `class.sessions`, `plan.outside`.
 */
function change(state: ClassState, { venue, seats, sessions }: Change, { rules }: ClassFacts): Decision<ClassEvent> {
  if (state.status !== 'planned') return refused('class.over')
  if (seats !== undefined && seats < state.learners.length)
    return refused('class.full', { free: seats, asked: state.learners.length })
  const fresh = sessions && sessionsOf(sessions, rules)
  if (fresh && state.marks.size > 0) return refused('class.attended')
  const wrong = (fresh && wrongSessions(fresh, state.period)) ?? wordsNameSomeone({ venue })
  if (wrong) return wrong
  const body: ClassChanged = {
    ...(venue === undefined ? {} : { venue }),
    ...(seats === undefined ? {} : { seats }),
    ...(fresh ? { sessions: fresh.filter((each) => typeof each !== 'number') } : {}),
  }
  return accepted<ClassEvent>({ kind: 'ClassChanged', body })
}
