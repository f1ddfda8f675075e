import { accepted, type Decision, type Draft, refused } from '../decision.ts'
import type { DemandEvent } from '../demand/event.ts'
import type { DemandFacts, ExclusionFacts } from '../demand/facts.ts'
import type { DemandState } from '../demand/state.ts'
import { textSlot } from '../demand/text-slot.ts'
import { oneUp } from '../order/one-up.ts'
import type { ExclusionCommand } from './command.ts'

type Of<K extends ExclusionCommand['kind']> = Extract<ExclusionCommand, { kind: K }>

/** So many persons of the level above must agree (domain §2.9). */
export const persons = 2

/**
 * 申诉剔除 (§2.9): the unit that handled it applies within five working days of the worker's word, with a reason of the
 * catalogue and what shows it. The nearest level above where two persons can agree decides, never the unit itself, however
 * small; a level of one would keep the score by silence, whatever it thinks.
 */
export function askExclusion(
  state: DemandState,
  command: Of<'exclusion.ask'>,
  facts: ExclusionFacts,
): Decision<DemandEvent> {
  const { wordAt, asked, decided } = state.exclusion
  if (wordAt === null) return refused('exclusion.no-word')
  if (asked) return refused('exclusion.pending')
  if (decided) return refused('exclusion.decided')
  if (facts.now > facts.times.exclusionUntil(wordAt)) return refused('exclusion.too-late')
  const judge = oneUp(state, facts.judges)
  if (!judge) return refused('exclusion.nobody')
  return accepted<DemandEvent>({
    kind: 'ExclusionAsked',
    body: { reason: command.reason, judge, decideBy: facts.times.exclusionDue(facts.now) },
    seal: textSlot('exclusion', command.text),
  })
}

/** Two persons, one after the other: the second *yes* leaves the matter out of the rates, the first *no* keeps it in. */
export function weighExclusion(
  state: DemandState,
  command: Of<'exclusion.weigh'>,
  facts: DemandFacts,
): Decision<DemandEvent> {
  const { asked, agreed } = state.exclusion
  if (!asked || facts.actor.kind !== 'staff') return refused('exclusion.nothing')
  if (facts.now >= asked.decideBy) return refused('exclusion.lapsed')
  if (agreed.some((post) => facts.actorPosts.includes(post))) return refused('exclusion.same-person')
  const { agree, text } = command
  if (!agree && !text) return refused('exclusion.say-why')
  const weighed: Draft<DemandEvent> = {
    kind: 'ExclusionWeighed',
    body: { agree, post: facts.actor.post },
    seal: textSlot('exclusion.weighed', text),
  }
  if (!agree) return accepted(weighed, decidedAs(false, 'one'))
  return agreed.length + 1 < persons ? accepted(weighed) : accepted(weighed, decidedAs(true, 'two'))
}

/** Nobody, or one alone, decided in time: what the worker said counts. */
export function lapsed(): Draft<DemandEvent> {
  return decidedAs(false, 'silence')
}

function decidedAs(excluded: boolean, why: 'two' | 'one' | 'silence'): Draft<DemandEvent> {
  return { kind: 'ExclusionDecided', body: { excluded, why } }
}
