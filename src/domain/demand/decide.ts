import { accepted, type Decision } from '../decision.ts'
import { answerUnderstanding, erase, giveVerdict, withdraw } from './claimant.ts'
import type { DemandCommand, OpenContent } from './command.ts'
import type { AccessEvent, DemandEvent } from './event.ts'
import type { AnswerFacts, DemandFacts, TriageFacts } from './facts.ts'
import { answer, logContact, postMessage, recordDeed, sign, writeUnderstanding } from './handle.ts'
import type { DemandState } from './state.ts'
import { redirect, triage } from './triage.ts'

/** Facts each command asks for; the pipeline loads what stands here. */
export type FactsOf<K extends DemandCommand['kind']> = K extends 'demand.triage'
  ? TriageFacts
  : K extends 'demand.answer'
    ? AnswerFacts
    : DemandFacts

/** A command on an existing demand together with its facts. */
export type Asked = {
  [K in Exclude<DemandCommand['kind'], 'demand.raise'>]: {
    readonly kind: K
    readonly command: Extract<DemandCommand, { kind: K }>
    readonly facts: FactsOf<K>
  }
}[Exclude<DemandCommand['kind'], 'demand.raise'>]

/** Decides every command on a demand that exists. `demand.raise` makes the stream and is decided by `raise`. */
export function decide(state: DemandState, asked: Asked): Decision<DemandEvent> {
  switch (asked.kind) {
    case 'demand.triage':
      return triage(state, asked.command, asked.facts)
    case 'demand.redirect':
      return redirect(state, asked.command, asked.facts)
    case 'order.sign':
      return sign(state, asked.command, asked.facts)
    case 'contact.log':
      return logContact(state, asked.command, asked.facts)
    case 'message.post':
      return postMessage(state, asked.command, asked.facts)
    case 'understanding.write':
      return writeUnderstanding(state, asked.command, asked.facts)
    case 'understanding.answer':
      return answerUnderstanding(state, asked.command, asked.facts)
    case 'deed.record':
      return recordDeed(state, asked.command, asked.facts)
    case 'demand.answer':
      return answer(state, asked.command, asked.facts)
    case 'verdict.give':
      return giveVerdict(state, asked.command, asked.facts)
    case 'demand.withdraw':
      return withdraw(state, asked.command, asked.facts)
    case 'content.erase':
      return erase(state, asked.command, asked.facts)
  }
}

/** Opening content is always written down; whether the actor may is decided by the table of grants before this. */
export function open(
  command: OpenContent,
  actor: { readonly unit: number; readonly post: number },
): Decision<AccessEvent> {
  const { demand, part, purpose } = command
  return accepted<AccessEvent>({
    kind: 'ContentOpened',
    body: { demand, unit: actor.unit, post: actor.post, part, purpose },
  })
}
