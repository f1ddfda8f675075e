import type { Actor } from '../../domain/actor.ts'
import { pseudonym } from '../../domain/code/pseudonym.ts'
import type { DemandCommand, RaiseDemand } from '../../domain/demand/command.ts'
import type { Asked } from '../../domain/demand/decide.ts'
import type { DemandFacts, RaiseFacts } from '../../domain/demand/facts.ts'
import type { DemandState } from '../../domain/demand/state.ts'
import { isDifficulty, isUrgency } from '../../domain/limit.ts'
import type { Rules } from '../../domain/rules.ts'
import { timesOf } from '../../domain/times-of.ts'
import { isOpenTopic } from '../../domain/topic.ts'
import { Fault } from '../fault.ts'
import { randomTake } from '../random.ts'
import { ladderFacts, leadFacts, recusalFacts } from './lead-facts.ts'
import type { BatchDesk } from './noun.ts'
import { answerNowFacts, letterFacts, mergeFacts, requestFacts, triageFacts, whoJoins } from './rule-facts.ts'

/** Facts of `demand.raise`: number, pseudonym, and who could take it, nearest first. */
export async function raiseFacts(command: RaiseDemand, actor: Actor, desk: BatchDesk): Promise<RaiseFacts> {
  const { client, context } = desk
  const { directory, rules } = context
  const { limits, routing } = rules
  // A group's matter is led by the county, so it is received there (domain §2.4).
  const group = command.persons >= limits.groupFrom
  const level = group ? { level: routing.groupLevel } : {}
  const employer = command.employer === undefined ? null : await directory.employer(client, command.employer)
  const candidates = await directory.candidatesAt(client, command.region, { roles: routing.staffed.triage, ...level })
  const copy = candidates.find((candidate) => candidate.staffed && candidate.level === routing.copyLevel)
  return {
    ...(await common(actor, desk)),
    number: desk.takeNumber(command.region),
    pseudonym: pseudonym(randomTake(4)),
    regionKnown: await directory.regionInForce(client, command.region),
    candidates,
    employerUnits: employer ? await directory.employerUnits(client, employer.id) : null,
    topicKnown: command.topicHint !== undefined && isOpenTopic(rules.taxonomy, command.topicHint),
    channelKnown: rules.channels.some((channel) => channel.code === command.channel && channel.by !== 'system'),
    groupFrom: limits.groupFrom,
    urgency: limits.urgency,
    copy: copy ? { unit: copy.unit, path: copy.path, section: null } : null,
  }
}

/** Facts of every other command of the loop: what all have, and what the rule of this one looks at. */
export async function factsOf(
  command: Exclude<DemandCommand, RaiseDemand>,
  state: DemandState,
  actor: Actor,
  desk: BatchDesk,
): Promise<Asked['facts']> {
  const { rules } = desk.context
  const facts = await common(actor, desk)
  const known = (what: 'reason' | 'deed', list: readonly { readonly code: string }[], code: string) => {
    if (!list.some((one) => one.code === code))
      throw new Fault(422, `${what}.unknown`, { field: `body.${what}`, params: { [what]: code } })
  }
  switch (command.kind) {
    case 'demand.triage':
      return { ...facts, ...(await triageFacts(command, state, desk)) }
    case 'demand.answer-now':
      return { ...facts, ...(await answerNowFacts(command, state, desk)) }
    case 'demand.redirect':
      known('reason', rules.reasons.redirect, command.reason)
      checkOutcome(command, rules)
      return facts
    case 'deed.record':
      known('deed', rules.deeds, command.deed)
      return facts
    case 'content.erase':
      // A restore repeats what was decided, perhaps by rules that knew other reasons.
      if (actor.kind !== 'system') known('reason', rules.reasons.erase, command.reason)
      return facts
    case 'order.object':
      known('reason', rules.reasons.objection, command.reason)
      return { ...facts, ...(await ladderFacts(state, desk)), reasonKnown: true }
    case 'order.rule':
      return { ...facts, ...(await ladderFacts(state, desk)), ...(await leadFacts(command, state, desk)) }
    case 'request.ask':
      return { ...facts, ...(await ladderFacts(state, desk)), ...requestFacts(command, desk) }
    case 'demand.reclass':
      return { ...facts, classKnown: isUrgency(command.urgency) && isDifficulty(command.difficulty) }
    case 'joint.order':
      return { ...facts, ...(await whoJoins(command, desk)) }
    case 'letter.send':
      return { ...facts, ...(await letterFacts(command, state, desk)) }
    case 'demand.merge':
      return { ...facts, ...(await mergeFacts(command, actor, desk)) }
    case 'recusal.declare':
      return { ...facts, ...(await recusalFacts(state, actor, desk)) }
    case 'order.sign':
    case 'contact.log':
    case 'message.post':
    case 'understanding.write':
    case 'understanding.answer':
    case 'letter.reply':
    case 'joint.answer':
      return facts
    default:
      return { ...facts, ...(await ladderFacts(state, desk)) }
  }
}

/** The outcomes of triage that close a matter (§2.5); *no new facts* names the matter it means. */
function checkOutcome(
  { outcome, earlier }: { outcome?: string | undefined; earlier?: string | undefined },
  rules: Rules,
) {
  if (outcome === undefined) return
  if (!rules.triageOutcomes.some(({ code, reasons }) => code === outcome && reasons === 'redirect'))
    throw new Fault(422, 'outcome.unknown', { field: 'body.outcome', params: { outcome } })
  if (outcome === 'in-hand' && !earlier) throw new Fault(422, 'earlier.missing', { field: 'body.earlier' })
}

async function common(actor: Actor, desk: BatchDesk): Promise<DemandFacts> {
  const { client, context } = desk
  const { limits, calendar } = context.rules
  const { contactTries, reopen, callback, watchDays } = limits
  return {
    now: desk.now.toISOString(),
    actor,
    actorPosts: actor.kind === 'staff' ? await context.directory.postsOfAccount(client, actor.account) : [],
    times: timesOf(limits, calendar),
    needs: {
      contactTries,
      reopenTimes: reopen.times,
      callbackTries: callback.tries,
      callbackWays: callback.ways,
      watchDays,
      superviseLevels: context.rules.routing.superviseLevels,
    },
  }
}
