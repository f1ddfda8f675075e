import { accepted, type Decision, refused } from '../decision.ts'
import { wordsNameSomeone } from '../issued-words.ts'
import type { TrainingCommand } from './command.ts'
import type { TrainingEvent } from './event.ts'
import type { TrainingState } from './evolve.ts'
import type { NamedPlan, NamedUnit, People, TrainingFacts } from './facts.ts'
import { mayTrain } from './may.ts'
import { familyOf } from './rules.ts'
import type { Seat } from './seat.ts'

type Of<K extends TrainingCommand['kind']> = Extract<TrainingCommand, { kind: K }>

/** Facts of `training.record`; `plan` is looked at where the command names one. */
export type RecordFacts = TrainingFacts & {
  readonly unit: NamedUnit
  readonly plan: NamedPlan
  readonly people: People
}

/**
 * A unit vouches for what one of its people learnt elsewhere. The course was not ours, but the competence model is that of the
 * leaders it was made for (domain §6), so the person must hold a post at such a level. Refused: `not-allowed`, `unit.unknown`,
 * `person.unknown`, `course.tag-unknown`, `training.tag-scope`, `training.future`, `plan.unknown`, `plan.outside`,
 * `words.names-someone`.
 */
export function record(command: Of<'training.record'>, facts: RecordFacts): Decision<TrainingEvent> {
  const { actor, unit, plan, people, rules, today } = facts
  const { account, on } = command
  const may = mayTrain(actor, 'training.record', unit?.path ?? [])
  if (may === 'no') return refused('not-allowed')
  if (may === 'hidden' || !unit) return refused('unit.unknown', { unit: command.unit })
  const seats = people.get(account) ?? []
  if (!seats.some(({ path }) => mayTrain(actor, 'class.enrol.person', path) === 'yes'))
    return refused('person.unknown', { account })
  const strange = command.tags.find((tag) => !familyOf(rules, tag))
  if (strange !== undefined) return refused('course.tag-unknown', { tag: strange })
  const beyond = command.tags.find((tag) => !isMadeFor(seats, familyOf(rules, tag)?.levels ?? null))
  if (beyond !== undefined) return refused('training.tag-scope', { tag: beyond })
  if (on > today) return refused('training.future')
  if (command.plan !== undefined) {
    if (!plan || !seats.some(({ path }) => path.includes(plan.path[0] as number)))
      return refused('plan.unknown', { plan: command.plan })
    if (on < plan.fromOn || on > plan.toOn) return refused('plan.outside', { from: plan.fromOn, to: plan.toOn })
  }
  const { title, hours, tags } = command
  const named = wordsNameSomeone({ title })
  if (named) return named
  const body = { unit: unit.unit, path: unit.path, account, title, on, hours, tags, plan: command.plan ?? null }
  return accepted<TrainingEvent>({ kind: 'TrainingRecorded', body })
}

function isMadeFor(seats: readonly Seat[], levels: readonly string[] | null): boolean {
  return levels === null || seats.some(({ level }) => levels.includes(level))
}

/** What was recorded by mistake counts no longer; the ledger keeps both. Refused: `not-allowed`, `training.gone`. */
export function takeBack(state: TrainingState, { actor }: TrainingFacts): Decision<TrainingEvent> {
  if (mayTrain(actor, 'training.take-back', state.path) !== 'yes') return refused('not-allowed')
  if (state.takenBack) return refused('training.gone')
  return accepted<TrainingEvent>({ kind: 'TrainingTakenBack', body: {} })
}
