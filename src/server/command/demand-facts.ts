import type { Actor } from '../../domain/actor.ts'
import { pseudonym } from '../../domain/code/pseudonym.ts'
import type { DemandCommand, RaiseDemand } from '../../domain/demand/command.ts'
import type { Asked as AskedOfDemand, FactsOf } from '../../domain/demand/decide.ts'
import type { DemandFacts, RaiseFacts } from '../../domain/demand/facts.ts'
import type { DemandState } from '../../domain/demand/state.ts'
import { isDifficulty, isUrgency } from '../../domain/limit.ts'
import type { Rules } from '../../domain/rules.ts'
import { timesOf } from '../../domain/times-of.ts'
import { isOpenTopic } from '../../domain/topic.ts'
import { Fault } from '../fault.ts'
import { randomTake } from '../random.ts'
import { fileFacts, waitingFiles } from './file-facts.ts'
import { judgeFacts, ladderFacts, leadFacts, ownUnionsOf, recusalFacts } from './lead-facts.ts'
import type { BatchDesk } from './noun.ts'
import { answerNowFacts, letterFacts, mergeFacts, requestFacts, triageFacts, whoJoins } from './rule-facts.ts'
import { ownVisit, visitorOf } from './visit-facts.ts'

/** Facts of `demand.raise`: number, pseudonym, and who could take it, nearest first. */
export async function raiseFacts(command: RaiseDemand, actor: Actor, desk: BatchDesk): Promise<RaiseFacts> {
  const { client, context } = desk
  const { directory, rules } = context
  const { limits, routing } = rules
  // A group's matter is led by the county, so it is received there (domain §2.4).
  const group = command.persons >= limits.groupFrom
  const level = group ? { level: routing.groupLevel } : {}
  const candidates = await directory.candidatesAt(client, command.region, { roles: routing.staffed.triage, ...level })
  const copy = candidates.find((candidate) => candidate.staffed && candidate.level === routing.copyLevel)
  return {
    ...(await common(actor, desk)),
    number: desk.takeNumber(command.region),
    pseudonym: pseudonym(randomTake(4)),
    regionKnown: await directory.regionInForce(client, command.region),
    candidates,
    employerUnits: await ownUnionsOf(command.employer, desk),
    agencyUnits: await ownUnionsOf(command.agency, desk),
    topicKnown: command.topicHint !== undefined && isOpenTopic(rules.taxonomy, command.topicHint),
    channelKnown: rules.channels.some((channel) => channel.code === command.channel && channel.by !== 'system'),
    strangeGroup: strangeGroup(command.groups ?? [], rules),
    ...fileFacts(await waitingFiles(command.files ?? [], desk), desk),
    ...(await ownVisit(command.visit, actor, desk)),
    groupFrom: limits.groupFrom,
    urgency: limits.urgency,
    copy: copy ? { unit: copy.unit, path: copy.path, section: null } : null,
  }
}

type Kind = AskedOfDemand['kind']
type Of<K extends Kind> = { readonly [Each in Kind]: Extract<DemandCommand, { kind: Each }> }[K]
/** What the rule of a command looks at beside what all have. A field that is missing here does not compile. */
type Loaded<K extends Kind> = Omit<FactsOf<K>, keyof DemandFacts>
type Load<K extends Kind> = (
  command: Of<K>,
  state: DemandState,
  actor: Actor,
  desk: BatchDesk,
) => Loaded<K> | Promise<Loaded<K>>

const nothing = () => ({})
const ladder = (_command: unknown, state: DemandState, _actor: Actor, desk: BatchDesk) => ladderFacts(state, desk)

