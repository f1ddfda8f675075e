import { accepted, type Decision, refused } from '../decision.ts'
import type { DemandCommand } from './command.ts'
import type { DemandEvent } from './event.ts'
import type { KeepFacts } from './facts.ts'
import type { DemandState } from './state.ts'

/**
 * A lasting named cadre (domain §2.1, contact card): who was visited may keep whoever came, or that union, as the one who stays
 * with them; change it, or want nobody, at any time, also once the matter is closed. Only the worker: no cadre puts itself
 * there. It is the post that stays, so that whoever takes the post over takes the worker over. Refused:
 * `cadre.workers-only`, `cadre.no-visit`, `cadre.as-it-is`.
 */
export function keepCadre(
  state: DemandState,
  { keep }: Extract<DemandCommand, { kind: 'demand.keep-cadre' }>,
  { actor, visitor }: KeepFacts,
): Decision<DemandEvent> {
  if (actor.kind !== 'claimant') return refused('cadre.workers-only')
  if (visitor === null) return refused('cadre.no-visit')
  if (keep === (state.kept?.keep ?? 'nobody')) return refused('cadre.as-it-is')
  const post = keep === 'cadre' ? visitor.post : null
  const unit = keep === 'nobody' ? null : visitor.unit
  return accepted<DemandEvent>({ kind: 'CadreKept', body: { keep, post, unit } })
}
