import type { PoolClient } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import { allowedVerbs, type Target } from '../../domain/reach.ts'
import type { DemandRow } from '../../protocol/view.ts'

/** Columns of a demand as the lists and pages read them, with the names of units, employer and agency joined. */
export const demandColumns = `d.realm, d.id, d.number, d.pseudonym, d.mode, d.topic, d.nature, d.urgency, d.difficulty,
  d.persons, d.employer, d.agency, d.region, d.state, d.order_state, d.claimed, d.confirmed, d.outcome, d.seal_met, d.seal_understood,
  d.seal_delivered, d.lead_unit, d.lead_section, d.next_unit, d.next_section, d.next_what, d.next_at, d.submitted_at,
  d.contact_due_at, d.due_at, d.holder_units, d.reach_units, d.blocked_units, d.understandings, d.understood, d.reopened,
  d.erased, d.version, d.fixed, d.triage_unit, d.ruler_unit, d.approver_unit, d.opinion_unit, d.callback_unit,
  d.callback_open, d.callback_close_at, d.protection_unit, d.exclusion_unit, d.exclusion_by, d.contestable, d.joint_units, d.department_asked, d.pending, d.paused, d.committed, d.promised_on,
  d.awaits_reply, d.watch_asked, d.master, d.restricted, d.blocked_posts, d.approach, d.consents, e.name as employer_name, ag.name as agency_name, lu.name as lead_name, lu.level as lead_level, nu.name as next_name,
  nu.level as next_level`
/** Joins that go with `demandColumns`. */
export const demandJoins = `left join employer e on e.id = d.employer left join employer ag on ag.id = d.agency left join unit lu on lu.id = d.lead_unit
  left join unit nu on nu.id = d.next_unit`

// biome-ignore lint/suspicious/noExplicitAny: a row as pg gives it; this file is where it becomes typed
type Stored = any

/** A stored row as the protocol shows it, with the verbs the actor may use on it now. */
export function demandRow(row: Stored, actor: Actor): DemandRow {
  const unit = (id: number | null, name: string, level: string) => (id === null ? null : { id, name, level })
  const lead = unit(row.lead_unit, row.lead_name, row.lead_level)
  const nextUnit = unit(row.next_unit, row.next_name, row.next_level)
  return {
    id: row.id,
    number: row.number,
    pseudonym: row.pseudonym,
    mode: row.mode,
    topic: row.topic,
    nature: row.nature,
    urgency: row.urgency,
    difficulty: row.difficulty,
    persons: row.persons,
    employer: row.employer === null ? null : { id: row.employer, name: row.employer_name ?? '' },
    agency: row.agency === null ? null : { id: row.agency, name: row.agency_name ?? '' },
    region: row.region,
    status: row.state,
    orderState: row.order_state,
    claimed: row.claimed,
    confirmed: row.confirmed,
    outcome: row.outcome,
    seals: { met: row.seal_met, understood: row.seal_understood, delivered: row.seal_delivered },
    lead: lead && { unit: lead, section: row.lead_section },
    next: nextUnit && { what: row.next_what, unit: nextUnit, section: row.next_section, at: row.next_at.toISOString() },
    submittedAt: row.submitted_at.toISOString(),
    dueAt: row.due_at?.toISOString() ?? null,
    callbackDueAt: row.callback_close_at?.toISOString() ?? null,
    exclusionBy: row.exclusion_by?.toISOString() ?? null,
    promisedOn: row.promised_on,
    pending: row.pending,
    paused: row.paused,
    fixed: row.fixed,
    master: row.master,
    reopened: row.reopened,
    version: row.version,
    verbs: [...allowedVerbs(actor, targetOfRow(row))],
  }
}

/** The columns as the table of grants looks at them. */
export function targetOfRow(row: Stored): Target {
  return {
    id: row.id,
    status: row.state,
    orderState: row.order_state,
    mode: row.mode,
    triageUnit: row.triage_unit,
    leadUnit: row.lead_unit,
    leadSection: row.lead_section,
    holderUnits: row.holder_units,
    reachUnits: row.reach_units,
    blockedUnits: row.blocked_units,
    reopened: row.reopened,
    understandings: row.understandings,
    understood: row.understood,
    erased: row.erased,
    rulerUnit: row.ruler_unit,
    approverUnit: row.approver_unit,
    opinionUnit: row.opinion_unit,
    callbackUnit: row.callback_unit,
    callbackOpen: row.callback_open,
    protectionUnit: row.protection_unit,
    exclusionUnit: row.exclusion_unit,
    contestable: row.contestable,
    jointUnits: row.joint_units,
    departmentAsked: row.department_asked,
    pending: row.pending,
    paused: row.paused,
    committed: row.committed,
    awaitsReply: row.awaits_reply,
    watchAsked: row.watch_asked,
    master: row.master,
    restricted: row.restricted,
    blockedPosts: row.blocked_posts,
    approach: row.approach,
    consents: row.consents,
  }
}

/** Names of posts, for pages where a name may stand. */
export async function namesOfPosts(client: PoolClient, posts: readonly number[]): Promise<Map<number, string>> {
  if (posts.length === 0) return new Map()
  const { rows } = await client.query(
    'select p.id, a.name from post p join account a on a.id = p.account where p.id = any($1::int[])',
    [posts],
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}
