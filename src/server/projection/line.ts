import type { BriefState } from '../../domain/brief/state.ts'
import type { CampaignState } from '../../domain/campaign/state.ts'
import type { DirectiveState } from '../../domain/directive/state.ts'
import { realmOfId } from '../../domain/id.ts'
import type { LeadingGroupState } from '../../domain/leading-group/state.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import type { TableRows } from './table.ts'

/** Rows of a campaign and of its origin chain, from the folded state alone. */
export function projectCampaign(state: unknown, events: readonly PastEvent[]): readonly TableRows[] {
  const { id, unit, path, title, purpose, basis, fromOn, toOn, stages, origins } = state as CampaignState
  const realm = realmOfId(id)
  const replaces = replacing(id, events)
  const row = { realm, id, unit, path, title, purpose, basis, from_on: fromOn, to_on: toOn, stages }
  const links = origins.map(({ entry, origin, on, ledTo, directive, demand, content }) => ({
    ...{ realm, campaign: id, entry, path, origin, happened_on: on, led_to: ledTo, directive, demand },
    ...{ who: content.who.id, words: content.words.id },
  }))
  return [
    { table: 'campaign', ...replaces, rows: [row] },
    { table: 'origin', ...replaces, rows: links },
  ]
}

/** One row of a leading group. */
export function projectLeadingGroup(state: unknown, events: readonly PastEvent[]): readonly TableRows[] {
  const { id, campaign, unit, path, titles, section, content } = state as LeadingGroupState
  const names = titles.map((_, at) => content[`name${at + 1}`]?.id ?? null)
  const row = { realm: realmOfId(id), id, campaign, unit, path, titles, names, section }
  return [{ table: 'leading_group', ...replacing(id, events), rows: [row] }]
}

/** One row of a directive, its clauses as they were written. */
export function projectDirective(state: unknown, events: readonly PastEvent[]): readonly TableRows[] {
  const directive = state as DirectiveState
  const { id, unit, path, campaign, number, title, clauses, to, issuedOn, successor, reason } = directive
  const forms = directive.approved.map((form) => ({
    ...form,
    attached: directive.attached.some((each) => each.unit === form.unit && each.title === form.title),
  }))
  const row = {
    ...{ realm: realmOfId(id), id, unit, path, campaign, number, title, clauses, state: directive.state },
    ...{ to_unit: to, issued_on: issuedOn, successor, reason, forms },
  }
  const wanted = directive.asked.map((form, at) => ({
    ...{ realm: row.realm, directive: id, entry: at + 1, unit: form.unit, path: form.path, title: form.title },
    ...{ why: form.why, approver: form.approver, asked_on: form.on, state: form.state, reason: form.reason },
    ...{ answered_by: form.answeredBy, answered_on: form.answeredOn, in_force: directive.state === 'issued' },
  }))
  return [
    { table: 'directive', ...replacing(id, events), rows: [row] },
    { table: 'form_wanted', ...replacing(id, events), rows: wanted },
  ]
}

/** One row of a brief. */
export function projectBrief(state: unknown, events: readonly PastEvent[]): readonly TableRows[] {
  const { id, directive, unit, path, deliveredAt, receivedAt, plannedAt, plan, parts } = state as BriefState
  const row = {
    ...{ realm: realmOfId(id), id, directive, unit, path, parts, plan },
    ...{ delivered_at: deliveredAt, received_at: receivedAt, planned_at: plannedAt },
  }
  return [{ table: 'brief', ...replacing(id, events), rows: [row] }]
}

function replacing(id: string, events: readonly PastEvent[]): { replaces?: readonly string[] } {
  return events[0]?.version === 1 ? {} : { replaces: [id] }
}
