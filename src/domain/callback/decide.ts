import { localDateOf } from '../calendar/local-time.ts'
import { accepted, type Decision, type Draft, refused } from '../decision.ts'
import type { DemandEvent } from '../demand/event.ts'
import type { DemandFacts, LadderFacts } from '../demand/facts.ts'
import { isOpen } from '../demand/next.ts'
import type { DemandState } from '../demand/state.ts'
import { textSlot } from '../demand/text-slot.ts'
import { entailed, mayBeJudged, notTheWord, promiseAhead } from '../demand/verdict.ts'
import type { CallbackCommand } from './command.ts'

type Of<K extends CallbackCommand['kind']> = Extract<CallbackCommand, { kind: K }>

/** A try that reached nobody (§2.8); the day counts, so it is written down as a local date. */
export function tryCallback(
  state: DemandState,
  command: Of<'callback.try'>,
  facts: DemandFacts,
): Decision<DemandEvent> {
  const no = notNow(state, facts)
  if (no) return no
  const on = localDateOf(Date.parse(facts.now))
  return accepted<DemandEvent>({ kind: 'CallbackTried', body: { way: command.way, on } })
}

/**
 * CALLBACK→CLOSED or →REOPENED (§2.6): the worker was reached. That is a live contact (面); *is this what you meant* may
 * earn 心; then the three answers, which count as assisted, for a cadre took them down (law 2).
 */
export function recordCallback(
  state: DemandState,
  command: Of<'callback.record'>,
  facts: LadderFacts,
): Decision<DemandEvent> {
  const no = notNow(state, facts) ?? notTheWord(state, command.solved)
  if (no) return no
  const { way, solved, meant = null, contacted = null, satisfied = null } = command
  const understood: Draft<DemandEvent>[] =
    meant === true && state.understandings > 0 && state.understood === 'none'
      ? [{ kind: 'UnderstandingAnswered', body: { yes: true, assisted: true } }]
      : []
  return accepted<DemandEvent>(
    { kind: 'CallbackMade', body: { way, meant, contacted } },
    // The lead's own first contact is not made by it.
    { kind: 'ContactLogged', body: { way: way === 'visit' ? 'person' : 'call', settles: false, via: 'callback' } },
    ...understood,
    {
      kind: 'VerdictGiven',
      body: { solved, satisfied, contacted, assisted: true, via: 'callback' },
      seal: textSlot('verdict', command.text),
    },
    ...entailed(state, solved, facts),
  )
}

/** Why nobody calls back now; null where the callback is open. Who handled it under any post never does (law 10, §2.8). */
function notNow(state: DemandState, facts: DemandFacts) {
  if (!isOpen(state)) return refused('demand.closed')
  const promise = promiseAhead(state)
  if (promise) return refused('commitment.not-due', { on: promise.promisedOn })
  if (!mayBeJudged(state)) return refused('callback.not-open')
  const handled = state.acts.some(({ duty, post }) => duty === 'handle' && facts.actorPosts.includes(post))
  return handled ? refused('callback.not-the-handler') : null
}
