import { accepted, type Decision, refused } from '../decision.ts'
import type { DemandEvent } from '../demand/event.ts'
import type { DemandFacts, JointFacts } from '../demand/facts.ts'
import { isOpen } from '../demand/next.ts'
import type { DemandState } from '../demand/state.ts'
import { textSlot } from '../demand/text-slot.ts'
import type { OrderCommand } from './command.ts'
import { isInHand, outOfHand } from './in-hand.ts'

type Of<K extends OrderCommand['kind']> = Extract<OrderCommand, { kind: K }>

/** 协办 (§2.6): the lead asks another unit, or an outside department, to join in. It answers the lead before the lead's own due. */
export function orderJoint(state: DemandState, command: Of<'joint.order'>, facts: JointFacts): Decision<DemandEvent> {
  if (!isInHand(state)) return outOfHand(state)
  if ((command.unit === undefined) === (command.department === undefined)) return refused('joint.one-of-both')
  const { unit, department = null, section = null } = command
  if (department !== null && !facts.departmentKnown) return refused('department.unknown', { department })
  const holder = department === null && facts.joint ? { unit: facts.joint.unit, path: facts.joint.path, section } : null
  const no = department === null ? notJoining(state, unit ?? 0, holder, facts) : null
  if (no) return no
  const { joints } = state.order
  const again = joints.some(
    (joint) =>
      joint.state === 'asked' &&
      joint.department === department &&
      joint.holder?.unit === holder?.unit &&
      joint.holder?.section === holder?.section,
  )
  if (again) return refused('joint.asked-before')
  return accepted<DemandEvent>({
    kind: 'JointOrdered',
    body: {
      n: joints.length + 1,
      holder,
      department,
      dueAt: facts.times.jointDue(facts.now, state.dueAt),
    },
    seal: textSlot('joint.order', command.text),
  })
}

function notJoining(
  state: DemandState,
  unit: number,
  holder: { readonly unit: number; readonly section: string | null } | null,
  { joint }: JointFacts,
) {
  if (!holder || !joint) return refused('joint.unit-unknown', { unit })
  if (state.blocked.includes(holder.unit)) return refused('joint.employers-own-union')
  const { lead, restricted } = state
  // Another section of the lead's own unit may join in; the lead itself is in it already.
  if (
    holder.unit === lead?.unit &&
    (holder.section === null || lead.section === null || holder.section === lead.section)
  )
    return refused('joint.is-lead')
  if (restricted !== null && holder.section !== restricted)
    return refused('lead.wrong-section', { section: restricted })
  return joint.staffed ? null : refused('lead.not-staffed', { unit: holder.unit })
}

/**
 * A joint unit answers the lead or states why it cannot; a department without an account is answered for by the lead, who
 * writes down what it wrote.
 */
export function answerJoint(
  state: DemandState,
  command: Of<'joint.answer'>,
  facts: DemandFacts,
): Decision<DemandEvent> {
  if (!isOpen(state)) return refused('demand.closed')
  const joint = state.order.joints.find(({ n }) => n === command.n)
  if (!joint) return refused('joint.unknown', { n: command.n })
  const answers = joint.holder ? joint.holder.unit : state.lead?.unit
  if (facts.actor.kind !== 'staff' || facts.actor.unit !== answers) return refused('joint.not-yours')
  if (joint.state !== 'asked') return refused('joint.answered-before')
  return accepted<DemandEvent>({
    kind: 'JointAnswered',
    body: { n: command.n, unable: command.unable },
    seal: textSlot('joint.answer', command.text),
  })
}
