import { clockAt } from '../../domain/clock/due.ts'
import { isOpen, next } from '../../domain/demand/next.ts'
import { sealsOf } from '../../domain/demand/seals.ts'
import type { DemandState } from '../../domain/demand/state.ts'
import { holdersEver, targetOf } from '../../domain/demand/target.ts'
import { realmOfId } from '../../domain/id.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import type { Row, TableRows } from './table.ts'

/** Rows of a demand: its row, its rows in work, and the precedent its ruling made. Pages read the events themselves. */
export function projectDemand(state: unknown, events: readonly PastEvent[]): readonly TableRows[] {
  const demand = state as DemandState
  const first = events[0]?.version === 1
  const replaces = first ? undefined : [demand.id]
  const version = events.at(-1)?.version ?? 0
  const rules = events.at(-1)?.rules ?? ''
  return [
    { table: 'demand', ...(replaces && { replaces }), rows: [demandRow(demand, version, rules)] },
    { table: 'work', ...(replaces && { replaces }), rows: workRows(demand) },
    ...closedRows(demand),
    ...consentRows(demand, events),
    ...precedents(demand),
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
    agency: s.agency,
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
    ...machineColumns(s, target),
  }
}

function machineColumns(s: DemandState, target: ReturnType<typeof targetOf>): Row {
  return {
    fixed: s.fixed,
    visit: s.visit,
    kept_post: s.kept?.post ?? null,
    triage_unit: target.triageUnit,
    ruler_unit: target.rulerUnit,
    approver_unit: target.approverUnit,
    opinion_unit: target.opinionUnit,
    callback_unit: target.callbackUnit,
    callback_open: target.callbackOpen,
    callback_close_at: s.callbacks.closeAt ?? s.callbackDueAt,
    protection_unit: target.protectionUnit,
    exclusion_unit: target.exclusionUnit,
    exclusion_by: s.exclusion.asked?.decideBy ?? null,
    contestable: target.contestable,
    joint_units: target.jointUnits,
    department_asked: target.departmentAsked,
    pending: target.pending,
    paused: target.paused,
    committed: target.committed,
    promised_on: s.order.commitment?.promisedOn ?? null,
    awaits_reply: target.awaitsReply,
    watch_asked: target.watchAsked,
    master: target.master,
    restricted: target.restricted,
    blocked_posts: target.blockedPosts,
    approach: target.approach,
    consents: target.consents,
    provisional: s.clock.provisional && isOpen(s),
    clock_at: clockAt(s),
  }
}

/** One row per ancestor of each holder while it is closed. Written nowhere while it never was: nearly every batch. */
function closedRows(s: DemandState): readonly TableRows[] {
  if (s.closedAt === null && s.reopened === 0) return []
  const { holderUnits, reachUnits, blockedUnits, restricted, blockedPosts } = targetOf(s)
  const rows = (s.closedAt === null ? [] : reachUnits).map((unit) => ({
    realm: realmOfId(s.id),
    ancestor_unit: unit,
    demand: s.id,
    closed_at: s.closedAt,
    own: holderUnits.includes(unit),
    blocked_units: blockedUnits,
    restricted,
    blocked_posts: blockedPosts,
  }))
  return [{ table: 'closed', replaces: [s.id], rows }]
}

/** Consents in force: what an editor may look for a story in. Nothing is written where nobody ever agreed. */
function consentRows(s: DemandState, events: readonly PastEvent[]): readonly TableRows[] {
  if (s.consents.length === 0 && !events.some(({ kind }) => kind === 'ConsentWithdrawn')) return []
  const { reachUnits, blockedUnits } = targetOf(s)
  const common = { realm: realmOfId(s.id), demand: s.id, number: s.number, pseudonym: s.pseudonym, topic: s.topic }
  const who = { reach_units: s.restricted === null ? reachUnits : [], blocked_units: blockedUnits }
  const rows = s.consents.map(({ purpose, version, name, picture, assisted, at }) => ({
    ...{ ...common, purpose, version, name, picture, assisted, given_at: at, ...who },
  }))
  return [{ table: 'consent', replaces: [s.id], rows }]
}

/**
 * Rulings are final, one a demand: a later one of a matter that was opened again replaces it. Written whenever the matter
 * moves, for whom it must be hidden from can grow. What one section alone may see makes no precedent for all to read:
 * topic and unions would say enough (§4 rule 7).
 */
function precedents(s: DemandState): readonly TableRows[] {
  const { ruled } = s.order
  if (!ruled) return []
  const { at, topic, reason, upheld, from, to, path } = ruled
  const reach = [...new Set([...s.triage.path, ...(path ?? [to]), from])].sort((a, b) => a - b)
  const row = { realm: realmOfId(s.id), demand: s.id, at, topic, region: s.region, reason, upheld }
  const units = { from_unit: from, to_unit: to, reach_units: reach, blocked_units: targetOf(s).blockedUnits }
  return [{ table: 'precedent', replaces: [s.id], rows: s.restricted === null ? [{ ...row, ...units }] : [] }]
}

/** One row per ancestor of each holder while somebody has something to do about it; none after that. */
function workRows(s: DemandState): Row[] {
  const due = next(s)
  if (!due) return []
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
    restricted: s.restricted,
    blocked_posts: [...s.order.recused].sort((a, b) => a - b),
  }))
}
