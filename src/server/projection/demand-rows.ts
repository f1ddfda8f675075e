import { isOpen, next } from '../../domain/demand/next.ts'
import { sealsOf } from '../../domain/demand/seals.ts'
import type { DemandState } from '../../domain/demand/state.ts'
import { holdersEver, targetOf } from '../../domain/demand/target.ts'
import { realmOfId } from '../../domain/id.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import type { Row, TableRows } from './table.ts'

/** Rows of a demand: its row, and its rows in work. Pages read the events themselves. */
export function projectDemand(state: unknown, events: readonly PastEvent[]): readonly TableRows[] {
  const demand = state as DemandState
  const first = events[0]?.version === 1
  const replaces = first ? undefined : [demand.id]
  const version = events.at(-1)?.version ?? 0
  const rules = events.at(-1)?.rules ?? ''
  return [
    { table: 'demand', ...(replaces && { replaces }), rows: [demandRow(demand, version, rules)] },
    { table: 'work', ...(replaces && { replaces }), rows: workRows(demand) },
  ]
}

function demandRow(s: DemandState, version: number, rules: string): Row {
  const seals = sealsOf(s)
  const target = targetOf(s)
  const due = next(s)
  return {
    realm: realmOfId(s.id),
    id: s.id,
    number: s.number,
    pseudonym: s.pseudonym,
    region: s.region,
    channel: s.channel,
    mode: s.mode,
    nature: s.nature,
    topic: s.topic,
    urgency: s.urgency,
    difficulty: s.difficulty,
    persons: s.persons,
    employer: s.employer,
    state: s.status,
    claimed: s.claim,
    confirmed: s.verdict,
    outcome: s.outcome,
    satisfied: s.satisfied,
    assisted: s.assisted,
    seal_met: seals.met,
    seal_understood: seals.understood,
    seal_delivered: seals.delivered,
    order_state: s.orderState,
    lead_unit: target.leadUnit,
    lead_section: target.leadSection,
    submitted_at: s.submittedAt,
    contact_due_at: s.contactDueAt,
    due_at: s.dueAt,
    closed_at: s.closedAt,
    next_unit: due?.unit ?? null,
    next_section: due?.section ?? null,
    next_what: due?.what ?? null,
    next_at: due?.at ?? null,
    holder_units: target.holderUnits,
    reach_units: target.reachUnits,
    blocked_units: target.blockedUnits,
    understandings: s.understandings,
    understood: s.understood,
    reopened: s.reopened,
    erased: s.erased,
    version,
    rules,
  }
}

/** One row per ancestor of each holder while the demand is open; none once it is closed. */
function workRows(s: DemandState): Row[] {
  const due = next(s)
  if (!isOpen(s) || !due) return []
  const duty = new Map<number, number>()
  const own = new Map<number, number>()
  for (const { holder, duty: bit } of holdersEver(s)) {
    own.set(holder.unit, (own.get(holder.unit) ?? 0) | bit)
    for (const unit of holder.path) duty.set(unit, (duty.get(unit) ?? 0) | bit)
  }
  return [...duty].map(([unit, bits]) => ({
    realm: realmOfId(s.id),
    ancestor_unit: unit,
    demand: s.id,
    next_at: due.at,
    next_what: due.what,
    duty: bits,
    own: own.get(unit) ?? 0,
    blocked_units: [...s.blocked].sort((a, b) => a - b),
  }))
}
