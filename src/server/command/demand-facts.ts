import type { Actor } from '../../domain/actor.ts'
import { pseudonym } from '../../domain/code/pseudonym.ts'
import type { DemandCommand, RaiseDemand } from '../../domain/demand/command.ts'
import type { AnswerFacts, DemandFacts, RaiseFacts, TriageFacts } from '../../domain/demand/facts.ts'
import type { DemandState } from '../../domain/demand/state.ts'
import { isDifficulty, isUrgency } from '../../domain/limit.ts'
import type { Candidate } from '../../domain/routing.ts'
import { timesOf } from '../../domain/times-of.ts'
import { findTopic, isOpenTopic } from '../../domain/topic.ts'
import { Fault } from '../fault.ts'
import { randomTake } from '../random.ts'
import type { BatchDesk } from './noun.ts'

// A unit can triage when somebody there holds one of these posts; lead when somebody can handle; call back likewise.
const triageRoles = ['triage', 'head'] as const
const leadRoles = ['handler', 'head'] as const

/** Facts of `demand.raise`: number, pseudonym, and who could take it, nearest first. */
export async function raiseFacts(command: RaiseDemand, actor: Actor, desk: BatchDesk): Promise<RaiseFacts> {
  const { client, context } = desk
  const { directory, rules } = context
  const { limits } = rules
  // A group's matter is led by the county, so it is received there (domain §2.4).
  const group = command.persons >= limits.groupFrom
  const level = group ? { level: 'county' as const } : {}
  const employer = command.employer === undefined ? null : await directory.employer(client, command.employer)
  const candidates = await directory.candidatesAt(client, command.region, { roles: triageRoles, ...level })
  return {
    ...common(actor, desk),
    number: desk.takeNumber(command.region),
    pseudonym: pseudonym(randomTake(4)),
    regionKnown: await directory.regionInForce(client, command.region),
    candidates,
    employerUnits: employer ? await directory.employerUnits(client, employer.id) : null,
    topicKnown: command.topicHint !== undefined && isOpenTopic(rules.taxonomy, command.topicHint),
    channelKnown: rules.channels.some((channel) => channel.code === command.channel && channel.by !== 'system'),
    groupFrom: limits.groupFrom,
    urgency: limits.urgency,
  }
}

/** Facts of every other command of the loop. */
export async function factsOf(
  command: Exclude<DemandCommand, RaiseDemand>,
  state: DemandState,
  actor: Actor,
  desk: BatchDesk,
): Promise<DemandFacts | TriageFacts | AnswerFacts> {
  const facts = common(actor, desk)
  switch (command.kind) {
    case 'demand.triage':
      return { ...facts, ...(await triageFacts(command, state, desk)) }
    case 'demand.answer':
      return { ...facts, callbackCandidates: await callbackCandidates(state, desk) }
    case 'demand.redirect':
      return mustKnow(facts, desk.context.rules.reasons.redirect, 'reason', command.reason)
    case 'deed.record':
      return mustKnow(facts, desk.context.rules.deeds, 'deed', command.deed)
    case 'content.erase':
      // A restore repeats what was decided, perhaps by rules that knew other reasons.
      if (actor.kind === 'system') return facts
      return mustKnow(facts, desk.context.rules.reasons.erase, 'reason', command.reason)
    default:
      return facts
  }
}

function common(actor: Actor, desk: BatchDesk): DemandFacts {
  const { limits, calendar } = desk.context.rules
  const { contactTries, reopen } = limits
  const times = timesOf(limits, calendar)
  return { now: desk.now.toISOString(), actor, times, contactTries, reopenTimes: reopen.times }
}

async function triageFacts(
  command: Extract<DemandCommand, { kind: 'demand.triage' }>,
  state: DemandState,
  desk: BatchDesk,
) {
  const { client, context } = desk
  const { directory, rules } = context
  const unit = await directory.unit(client, command.lead)
  if (command.section !== undefined && !rules.sections.some((s) => s.code === command.section))
    throw new Fault(422, 'section.unknown', { field: 'body.section', params: { section: command.section } })
  const section = command.section ?? null
  const staffed = unit ? await directory.staffed(client, unit.id, { section, roles: leadRoles }) : false
  const above = unit ? await directory.candidatesAbove(client, unit.id, { roles: leadRoles }) : []
  // 双派单: the order to a township or enterprise union is copied to the county, which supervises (§2.6).
  const county = above.find((candidate) => candidate.level === 'county')
  const topic = findTopic(rules.taxonomy, command.topic)
  return {
    topicKnown: isOpenTopic(rules.taxonomy, command.topic),
    natureKnown: rules.natures.some((nature) => nature.code === command.nature),
    classKnown: isUrgency(command.urgency) && isDifficulty(command.difficulty),
    lead: unit ? { unit: unit.id, path: unit.path, section, staffed, level: unit.level } : null,
    copy: county ? { unit: county.unit, path: county.path, section: null } : null,
    employerUnits: state.employer === null ? [] : await directory.employerUnits(client, state.employer),
    mayGoToEnterpriseUnion: topic?.mayGoToEnterpriseUnion ?? false,
  }
}

/** Another unit, nearest above first; last of all the lead itself, where nothing else is staffed (§2.6). */
async function callbackCandidates(state: DemandState, desk: BatchDesk): Promise<Candidate[]> {
  if (!state.lead) return []
  const { client, context } = desk
  const above = await context.directory.candidatesAbove(client, state.lead.unit, { roles: leadRoles })
  const lead = await context.directory.unit(client, state.lead.unit)
  const own = lead && { unit: lead.id, path: lead.path, section: null, level: lead.level, staffed: true }
  return own ? [...above, own] : above
}

function mustKnow<F>(facts: F, list: readonly { readonly code: string }[], what: 'reason' | 'deed', code: string): F {
  if (list.some((one) => one.code === code)) return facts
  throw new Fault(422, `${what}.unknown`, { field: `body.${what}`, params: { [what]: code } })
}
