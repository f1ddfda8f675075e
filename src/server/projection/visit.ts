import { localDateOf } from '../../domain/calendar/local-time.ts'
import { realmOfId } from '../../domain/id.ts'
import type { OutreachState } from '../../domain/outreach/evolve.ts'
import type { VisitState } from '../../domain/visit/state.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import type { TableRows } from './table.ts'

/** Rows of a visit: its own, and once it was paid one for its unit and each above it, from the folded state alone. */
export function projectVisit(state: unknown, events: readonly PastEvent[]): readonly TableRows[] {
  const visit = state as VisitState
  const realm = realmOfId(visit.id)
  const replaces = events[0]?.version === 1 ? {} : { replaces: [visit.id] }
  const { unit, path, place, employer, region, kind, startedAt, endedAt, submittedAt, recordedAt } = visit
  const on = startedAt === null ? (visit.plan?.on ?? null) : localDateOf(Date.parse(startedAt))
  const row = {
    ...{ realm, id: visit.id, unit, path, status: visit.status, place, employer, region, kind, visited_on: on },
    ...{ plan_post: visit.plan?.post ?? null, recorded_by: visit.by, team: visit.team, met: visit.met },
    ...{ started_at: startedAt, ended_at: endedAt, submitted_at: submittedAt, recorded_at: recordedAt },
    ...{ opinions: visit.opinions, explanations: visit.explanations, deeds: visit.deeds, next_step: visit.next },
    ...{ corrections: visit.corrections, version: events.at(-1)?.version ?? 0 },
  }
  const reach = path.map((ancestor) => ({
    ...{ realm, ancestor_unit: ancestor, visit: visit.id, unit, path, status: visit.status },
    ...{ visited_on: on, employer, kind },
  }))
  return [
    { table: 'visit', ...replaces, rows: [row] },
    { table: 'visit_reach', ...replaces, rows: reach },
  ]
}

/** The row of an enterprise that was visited in a year; of one that was not after all there is none. */
export function projectOutreach(state: unknown, events: readonly PastEvent[]): readonly TableRows[] {
  const { id, reached, employer, year, visit, on, path } = state as OutreachState
  const replaces = events[0]?.version === 1 ? {} : { replaces: [id] }
  const row = { realm: realmOfId(id), id, employer, year, visit_realm: realmOfId(visit), visit, path, on_day: on }
  return [{ table: 'outreach', ...replaces, rows: reached ? [row] : [] }]
}
