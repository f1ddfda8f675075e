import type { TrainingCommand } from '../../domain/training/command.ts'
import { record, takeBack } from '../../domain/training/decide.ts'
import type { TrainingEvent } from '../../domain/training/event.ts'
import { evolve, type TrainingState } from '../../domain/training/evolve.ts'
import { projectTraining } from '../projection/training.ts'
import type { Decided, Noun } from './noun.ts'
import * as known from './training-facts.ts'

/** What people learnt elsewhere: one stream for each record, born where the unit that vouches for it is. */
export const trainingNoun: Noun = {
  name: 'training',
  streams: (asked) => (asked.kind === 'training.record' ? [] : [asked.body.training]),
  evolve: (state, event) =>
    evolve(state as TrainingState | null, event as unknown as TrainingEvent & { stream: string }),
  project: projectTraining,
  async decide(asked, desk): Promise<Decided> {
    const command = { kind: asked.kind, ...asked.body } as TrainingCommand
    const facts = await known.trainingFacts(asked.actor, desk)
    if (command.kind === 'training.take-back') {
      const state = known.stateOf<TrainingState>(command.training, 'training', asked, facts, desk)
      return { stream: state.id, noun: 'training', subject: state.id, decision: takeBack(state, facts) }
    }
    const unit = await known.namedUnit(command.unit, desk)
    const plan = await known.namedPlan(command.plan, desk)
    const people = await known.peopleOf([command.account], desk)
    const decision = record(command, { ...facts, unit, plan, people })
    known.fieldsNamed(decision, { 'unit.unknown': 'unit', 'person.unknown': 'account' })
    await known.mustBeBornHere(command.unit, desk)
    const stream = known.newStream(desk)
    return { stream, noun: 'training', subject: stream, decision }
  },
}
