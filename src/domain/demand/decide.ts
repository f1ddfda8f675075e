import { answerApproach, proposeApproach, recordApproach } from '../approach/decide.ts'
import { recordCallback, tryCallback } from '../callback/decide.ts'
import { recalculate } from '../clock/recalculate.ts'
import { tick } from '../clock/tick.ts'
import { giveConsent, withdrawConsent } from '../consent/decide.ts'
import { accepted, type Decision } from '../decision.ts'
import { askExclusion, weighExclusion } from '../exclusion/decide.ts'
import { attachFiles } from '../file/attach.ts'
import {
  claimAnswer,
  claimDeed,
  claimPromise,
  claimReclass,
  joinClaim,
  mergeDemand,
  settleClaim,
} from '../merge/decide.ts'
import { answerJoint, orderJoint } from '../order/joint.ts'
import { replyLetter, sendLetter } from '../order/letter.ts'
import { object, recuse, rule } from '../order/object.ts'
import { askOpinion, giveOpinion } from '../order/opinion.ts'
import { commit, contradict } from '../order/promise.ts'
import { askRequest, decideRequest, endPause, reclass } from '../order/request.ts'
import { answerProtection, answerWatch } from '../watch/decide.ts'
import { answerUnderstanding, erase, giveVerdict, reopen, withdraw } from './claimant.ts'
import type { DemandCommand, OpenContent } from './command.ts'
import type { AccessEvent, DemandEvent } from './event.ts'
import { setGroups } from './groups.ts'
import { answer, logContact, postMessage, recordDeed, sign, writeUnderstanding } from './handle.ts'
import { keepCadre } from './keep-cadre.ts'
import type { DemandState } from './state.ts'
import { answerNow, redirect, triage } from './triage.ts'

// A decider per command, in the order a matter lives. `demand.raise` makes the stream and is decided by `raise`.
const deciders = {
  'demand.triage': triage,
  'demand.answer-now': answerNow,
  'demand.redirect': redirect,
  'demand.merge': mergeDemand,
  'demand.reclass': reclass,
  'order.sign': sign,
  'order.object': object,
  'order.rule': rule,
  'recusal.declare': recuse,
  'joint.order': orderJoint,
  'joint.answer': answerJoint,
  'request.ask': askRequest,
  'request.decide': decideRequest,
  'pause.end': endPause,
  'opinion.ask': askOpinion,
  'opinion.give': giveOpinion,
  'contact.log': logContact,
  'message.post': postMessage,
  'file.attach': attachFiles,
  'understanding.write': writeUnderstanding,
  'understanding.answer': answerUnderstanding,
  'deed.record': recordDeed,
  'approach.propose': proposeApproach,
  'approach.answer': answerApproach,
  'approach.record': recordApproach,
  'letter.send': sendLetter,
  'letter.reply': replyLetter,
  'commitment.make': commit,
  'commitment.contradict': contradict,
  'demand.answer': answer,
  'callback.try': tryCallback,
  'callback.record': recordCallback,
  'verdict.give': giveVerdict,
  'demand.withdraw': withdraw,
  'demand.reopen': reopen,
  'watch.answer': answerWatch,
  'protection.answer': answerProtection,
  'exclusion.ask': askExclusion,
  'exclusion.weigh': weighExclusion,
  'consent.give': giveConsent,
  'consent.withdraw': withdrawConsent,
  'content.erase': erase,
  'demand.keep-cadre': keepCadre,
  'groups.set': setGroups,
  'claim.join': joinClaim,
  'claim.settle': settleClaim,
  'claim.deed': claimDeed,
  'claim.promise': claimPromise,
  'claim.answer': claimAnswer,
  'claim.reclass': claimReclass,
  'demand.tick': tick,
  'demand.recalculate': recalculate,
} as const satisfies {
  readonly [K in Kind]: (
    state: DemandState,
    command: Extract<DemandCommand, { kind: K }>,
    facts: never,
  ) => Decision<DemandEvent>
}

type Kind = Exclude<DemandCommand['kind'], 'demand.raise'>

/** Facts each command asks for; the pipeline loads what stands here. */
export type FactsOf<K extends Kind> = Parameters<(typeof deciders)[K]>[2]

/** A command on an existing demand together with its facts. */
export type Asked = {
  [K in Kind]: {
    readonly kind: K
    readonly command: Extract<DemandCommand, { kind: K }>
    readonly facts: FactsOf<K>
  }
}[Kind]

/** Decides every command on a demand that exists. */
export function decide(state: DemandState, asked: Asked): Decision<DemandEvent> {
  // One table, so that a command without a decider does not compile; its row fits the command by the type above.
  const decider = deciders[asked.kind] as (
    state: DemandState,
    command: DemandCommand,
    facts: Asked['facts'],
  ) => Decision<DemandEvent>
  return decider(state, asked.command, asked.facts)
}

/** Opening content is always written down; whether the actor may is decided by the table of grants before this. */
export function open(
  command: OpenContent,
  actor: { readonly unit: number; readonly post: number },
): Decision<AccessEvent> {
  const { demand, part, purpose, file } = command
  return accepted<AccessEvent>({
    kind: 'ContentOpened',
    body: { demand, unit: actor.unit, post: actor.post, part, purpose, ...(file === undefined ? {} : { file }) },
  })
}
