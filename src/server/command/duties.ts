import { type Apart, togetherApart } from '../../domain/demand/apart.ts'
import type { DemandState, Duty } from '../../domain/demand/state.ts'
import type { CommandKind } from '../../protocol/command.ts'
import type { Asked, BatchDesk } from './noun.ts'

/** Which duties a command is an act of; the others are nobody's duty. */
const dutiesOf: Partial<Record<CommandKind, Duty | readonly Duty[]>> = {
  'demand.triage': 'triage',
  'demand.redirect': 'triage',
  // Sorted, led and answered in one go (§2.5).
  'demand.answer-now': ['triage', 'handle'],
  'order.sign': 'handle',
  'order.object': 'handle',
  'contact.log': 'handle',
  'understanding.write': 'handle',
  'approach.propose': 'handle',
  'deed.record': 'handle',
  'demand.answer': 'handle',
  'commitment.make': 'handle',
  'letter.send': 'handle',
  'order.rule': 'rule',
  'request.decide': 'approve',
  'exclusion.weigh': 'approve',
  'callback.try': 'callback',
  'callback.record': 'callback',
}

/** Whether this person may do this as well in this matter, seen what they did in it before, under whatever post (law 10). */
export async function combining(asked: Asked, state: DemandState, { client, context }: BatchDesk): Promise<Apart> {
  const duties = takes(asked) ? 'handle' : dutiesOf[asked.kind]
  if (!duties || asked.actor.kind !== 'staff') return 'ok'
  const { account, unit } = asked.actor
  const { directory, rules } = context
  const mine = await directory.postsOfAccount(client, account)
  const doneBy = state.acts.map((act) => ({ duty: act.duty, account: mine.includes(act.post) ? account : '' }))
  const few = (await directory.peopleAt(client, unit)) <= rules.smallOffice.upToPersons
  const mode = few || (await directory.smallOffice(client, unit)) ? 'small' : 'strict'
  return togetherApart([duties].flat(), doneBy, account, mode, rules.smallOffice)
}

/** Whoever takes a matter over signs for it: that is handling, whatever they did in it one level up. */
function takes({ kind, body }: Asked): boolean {
  return kind === 'opinion.give' && body.take === true
}
