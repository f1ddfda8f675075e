import { type Actor, type Role, roles } from '../actor.ts'
import type { ClassCommand } from '../class/command.ts'
import type { CourseCommand } from '../course/command.ts'
import type { PlanCommand } from '../plan/command.ts'
import { mayAtUnit, type UnitAnswer, type UnitGrant, type UnitReach } from '../unit-grants.ts'
import type { TrainingCommand } from './command.ts'

/**
 * Verbs of training. `training.read`: plans, courses and classes; `training.read.list`: who attends a class;
 * `class.enrol.person`: whom one may enrol, record for, or take off.
 */
export type TrainingVerb =
  | PlanCommand['kind']
  | CourseCommand['kind']
  | ClassCommand['kind']
  | TrainingCommand['kind']
  | 'training.read'
  | 'training.read.list'
  | 'class.enrol.person'

const made: readonly TrainingVerb[] = [
  ...(['plan.open', 'plan.change', 'plan.close'] as const),
  ...(['course.offer', 'course.change', 'course.retire'] as const),
  ...(['class.plan', 'class.change', 'class.cancel'] as const),
  ...(['class.attend', 'class.attend-import', 'class.examine', 'class.finish'] as const),
  ...(['training.record', 'training.take-back'] as const),
]

/**
 * Who may do what in training. Whoever trains works for the own unit with the people of everything below it; a head enrols
 * the own people; what a unit above offers is read below, and what is offered below is read above.
 */
export const trainingGrants: readonly UnitGrant<TrainingVerb>[] = [
  ...(['trainer', 'organiser'] as const).flatMap((role) => [
    ...made.map((verb) => grant(role, verb, 'own')),
    grant(role, 'class.enrol', 'above'),
    grant(role, 'class.unenrol', 'above'),
    grant(role, 'class.enrol.person', 'subtree'),
    grant(role, 'training.read.list', 'own'),
  ]),
  grant('head', 'class.enrol', 'above'),
  grant('head', 'class.unenrol', 'above'),
  grant('head', 'class.enrol.person', 'own'),
  ...roles.flatMap((role) => [grant(role, 'training.read', 'above'), grant(role, 'training.read', 'subtree')]),
]

/**
 * Whether the actor may use the verb on something of training.
 * @param path unit it belongs to with all above, itself first
 * @param above the actor's own unit with all above, itself first
 */
export function mayTrain(
  actor: Actor,
  verb: TrainingVerb,
  path: readonly number[],
  above: readonly number[] = [],
): UnitAnswer {
  return mayAtUnit(trainingGrants, actor, verb, path, above)
}

function grant(role: Role, verb: TrainingVerb, reach: UnitReach): UnitGrant<TrainingVerb> {
  return { role, verb, reach }
}
