import { isUrgency } from '../../../domain/limit.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import type { DemandRow } from '../api/view.ts'
import type { TopicNamed } from '../text/names.ts'

type Leads = ViewAnswer<'leads'>['rows']
/** What the catalogue proposes for a topic; a person decides. */
export interface Proposal {
  readonly urgency: string
  readonly lead: string | null
  readonly section: string | null
}

/** Levels from the nearest upward. */
const levels = ['group', 'grassroots', 'township', 'county', 'city', 'province', 'nation']

/**
 * Urgency and lead that the catalogue proposes. A class that was fixed when the demand was raised stays. The lead is the
 * staffed union of the proposed level on the way from the region up, or the next one above it; `receiving` is who triages.
 */
export function propose(
  topic: Pick<TopicNamed, 'urgency' | 'groupUrgency' | 'lead' | 'groupLead' | 'section'>,
  row: Pick<DemandRow, 'persons' | 'urgency' | 'fixed'>,
  at: { readonly groupFrom: number; readonly leads: Leads; readonly ownUnit: number | null },
): Proposal {
  const group = row.persons >= at.groupFrom
  const asked = (group && topic.groupUrgency) || topic.urgency
  const level = (group && topic.groupLead) || topic.lead
  const lead = at.leads.find(
    (each) =>
      each.staffed &&
      (level === 'receiving'
        ? each.unit.id === at.ownUnit
        : each.above && levels.indexOf(each.unit.level) >= levels.indexOf(level ?? 'nation')),
  )
  const section = topic.section !== null && lead?.sections.includes(topic.section) ? topic.section : null
  return {
    urgency: row.fixed === null && asked !== null && isUrgency(asked) ? asked : row.urgency,
    lead: lead ? String(lead.unit.id) : null,
    section,
  }
}
