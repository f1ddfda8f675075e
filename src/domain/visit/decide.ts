import { accepted, type Decision, type Refusal, refused } from '../decision.ts'
import type { DropVisit, PlanVisit, VisitBodies } from './command.ts'
import type { VisitEvent } from './event.ts'
import type { DropFacts, PlanFacts, RecordFacts, ToldFacts, VisitFacts } from './facts.ts'
import { mayOnVisit } from './may.ts'
import { correct, record } from './record.ts'
import type { VisitState } from './state.ts'

type Asked<K extends keyof VisitBodies, F> = { readonly kind: K; readonly body: VisitBodies[K]; readonly facts: F }
/** A command on a visit, together with its facts. */
export type AskedOfVisit =
  | Asked<'visit.plan', PlanFacts>
  | Asked<'visit.drop', DropFacts>
  | Asked<'visit.record', RecordFacts>
  | Asked<'visit.correct', ToldFacts>

type Decided = Decision<VisitEvent>

/** Decides every command on a visit. Refused, all of them: `not-allowed`, `unit.unknown`, `visit.unknown`. */
export function decide(state: VisitState | null, asked: AskedOfVisit): Decided {
  const no = notYours(state, asked.kind, asked.facts)
  if (no) return no
  switch (asked.kind) {
    case 'visit.plan':
      return plan(asked.body, asked.facts)
    case 'visit.drop':
      return drop(state, asked.body, asked.facts)
    case 'visit.record':
      return record(state, asked.body, asked.facts)
    case 'visit.correct':
      return correct(state, asked.body, asked.facts)
  }
}

// Out of reach reads like *there is none*.
function notYours(
  state: VisitState | null,
  kind: AskedOfVisit['kind'],
  { actor, unit }: VisitFacts,
): { readonly refused: Refusal } | null {
  const unknown = refused(state ? 'visit.unknown' : 'unit.unknown')
  switch (mayOnVisit(actor, kind, unit?.path ?? [])) {
    case 'no':
      return refused('not-allowed')
    case 'hidden':
      return unknown
    case 'yes':
      return unit ? null : unknown
  }
}

/** A visit is planned: where, on which day, by which post of the unit. Nobody is reminded twice and nothing is checked off. */
function plan(body: PlanVisit, { unit, spot, postUnit }: PlanFacts): Decided {
  if ('unknown' in spot) return refused(`${spot.unknown}.unknown`)
  if (!unit || postUnit !== unit.unit) return refused('post.unknown', { post: body.post })
  const { on, post } = body
  return accepted<VisitEvent>({
    kind: 'VisitPlanned',
    body: { unit: unit.unit, path: unit.path, ...spot.at, on, post },
  })
}

/** A planned visit is not paid, for a listed reason. Refused: `visit.not-planned`, `reason.unknown`. */
function drop(state: VisitState | null, { reason }: DropVisit, { reasonKnown }: DropFacts): Decided {
  if (state?.status !== 'planned') return refused('visit.not-planned')
  if (!reasonKnown) return refused('reason.unknown', { reason })
  return accepted<VisitEvent>({ kind: 'VisitDropped', body: { reason } })
}
