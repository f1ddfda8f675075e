import { accepted, type Decision, refused } from '../decision.ts'
import { findPersonal } from '../mask.ts'
import type { PracticeCommand } from './command.ts'
import type { PracticeEvent } from './event.ts'
import type { DescribeFacts, PracticeFacts } from './facts.ts'
import { mayOnPractice } from './may.ts'
import type { PracticeState } from './state.ts'

type Of<K extends PracticeCommand['kind']> = Extract<PracticeCommand, { kind: K }>
type Decided = Decision<PracticeEvent>

/**
 * A union describes what it tries, where and since when, and by which figure one may look whether it helped: each place
 * against its own past alone. Refused: `not-allowed`, `unit.unknown`, `practice.where`, `title.names-someone`,
 * `text.names-someone`.
 */
export function describe(command: Of<'practice.describe'>, facts: DescribeFacts): Decided {
  const { unit, title, text, since, measure, cut } = command
  const wrong = notAt(facts, 'practice.describe', unit)
  if (wrong) return wrong
  const path = facts.unit?.path ?? []
  const where = command.where === undefined ? [{ unit, path }] : facts.where.flatMap((each) => (each ? [each] : []))
  const below = where.every((each) => each.path.includes(unit))
  const distinct = new Set(where.map((each) => each.unit)).size
  if (!below || distinct !== (command.where?.length ?? 1) || distinct === 0) return refused('practice.where')
  if (distinct > facts.mostPlaces) return refused('practice.where')
  if (findPersonal(title).length > 0) return refused('title.names-someone')
  // Read by every post there is, so it must lead to nobody (§4 rule 9).
  if (findPersonal(text).length > 0) return refused('text.names-someone')
  const places = where.map((each) => ({ unit: each.unit, path: each.path }))
  const body = { unit, path, title, text, where: places, since, measure, cut: cut ?? null }
  return accepted<PracticeEvent>({ kind: 'PracticeDescribed', body })
}

/** Another union does the same. Refused: `not-allowed`, `unit.unknown`, `practice.ended`, `practice.adopted`. */
export function adopt(state: PracticeState, { unit, since }: Of<'practice.adopt'>, facts: PracticeFacts): Decided {
  const wrong = notAt(facts, 'practice.adopt', unit)
  if (wrong) return wrong
  if (state.endedAt !== null) return refused('practice.ended')
  if (state.places.some((place) => place.unit === unit)) return refused('practice.adopted')
  return accepted<PracticeEvent>({ kind: 'PracticeAdopted', body: { unit, path: facts.unit?.path ?? [], since } })
}

/** Whoever described it says that it is over. What was counted stays. Refused: `not-allowed`, `practice.ended`. */
export function end(state: PracticeState, { actor }: Pick<PracticeFacts, 'actor'>): Decided {
  if (mayOnPractice(actor, 'practice.end', state.path) !== 'yes') return refused('not-allowed')
  if (state.endedAt !== null) return refused('practice.ended')
  return accepted<PracticeEvent>({ kind: 'PracticeEnded', body: { unit: state.unit } })
}

function notAt({ actor, unit }: PracticeFacts, verb: 'practice.describe' | 'practice.adopt', named: number) {
  const answer = mayOnPractice(actor, verb, unit?.path ?? [])
  if (answer === 'no') return refused('not-allowed')
  return answer === 'hidden' || !unit ? refused('unit.unknown', { unit: named }) : null
}