/** How the facts of each command are loaded, in the order a matter lives. */
const loads: { readonly [K in Kind]: Load<K> } = {
  'demand.triage': (command, state, _actor, desk) => triageFacts(command, state, desk),
  'demand.answer-now': (command, state, _actor, desk) => answerNowFacts(command, state, desk),
  'demand.redirect': (command, _state, _actor, { context: { rules } }) => {
    known('reason', rules.reasons.redirect, command.reason)
    checkOutcome(command, rules)
    return {}
  },
  'demand.merge': (command, _state, actor, desk) => mergeFacts(command, actor, desk),
  'demand.reclass': ({ urgency, difficulty }) => ({ classKnown: isUrgency(urgency) && isDifficulty(difficulty) }),
  'order.sign': nothing,
  'order.object': async (command, state, _actor, desk) => {
    known('reason', desk.context.rules.reasons.objection, command.reason)
    return { ...(await ladderFacts(state, desk)), reasonKnown: true }
  },
  'order.rule': async (command, state, _actor, desk) => ({
    ...(await ladderFacts(state, desk)),
    ...(await leadFacts(command, state, desk)),
  }),
  'recusal.declare': (_command, state, actor, desk) => recusalFacts(state, actor, desk),
  'joint.order': (command, _state, _actor, desk) => whoJoins(command, desk),
  'joint.answer': nothing,
  'request.ask': async (command, state, _actor, desk) => ({
    ...(await ladderFacts(state, desk)),
    ...requestFacts(command, desk),
  }),
  'request.decide': ladder,
  'pause.end': nothing,
  'opinion.ask': ladder,
  'opinion.give': ladder,
  'contact.log': nothing,
  'message.post': nothing,
  'file.attach': async ({ files }, _state, _actor, desk) => fileFacts(await waitingFiles(files, desk), desk),
  'understanding.write': nothing,
  'understanding.answer': nothing,
  'deed.record': (command, _state, _actor, desk) => {
    known('deed', desk.context.rules.deeds, command.deed)
    return {}
  },
  'approach.propose': nothing,
  'approach.answer': (_command, _state, _actor, desk) => consentText('contact-employer', desk),
  'approach.record': (_command, _state, _actor, desk) => consentText('contact-employer', desk),
  'letter.send': (command, state, _actor, desk) => letterFacts(command, state, desk),
  'letter.reply': nothing,
  'commitment.make': nothing,
  'commitment.contradict': nothing,
  'demand.answer': ladder,
  'callback.try': nothing,
  'callback.record': ladder,
  'verdict.give': ladder,
  'demand.withdraw': ladder,
  'demand.reopen': ladder,
  'watch.answer': ladder,
  'protection.answer': nothing,
  'demand.keep-cadre': (_command, state, _actor, desk) => visitorOf(state, desk),
  'groups.set': (command, _state, _actor, desk) => ({
    strangeGroup: strangeGroup(command.groups, desk.context.rules),
  }),
  'exclusion.ask': async (command, state, _actor, desk) => {
    known('reason', desk.context.rules.reasons.exclude, command.reason)
    return judgeFacts(state, desk)
  },
  'exclusion.weigh': nothing,
  'consent.give': ({ purpose }, _state, _actor, desk) => consentText(purpose, desk),
  'consent.withdraw': nothing,
  'content.erase': (command, _state, actor, desk) => {
    // A restore repeats what was decided, perhaps by rules that knew other reasons.
    if (actor.kind !== 'system') known('reason', desk.context.rules.reasons.erase, command.reason)
    return {}
  },
  'claim.join': nothing,
  'claim.settle': nothing,
  'claim.deed': nothing,
  'claim.promise': nothing,
  'claim.answer': ladder,
  'claim.reclass': nothing,
  'demand.tick': ladder,
  'demand.recalculate': nothing,
}

/** Facts of every other command of the loop: what all have, and what the rule of this one looks at. */
export async function factsOf<K extends Kind>(
  command: Of<K>,
  state: DemandState,
  actor: Actor,
  desk: BatchDesk,
): Promise<FactsOf<K>> {
  const facts = await common(actor, desk)
  const load: Load<K> = loads[command.kind as K]
  const loaded = await load(command, state, actor, desk)
  // What is missing from all facts was loaded, by the type of the row; the compiler does not put both together for every K.
  return { ...facts, ...loaded } as unknown as FactsOf<K>
}

/** The first code that is no group of workers. */
function strangeGroup(groups: readonly string[], { workerGroups }: Rules): string | null {
  return groups.find((group) => !workerGroups.groups.some(({ code }) => code === group)) ?? null
}

/** A code the catalogue does not know is a fault of the sender, with the field it stands in. */
function known(what: 'reason' | 'deed', list: readonly { readonly code: string }[], code: string): void {
  if (!list.some((one) => one.code === code))
    throw new Fault(422, `${what}.unknown`, { field: `body.${what}`, params: { [what]: code } })
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

/** The consent text in force. */
function consentText(purpose: string, { context: { rules } }: BatchDesk) {
  const text = rules.consents.find(({ code }) => code === purpose)
  // The purpose passed the schema: a federation's own rules left its text out.
  if (!text) throw new Fault(422, 'field.invalid', { field: 'body.purpose' })
  return { consentText: { version: text.version, hash: text.hash } }
}
