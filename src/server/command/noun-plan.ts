import type { PlanCommand } from '../../domain/plan/command.ts'
import { decide, open } from '../../domain/plan/decide.ts'
import type { PlanEvent } from '../../domain/plan/event.ts'
import { evolve, type PlanState } from '../../domain/plan/evolve.ts'
import { projectPlan } from '../projection/training.ts'
import type { BatchDesk, Decided, Noun } from './noun.ts'
import {
  fieldsNamed,
  mustBeBornHere,
  namedPlan,
  namedUnit,
  newStream,
  stateOf,
  trainingFacts,
} from './training-facts.ts'

/** Training plans: one stream each, born where its unit is. */
export const planNoun: Noun = {
  name: 'plan',
  streams: (asked) => (asked.kind === 'plan.open' ? [] : [asked.body.plan]),
  evolve: (state, event) => evolve(state as PlanState | null, event as unknown as PlanEvent & { stream: string }),
  project: projectPlan,
  async decide(asked, desk): Promise<Decided> {
    const command = { kind: asked.kind, ...asked.body } as PlanCommand
    const facts = await trainingFacts(asked.actor, desk)
    if (command.kind === 'plan.open') return opened(command, facts, desk)
    const state = stateOf<PlanState>(command.plan, 'plan', asked, facts, desk)
    return { stream: state.id, noun: 'plan', subject: state.id, decision: decide(state, command, facts) }
  },
}

async function opened(
  command: Extract<PlanCommand, { kind: 'plan.open' }>,
  facts: Awaited<ReturnType<typeof trainingFacts>>,
  desk: BatchDesk,
): Promise<Decided> {
  const unit = await namedUnit(command.unit, desk)
  const decision = open(command, { ...facts, unit, follows: await namedPlan(command.follows, desk) })
  fieldsNamed(decision, { 'unit.unknown': 'unit', 'plan.unknown': 'follows' })
  await mustBeBornHere(command.unit, desk)
  const stream = newStream(desk)
  return { stream, noun: 'plan', subject: stream, decision }
}
