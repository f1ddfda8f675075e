import { accepted, type Decision, type Draft, refused, type Sealed } from '../decision.ts'
import { attaching } from '../file/attach.ts'
import { answerClock } from '../order/answer-clock.ts'
import { route } from '../routing.ts'
import type { RaiseDemand } from './command.ts'
import type { DemandEvent, Holder } from './event.ts'
import type { RaiseFacts } from './facts.ts'
import { groupsOf } from './groups.ts'
import { copiesTo, offered } from './offer.ts'

/**
 * SUBMITTED (§2.6): text present, mode chosen; the receipt is issued in the same transaction. A demand about an employer
 * passes by that employer's own union (§0.3), and by that of the agency that hired the worker out. Danger to life and a group of ten or more have their class fixed here and do
 * not wait for triage (§2.7): whoever receives them gets the order at once.
 */
export function raise(command: RaiseDemand, facts: RaiseFacts): Decision<DemandEvent> {
  if (!facts.regionKnown) return refused('region.unknown', { region: command.region })
  if (!facts.channelKnown) return refused('channel.unknown', { channel: command.channel })
  if (command.topicHint && !facts.topicKnown) return refused('topic.unknown', { topic: command.topicHint })
  if (command.employer !== undefined && facts.employerUnits === null) return refused('employer.unknown', {})
  // Who names the same company twice was hired by whom they work for.
  const agency = command.agency === command.employer ? undefined : command.agency
  if (agency !== undefined && facts.agencyUnits === null) return refused('agency.unknown', {})
  if (command.mode === 'anonymous' && command.identity && Object.values(command.identity).some(Boolean))
    return refused('identity.not-wanted', {})
  const files = attaching(command.mode, 0, facts)
  if ('refused' in files) return files
  if (facts.strangeGroup !== null) return refused('group.unknown', { group: facts.strangeGroup })
  if (!facts.visitKnown) return refused('visit.unknown')
  if (command.madeAt !== undefined && facts.visitFrom === null) return refused('demand.made-at')
  const blocked = [...new Set([...(facts.employerUnits ?? []), ...(facts.agencyUnits ?? [])])]
  const found = route(facts.candidates, blocked)
  if (!found) return refused('routing.nobody', { region: command.region })
  const fixed = command.danger ? 'danger' : command.persons >= facts.groupFrom ? 'group' : null
  const urgency = facts.urgency[fixed ?? 'default']
  const staff = facts.actor.kind === 'staff' ? facts.actor.post : null
  const submittedAt = submitted(command, facts)
  const triageDueAt = facts.times.triageDue(urgency, submittedAt)
  const event: Draft<DemandEvent> = {
    kind: 'DemandRaised',
    body: {
      number: facts.number,
      pseudonym: facts.pseudonym,
      region: command.region,
      channel: command.channel,
      mode: command.mode,
      persons: command.persons,
      employer: command.employer ?? null,
      ...(agency === undefined ? {} : { agency }),
      topicHint: command.topicHint ?? null,
      urgency,
      submittedAt,
      heardBy: staff,
      to: found.to,
      why: found.why,
      triageDueAt,
      blocked,
      assisted: staff !== null,
      fixed,
      ...(command.groups?.length ? { groups: groupsOf(command.groups) } : {}),
      ...(command.visit ? { visit: command.visit } : {}),
      ...(triageDueAt < facts.now ? { late: true as const } : {}),
      ...(fixed ? duesOf(urgency, submittedAt, facts) : {}),
    },
    seal: { text: { part: 'text', kind: 'demand.text', value: command.text }, ...identity(command) },
  }
  const heard = [...files.drafts, ...metOnVisit(command)]
  return fixed ? accepted(event, ...heard, atOnce(found.to, fixed, urgency, blocked, facts)) : accepted(event, ...heard)
}

/**
 * Late arrival (§2.6): what was taken down on a visit counts from then, by the clock of the device as it was corrected; never
 * later than it arrived, never before the visit began.
 */
function submitted({ madeAt }: RaiseDemand, { now, visitFrom }: RaiseFacts): string {
  if (madeAt === undefined || visitFrom === null) return now
  const at = Math.max(Date.parse(madeAt), Date.parse(visitFrom))
  return new Date(Math.min(at, Date.parse(now))).toISOString()
}

/**
 * 面: who heard it on a visit met the worker (product.md, the three seals). The lead's own first contact stays due. An
 * anonymous worker is never said to have been met.
 */
function metOnVisit({ visit, mode }: RaiseDemand): readonly Draft<DemandEvent>[] {
  if (!visit || mode === 'anonymous') return []
  return [{ kind: 'ContactLogged', body: { way: 'person', settles: false, via: 'visit' } }]
}

/** The class is fixed, nature and difficulty are not known yet: the ordinary ones are the sooner. */
function duesOf(urgency: string, submittedAt: string, { times }: RaiseFacts) {
  const ofClass = { urgency, difficulty: 'plain', nature: null }
  const dueAt = times.answerDue(ofClass, submittedAt)
  return { contactDueAt: times.contactDue(ofClass, submittedAt), ...answerClock(submittedAt, dueAt, times) }
}

function atOnce(
  lead: Holder,
  why: 'danger' | 'group',
  urgency: string,
  blocked: readonly number[],
  facts: RaiseFacts,
): Draft<DemandEvent> {
  return offered({ lead, copies: copiesTo(lead, facts.copy, blocked), why, urgency }, facts)
}

function identity(command: RaiseDemand): Record<string, Sealed> {
  const given = Object.entries(command.identity ?? {}).filter(([, value]) => value)
  if (given.length === 0) return {}
  return { identity: { part: 'identity', kind: 'identity', value: JSON.stringify(Object.fromEntries(given)) } }
}
