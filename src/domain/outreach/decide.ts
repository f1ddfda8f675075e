import type { Actor } from '../actor.ts'
import { accepted, type Decision, refused } from '../decision.ts'
import type { OutreachCommand } from './command.ts'
import type { FirstVisit, OutreachEvent } from './event.ts'
import type { OutreachState } from './evolve.ts'

/** `first`: the first visit of the year as they are recorded now; null: there is none. */
export type OutreachFacts = { readonly actor: Actor; readonly first: FirstVisit | null }

/**
 * Says whether an enterprise was visited in a year, where that is something new: however often and by how many unions, it
 * counts once (domain §10, *Directive and training*: distinct enterprises). Refused: `not-allowed`, `outreach.as-it-is`.
 */
export function look(
  state: OutreachState | null,
  { employer, year }: OutreachCommand,
  { actor, first }: OutreachFacts,
): Decision<OutreachEvent> {
  if (actor.kind !== 'system') return refused('not-allowed')
  if (first === null)
    return state?.reached
      ? accepted<OutreachEvent>({ kind: 'EnterpriseMissed', body: {} })
      : refused('outreach.as-it-is')
  if (state?.reached && same(state, first)) return refused('outreach.as-it-is')
  const { visit, on, path } = first
  return accepted<OutreachEvent>({ kind: 'EnterpriseReached', body: { employer, year, visit, on, path } })
}

function same(a: FirstVisit, b: FirstVisit): boolean {
  const of = ({ visit, on, path }: FirstVisit) => JSON.stringify([visit, on, path])
  return of(a) === of(b)
}
