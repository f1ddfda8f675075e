import { accepted, type Decision, refused } from '../decision.ts'
import type { People, TrainingFacts } from '../training/facts.ts'
import { mayTrain } from '../training/may.ts'
import { countedSeat } from '../training/seat.ts'
import type { ClassCommand } from './command.ts'
import type { ClassEvent, Learner } from './event.ts'
import { type ClassState, markKey } from './evolve.ts'

type Of<K extends ClassCommand['kind']> = Extract<ClassCommand, { kind: K }>

/** Facts of enrolling: the posts of the people named. */
export type EnrolFacts = TrainingFacts & { readonly people: People }

/**
 * People of the actor's reach take a seat; who has one already is passed over. Refused: `class.over`, `person.unknown`
 * (also for whoever is out of reach), `class.as-it-is`, `class.full`.
 */
export function enrol(state: ClassState, command: Of<'class.enrol'>, facts: EnrolFacts): Decision<ClassEvent> {
  if (state.status !== 'planned') return refused('class.over')
  const there = new Set(state.learners.map(({ account }) => account))
  const wanted = [...new Set(command.accounts)]
  const strange = wanted.find((account) => !withinReach(account, facts))
  if (strange !== undefined) return refused('person.unknown', { account: strange })
  const learners = wanted.filter((account) => !there.has(account)).map((account) => learnerOf(account, facts))
  if (learners.length === 0) return refused('class.as-it-is')
  const free = state.seats - state.learners.length
  if (learners.length > free) return refused('class.full', { free: Math.max(0, free), asked: learners.length })
  return accepted<ClassEvent>({ kind: 'LearnersEnrolled', body: { learners } })
}

/**
 * Takes people off the list who have no hours in the class yet. Refused: `class.over`, `person.unknown`, `class.as-it-is`,
 * `class.attended`.
 */
export function unenrol(state: ClassState, command: Of<'class.unenrol'>, facts: EnrolFacts): Decision<ClassEvent> {
  if (state.status !== 'planned') return refused('class.over')
  const wanted = [...new Set(command.accounts)]
  const strange = wanted.find((account) => !withinReach(account, facts))
  if (strange !== undefined) return refused('person.unknown', { account: strange })
  const accounts = wanted.filter((account) => state.learners.some((each) => each.account === account))
  if (accounts.length === 0) return refused('class.as-it-is')
  const marked = accounts.some((account) => state.sessions.some(({ n }) => state.marks.has(markKey(account, n))))
  if (marked) return refused('class.attended')
  return accepted<ClassEvent>({ kind: 'LearnersTakenOff', body: { accounts } })
}

function withinReach(account: string, { actor, people }: EnrolFacts): boolean {
  return (people.get(account) ?? []).some(({ path }) => mayTrain(actor, 'class.enrol.person', path) === 'yes')
}

function learnerOf(account: string, { people }: EnrolFacts): Learner {
  const seat = countedSeat(people.get(account) ?? [])
  return { account, path: seat?.path ?? [], level: seat?.level ?? 'group', fullTime: seat?.fullTime ?? false }
}
