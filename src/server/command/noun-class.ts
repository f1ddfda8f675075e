import { mostFaults, readSheet, type SheetRow } from '../../domain/class/attend.ts'
import type { ClassCommand } from '../../domain/class/command.ts'
import { decide, type OnClass } from '../../domain/class/decide.ts'
import type { ClassEvent } from '../../domain/class/event.ts'
import { type ClassState, evolve } from '../../domain/class/evolve.ts'
import { planClass } from '../../domain/class/plan.ts'
import type { TrainingFacts } from '../../domain/training/facts.ts'
import { projectClass } from '../projection/training.ts'
import { overloadedBy } from './class-load.ts'
import { sheetRows } from './class-sheet.ts'
import type { BatchDesk, Decided, Noun } from './noun.ts'
import * as known from './training-facts.ts'

/** Classes: one stream each, born where its unit is. */
export const classNoun: Noun = {
  name: 'class',
  streams: (asked) => (asked.kind === 'class.plan' ? [] : [asked.body.class]),
  evolve: (state, event) => evolve(state as ClassState | null, event as unknown as ClassEvent & { stream: string }),
  project: projectClass,
  async decide(asked, desk): Promise<Decided> {
    const command = { kind: asked.kind, ...asked.body } as ClassCommand
    const facts = await known.trainingFacts(asked.actor, desk)
    if (command.kind === 'class.plan') return planned(command, facts, desk)
    const state = known.stateOf<ClassState>(command.class, 'class', asked, facts, desk)
    const common = { stream: state.id, noun: 'class', subject: state.id }
    const named = command.kind === 'class.enrol' || command.kind === 'class.unenrol' ? command.accounts : []
    const people = await known.peopleOf(named, desk)
    const rows = command.kind === 'class.attend-import' ? await sheetRows(command.text, desk) : []
    const decision = decide(state, command, { ...facts, people, rows })
    if ('refused' in decision) return { ...common, decision }
    return { ...common, decision, result: await resultOf(command, state, decision.accepted, rows, facts, desk) }
  },
}

async function planned(
  command: Extract<ClassCommand, { kind: 'class.plan' }>,
  facts: TrainingFacts,
  desk: BatchDesk,
): Promise<Decided> {
  const [unit, course, plan] = [
    await known.namedUnit(command.unit, desk),
    await known.namedCourse(command.course, desk),
    await known.namedPlan(command.plan, desk),
  ]
  const trainerKnown = command.trainerPost === undefined || (await isInForce(command.trainerPost, desk))
  const decision = planClass(command, { ...facts, unit, course, plan, trainerKnown })
  known.fieldsNamed(decision, { 'unit.unknown': 'unit', 'post.unknown': 'trainerPost' })
  await known.mustBeBornHere(command.unit, desk)
  const stream = known.newStream(desk)
  return { stream, noun: 'class', subject: stream, decision }
}

async function resultOf(
  command: OnClass,
  state: ClassState,
  events: readonly { readonly kind: string; readonly body: object }[],
  rows: readonly SheetRow[],
  { now, rules }: TrainingFacts,
  desk: BatchDesk,
): Promise<Readonly<Record<string, unknown>>> {
  const [first] = events as readonly ClassEvent[]
  if (first?.kind === 'ClassFinished') return { completed: first.body.completed.length }
  if (first?.kind === 'LearnersEnrolled')
    return { overloaded: await overloadedBy(state, first.body.learners, rules.partTimeDays, desk) }
  if (command.kind !== 'class.attend-import') return {}
  const { faults } = readSheet(state, rows, now)
  return { rows: rows.length, faults: faults.length, rejected: faults.slice(0, mostFaults) }
}

async function isInForce(post: number, { client }: BatchDesk): Promise<boolean> {
  return (await client.query('select from post where id = $1 and valid_to is null', [post])).rowCount === 1
}
