import { mayApproach } from '../approach/decide.ts'
import { accepted, type Decision, refused } from '../decision.ts'
import type { DemandEvent } from '../demand/event.ts'
import type { DemandFacts, LetterFacts } from '../demand/facts.ts'
import type { DemandState } from '../demand/state.ts'
import { textSlot } from '../demand/text-slot.ts'
import type { OrderCommand } from './command.ts'
import { isInHand, outOfHand } from './in-hand.ts'

type Of<K extends OrderCommand['kind']> = Extract<OrderCommand, { kind: K }>

/**
 * 一函两书 and the other letters (§2.6): a person filled and read it; it is numbered as it goes out. To the employer only with
 * the worker's word, but for danger to life (§4 rule 4).
 */
export function sendLetter(state: DemandState, command: Of<'letter.send'>, facts: LetterFacts): Decision<DemandEvent> {
  if (!isInHand(state)) return outOfHand(state)
  const { letter } = command
  if (!facts.letterKnown) return refused('letter.unknown', { letter })
  if (!facts.mayOfLevel) return refused('letter.level', { letter })
  if (facts.toEmployer && !mayApproach(state)) return refused('approach.not-agreed', { letter })
  return accepted<DemandEvent>({
    kind: 'LetterSent',
    body: { n: state.order.letters.length + 1, letter, replyDueAt: facts.replyDueAt },
    seal: textSlot('letter', command.text),
  })
}

/** What came back, once a letter. It may come after the closing; the archive is shut. */
export function replyLetter(
  state: DemandState,
  command: Of<'letter.reply'>,
  _facts: DemandFacts,
): Decision<DemandEvent> {
  if (state.clock.archived) return refused('demand.closed')
  const letter = state.order.letters.find(({ n }) => n === command.n)
  if (!letter) return refused('letter.not-sent', { n: command.n })
  if (letter.replyDueAt === null) return refused('letter.no-reply-asked')
  if (letter.replied) return refused('letter.replied-before')
  return accepted<DemandEvent>({
    kind: 'LetterReplied',
    body: { n: command.n },
    seal: textSlot('letter.reply', command.text),
  })
}
