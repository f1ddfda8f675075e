import type { CallbackCommand } from '../callback/command.ts'
import { accepted, type Decision, refused } from '../decision.ts'
import type { DemandEvent } from '../demand/event.ts'
import type { DemandFacts, LadderFacts } from '../demand/facts.ts'
import type { DemandState } from '../demand/state.ts'
import { textSlot } from '../demand/text-slot.ts'
import { protection } from './protect.ts'

type Of<K extends CallbackCommand['kind']> = Extract<CallbackCommand, { kind: K }>

/** *Did anyone give you trouble?* (§4 rule 18): yes is protected one level above the lead. Only the worker answers. */
export function answerWatch(
  state: DemandState,
  command: Of<'watch.answer'>,
  facts: LadderFacts,
): Decision<DemandEvent> {
  if (facts.actor.kind !== 'claimant') return refused('watch.workers-only')
  if (state.watch.asked === null) return refused('watch.not-asked')
  return accepted<DemandEvent>(
    { kind: 'WatchAnswered', body: { trouble: command.trouble }, seal: textSlot('watch', command.text) },
    ...(command.trouble ? protection(state, 'watch', facts) : []),
  )
}

/** The unit that protects says what it did, once. */
export function answerProtection(
  state: DemandState,
  command: Of<'protection.answer'>,
  _facts: DemandFacts,
): Decision<DemandEvent> {
  const { protection: open } = state.watch
  if (!open || open.answered) return refused('protection.not-open')
  return accepted<DemandEvent>({
    kind: 'ProtectionAnswered',
    body: {},
    seal: textSlot('protection', command.text),
  })
}
