import type { Actor } from '../../domain/actor.ts'
import type { DemandFacts, ExclusionFacts, LadderFacts, LeadFacts } from '../../domain/demand/facts.ts'
import type { DemandState } from '../../domain/demand/state.ts'
import { persons } from '../../domain/exclusion/decide.ts'
import { grants } from '../../domain/reach.ts'
import type { Candidate } from '../../domain/routing.ts'
import { sectionAlone, type Work } from '../../domain/routing-rules.ts'
import { findTopic } from '../../domain/topic.ts'
import { Fault } from '../fault.ts'
import type { BatchDesk } from './noun.ts'

/** The lead somebody names, the unit that supervises it, and who must not get it. */
export async function leadFacts(
  command: { readonly lead: number; readonly section?: string | undefined; readonly topic?: string | undefined },
  state: DemandState,
  desk: BatchDesk,
): Promise<Omit<LeadFacts, keyof DemandFacts>> {
  const { client, context } = desk
  const { directory, rules } = context
  const unit = await directory.unit(client, command.lead)
  if (command.section !== undefined && !rules.sections.some((s) => s.code === command.section))
    throw new Fault(422, 'section.unknown', { field: 'body.section', params: { section: command.section } })
  const section = command.section ?? null
  const roles = rules.routing.staffed.lead
  const topic = findTopic(rules.taxonomy, command.topic ?? state.topic ?? '')
  const alone = topic !== undefined && sectionAlone(rules.routing, topic) !== null
  const staffed = unit ? await directory.staffed(client, unit.id, { section, roles, alone }) : false
  const above = unit ? await directory.candidatesAbove(client, unit.id, { roles }) : []
  // 双派单: the order to a township or enterprise union is copied to the county, which supervises (§2.6).
  const copy = above.find((candidate) => candidate.level === rules.routing.copyLevel)
  return {
    lead: unit ? { unit: unit.id, path: unit.path, section, staffed, level: unit.level } : null,
    copy: copy ? { unit: copy.unit, path: copy.path, section: null } : null,
    employerUnits: await ownUnions(state, desk),
    mayGoToEnterpriseUnion: topic?.mayGoToEnterpriseUnion ?? false,
  }
}

/** An employer's own union and all below it; null where none is named, or none in force has that number. */
export async function ownUnionsOf(
  employer: number | undefined,
  { client, context: { directory } }: BatchDesk,
): Promise<readonly number[] | null> {
  if (employer === undefined || !(await directory.employer(client, employer))) return null
  return directory.employerUnits(client, employer)
}

/** Own unions of employer and agency, as they stand today: a matter passes them all by (§0.3). */
async function ownUnions({ employer, agency }: DemandState, { client, context: { directory } }: BatchDesk) {
  const named = [employer, agency].filter((id) => id !== null)
  const units = await Promise.all(named.map((id) => directory.employerUnits(client, id)))
  return [...new Set(units.flat())]
}

/** The lead, before there is one the triage unit, and the units above it: who could call back, rule, grant, lead next. */
export async function ladderFacts(
  state: DemandState,
  desk: BatchDesk,
): Promise<Pick<LadderFacts, 'ladder' | 'deciders'>> {
  const from = state.lead?.unit ?? state.triage.unit
  // What one section alone may see goes only to where somebody of that section stands (§4 rule 7).
  const { restricted } = state
  return {
    ladder: await ladder(from, 'callback', restricted, desk),
    deciders: await ladder(from, 'approval', restricted, desk),
  }
}

/** Who could weigh an application to leave a score out: a level counts as staffed where enough persons stand (§2.9). */
export async function judgeFacts(state: DemandState, desk: BatchDesk): Promise<Pick<ExclusionFacts, 'judges'>> {
  const { client, context } = desk
  const { deciders } = await ladderFacts(state, desk)
  const roles = grants.flatMap(({ role, verb }) => (verb === 'exclusion.weigh' ? [role] : []))
  const judges: Candidate[] = []
  for (const each of deciders) {
    const people = each.staffed ? await context.directory.personsIn(client, each.unit, roles) : 0
    judges.push({ ...each, staffed: people >= persons })
  }
  return { judges }
}

/** The same for a lead that steps back: who could lead instead, here or above. */
export async function recusalFacts(state: DemandState, actor: Actor, desk: BatchDesk) {
  const from = state.lead?.unit ?? state.triage.unit
  const found = await ladder(from, 'lead', state.restricted, desk)
  return { ladder: found, deciders: found, ...(await othersStaffed(state, actor, desk)) }
}

/** Whether somebody else at the lead could take the matter over. */
async function othersStaffed(state: DemandState, actor: Actor, desk: BatchDesk) {
  const { client, context } = desk
  if (!state.lead || actor.kind !== 'staff') return { othersStaffed: false }
  const { unit, section } = state.lead
  const roles = context.rules.routing.staffed.lead
  const mine = await context.directory.postsOfAccount(client, actor.account)
  const alone = state.restricted !== null
  const others = await context.directory.postsAt(client, unit, { section, roles, alone })
  return { othersStaffed: others.some((post) => !mine.includes(post) && !state.order.recused.includes(post)) }
}

async function ladder(from: number, work: Work, section: string | null, desk: BatchDesk): Promise<Candidate[]> {
  const { client, context } = desk
  const { directory, rules } = context
  const roles = rules.routing.staffed[work]
  const unit = await directory.unit(client, from)
  if (!unit) return []
  const wanted = { section, roles, alone: section !== null }
  const staffed = await directory.staffed(client, unit.id, wanted)
  const own: Candidate = { unit: unit.id, path: unit.path, section, level: unit.level, staffed }
  return [own, ...(await directory.candidatesAbove(client, unit.id, wanted))]
}
