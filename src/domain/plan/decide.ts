import { accepted, type Decision, type Refusal, refused } from '../decision.ts'
import { wordsNameSomeone } from '../issued-words.ts'
import type { NamedPlan, NamedUnit, TrainingFacts } from '../training/facts.ts'
import { mayTrain } from '../training/may.ts'
import type { PlanGroup } from '../training/seat.ts'
import type { PlanCommand } from './command.ts'
import type { PlanChanged, PlanEvent } from './event.ts'
import type { PlanState } from './evolve.ts'

type Of<K extends PlanCommand['kind']> = Extract<PlanCommand, { kind: K }>

/** Facts of `plan.open`; `follows` is looked at where the command names one. */
export type OpenFacts = TrainingFacts & { readonly unit: NamedUnit; readonly follows: NamedPlan }

/**
 * 五年规划: a period and the hours each group has to meet. A plan may follow an earlier one of the unit or of one above.
 * Refused: `not-allowed`, `unit.unknown`, `plan.order`, `plan.group-twice`, `words.names-someone`, `plan.unknown`,
 * `plan.follows-later`.
 */
export function open(command: Of<'plan.open'>, facts: OpenFacts): Decision<PlanEvent> {
  const { actor, unit, follows } = facts
  const may = mayTrain(actor, 'plan.open', unit?.path ?? [])
  if (may === 'no') return refused('not-allowed')
  if (may === 'hidden' || !unit) return refused('unit.unknown', { unit: command.unit })
  const { title, fromOn, toOn, groups, aim = null } = command
  const wrong = wrongPeriod(fromOn, toOn) ?? wrongGroups(groups) ?? wordsNameSomeone({ title, aim })
  if (wrong) return wrong
  if (command.follows !== undefined) {
    if (!follows || !unit.path.includes(follows.path[0] as number))
      return refused('plan.unknown', { plan: command.follows })
    if (follows.fromOn >= fromOn) return refused('plan.follows-later')
  }
  const body = { unit: unit.unit, path: unit.path, title, fromOn, toOn, follows: command.follows ?? null, groups, aim }
  return accepted<PlanEvent>({ kind: 'PlanOpened', body })
}

/** Decides what is done with a plan that is there. Refused: `not-allowed`, `plan.closed`, and as in `open`. */
export function decide(
  state: PlanState,
  command: Of<'plan.change'> | Of<'plan.close'>,
  { actor, above, today }: TrainingFacts,
): Decision<PlanEvent> {
  if (mayTrain(actor, command.kind, state.path, above) !== 'yes') return refused('not-allowed')
  if (state.closedOn !== null) return refused('plan.closed')
  if (command.kind === 'plan.close') return accepted<PlanEvent>({ kind: 'PlanClosed', body: { on: today } })
  const { title, toOn, groups, aim } = command
  const wrong =
    (toOn && wrongPeriod(state.fromOn, toOn)) || (groups && wrongGroups(groups)) || wordsNameSomeone({ title, aim })
  if (wrong) return wrong
  const body: PlanChanged = {
    ...(title === undefined ? {} : { title }),
    ...(toOn === undefined ? {} : { toOn }),
    ...(groups === undefined ? {} : { groups }),
    ...(aim === undefined ? {} : { aim }),
  }
  return accepted<PlanEvent>({ kind: 'PlanChanged', body })
}

type Wrong = { readonly refused: Refusal } | null

function wrongPeriod(from: string, to: string): Wrong {
  return from <= to ? null : refused('plan.order')
}

// Two groups for the same people would leave open which hours are meant.
function wrongGroups(groups: readonly PlanGroup[]): Wrong {
  const keys = groups.map(({ fullTime, level }) => `${fullTime} ${level}`)
  return new Set(keys).size === keys.length ? null : refused('plan.group-twice')
}
