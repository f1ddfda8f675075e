import { localDateOf } from '../calendar/local-time.ts'
import { evolve as evolvePlace, type PastPlaceEvent } from '../place/evolve.ts'
import type { PlaceState } from '../place/state.ts'
import { evolve, type PastVisitEvent } from '../visit/evolve.ts'
import type { VisitState } from '../visit/state.ts'
import type { Counted } from './measure.ts'
import type { VisitMeasure } from './visit-measures.ts'

/** What a visit counts as, from all its events: on the day it was paid, as it was corrected last. A plan counts as nothing. */
export function countVisit(events: readonly PastVisitEvent[]): readonly Counted[] {
  const visit = events.reduce<VisitState | null>(evolve, null)
  if (visit?.status !== 'recorded' || visit.startedAt === null) return []
  const common = { on: localDateOf(Date.parse(visit.startedAt)), path: visit.path, cuts: [] }
  const counted = (measure: VisitMeasure, persons: number): Counted => ({ measure, persons, ...common })
  return [
    counted('visits', visit.met),
    ...(visit.met > 0 ? [counted('visits-met', visit.met)] : []),
    ...(visit.explanations.length > 0 ? [counted('explanations', visit.met)] : []),
  ]
}

/** What a contact point counts as: itself, from its first day, also once it is kept no longer. */
export function countPlace(events: readonly PastPlaceEvent[]): readonly Counted[] {
  const place = events.reduce<PlaceState | null>(evolvePlace, null)
  return place ? [{ measure: 'contact-points-kept', on: place.from, path: place.path, cuts: [], persons: 0 }] : []
}
