import type { Actor, Role } from './actor.ts'

/**
 * Who may do what, in one table. `may()`, the scope of lists and the row-level policies all follow from it; nothing else
 * in the product asks for a role. What is out of reach reads as *not found*.
 */

/** What the conditions look at; both a folded state and a row of the demand table can be seen this way. */
export type Target = {
  readonly id: string
  readonly status: string
  readonly orderState: string | null
  readonly mode: string
  /** Who must triage it; null once that is done. */
  readonly triageUnit: number | null
  readonly leadUnit: number | null
  readonly leadSection: string | null
  readonly holderUnits: readonly number[]
  readonly reachUnits: readonly number[]
  readonly blockedUnits: readonly number[]
  readonly reopened: number
  readonly understandings: number
  readonly understood: string
  readonly erased: readonly string[]
  // Units with a part of their own; null where nobody has it now.
  readonly rulerUnit: number | null
  readonly approverUnit: number | null
  readonly opinionUnit: number | null
  readonly callbackUnit: number | null
  readonly callbackOpen: boolean
  readonly protectionUnit: number | null
  /** Who decides whether it is left out of the rates. */
  readonly exclusionUnit: number | null
  /** There is a word of the worker, and nobody decided yet whether it counts in the rates. */
  readonly contestable: boolean
  readonly jointUnits: readonly number[]
  /** An outside department was asked and its answer is not written down yet. */
  readonly departmentAsked: boolean
  /** What the lead has asked of one level up: pause, extend, lower or opinion. */
  readonly pending: string | null
  readonly paused: boolean
  readonly committed: boolean
  /** A letter is out that asks for a reply. */
  readonly awaitsReply: boolean
  readonly watchAsked: boolean
  /** The demand it is handled under. */
  readonly master: string | null
  /** The section that alone may see it. */
  readonly restricted: string | null
  /** Posts that stepped back. */
  readonly blockedPosts: readonly number[]
  /** The worker's word on going to the employer: `none`, `asked`, `yes`, `no`. */
  readonly approach: string
  /** Purposes the worker agreed to, in force. */
  readonly consents: readonly string[]
}

/** Verbs on a demand. */
export type Verb =
  | 'demand.raise'
  | 'demand.read'
  | 'demand.triage'
  | 'demand.redirect'
  | 'order.sign'
  | 'contact.log'
  | 'message.post'
  | 'file.attach'
  | 'understanding.write'
  | 'understanding.answer'
  | 'deed.record'
  | 'demand.answer'
  | 'verdict.give'
  | 'demand.withdraw'
  | 'content.open.text'
  | 'content.open.identity'
  | 'content.erase'
  | 'demand.answer-now'
  | 'order.object'
  | 'order.rule'
  | 'joint.order'
  | 'joint.answer'
  | 'request.ask'
  | 'request.decide'
  | 'pause.end'
  | 'demand.reclass'
  | 'opinion.ask'
  | 'opinion.give'
  | 'commitment.make'
  | 'commitment.contradict'
  | 'approach.propose'
  | 'approach.answer'
  | 'approach.record'
  | 'letter.send'
  | 'letter.reply'
  | 'recusal.declare'
  | 'callback.try'
  | 'callback.record'
  | 'demand.reopen'
  | 'watch.answer'
  | 'protection.answer'
  | 'demand.merge'
  | 'demand.keep-cadre'
  | 'groups.set'
  | 'consent.give'
  | 'consent.withdraw'
  | 'exclusion.ask'
  | 'exclusion.weigh'

/** `any` without a target, `own` where the post's unit holds it, `subtree` where it or a unit below holds it, `receipt` by number and code. */
export type Reach = 'any' | 'own' | 'subtree' | 'receipt'

const open = (t: Target) => t.status !== 'closed' && t.status !== 'withdrawn'
const signed = (t: Target) => open(t) && t.orderState === 'signed'
const atLead = (t: Target, a: Staff) =>
  t.leadUnit === a.unit && (a.section === null || t.leadSection === null || t.leadSection === a.section)
type Staff = Extract<Actor, { kind: 'staff' }>

/** Named conditions of grants: small, each one fact. */
export const conditions = {
  raised: (t: Target) => t.status === 'raised',
  holdsTriage: (t: Target, a: Staff) => t.triageUnit === a.unit,
  offered: (t: Target) => open(t) && t.orderState === 'offered',
  signed,
  open,
  answered: (t: Target) => t.status === 'answered',
  /** From the answer on, or from the due on where there was none (product.md, Callback). */
  mayJudge: (t: Target) => open(t) && (t.status === 'answered' || t.callbackOpen),
  closed: (t: Target) => t.status === 'closed',
  signedOrAnswered: (t: Target) => open(t) && (t.orderState === 'signed' || t.orderState === 'answered'),
  unmerged: (t: Target) => t.master === null,
  paused: (t: Target) => t.paused,
  running: (t: Target) => !t.paused,
  nothingPending: (t: Target) => t.pending === null,
  committed: (t: Target) => t.committed,
  awaitsReply: (t: Target) => t.awaitsReply,
  watchAsked: (t: Target) => t.watchAsked,
  rules: (t: Target, a: Staff) => t.rulerUnit === a.unit,
  approves: (t: Target, a: Staff) => t.approverUnit === a.unit,
  opines: (t: Target, a: Staff) => t.opinionUnit === a.unit,
  decides: (t: Target, a: Staff) => [t.rulerUnit, t.approverUnit, t.opinionUnit].includes(a.unit),
  departmentAsked: (t: Target) => t.departmentAsked,
  joins: (t: Target, a: Staff) => t.jointUnits.includes(a.unit),
  callsBack: (t: Target, a: Staff) => t.callbackUnit === a.unit,
  protects: (t: Target, a: Staff) => t.protectionUnit === a.unit,
  weighs: (t: Target, a: Staff) => t.exclusionUnit === a.unit,
  contestable: (t: Target) => t.contestable,
  lead: atLead,
  named: (t: Target) => t.mode === 'named',
  identityKept: (t: Target) => !t.erased.includes('identity'),
  textKept: (t: Target) => !t.erased.includes('text'),
  notErased: (t: Target) => !(t.erased.includes('identity') && t.erased.includes('text')),
  approachAsked: (t: Target) => t.approach !== 'none',
  noStory: (t: Target) => !t.consents.includes('public-story'),
  story: (t: Target) => t.consents.includes('public-story'),
  understandingAsked: (t: Target) => open(t) && t.understandings > 0 && t.understood === 'none',
} as const
/** Name of a condition. */
export type Condition = keyof typeof conditions

/** One line of the table: this role has this verb within this reach when all conditions hold. */
export type Grant = {
  readonly role: Role | 'claimant' | 'public'
  readonly verb: Verb
  readonly reach: Reach
  readonly when: readonly Condition[]
}

const grant = (role: Grant['role'], reach: Reach, verb: Verb, ...when: Condition[]): Grant => ({
  role,
  verb,
  reach,
  when,
})

/** The table (domain §3, access matrix). */
export const grants: readonly Grant[] = [
  grant('public', 'any', 'demand.raise'),
  grant('claimant', 'receipt', 'demand.read'),
  grant('claimant', 'receipt', 'message.post', 'open'),
  grant('claimant', 'receipt', 'file.attach', 'open'),
  grant('claimant', 'receipt', 'understanding.answer', 'understandingAsked'),
  grant('claimant', 'receipt', 'approach.answer', 'open', 'approachAsked'),
  grant('claimant', 'receipt', 'verdict.give', 'mayJudge'),
  grant('claimant', 'receipt', 'commitment.contradict', 'open', 'committed'),
  grant('claimant', 'receipt', 'demand.reopen', 'closed'),
  grant('claimant', 'receipt', 'watch.answer', 'watchAsked'),
  grant('claimant', 'receipt', 'demand.withdraw', 'open'),
  grant('claimant', 'receipt', 'content.erase', 'notErased'),
  grant('claimant', 'receipt', 'demand.keep-cadre'),
  grant('claimant', 'receipt', 'groups.set'),
  grant('claimant', 'receipt', 'consent.give', 'closed', 'noStory', 'notErased'),
  grant('claimant', 'receipt', 'consent.withdraw', 'story'),

  grant('agent', 'any', 'demand.raise'),
  grant('agent', 'own', 'demand.read'),
  grant('agent', 'own', 'demand.merge', 'open', 'unmerged'),
  grant('agent', 'own', 'callback.try', 'callsBack', 'mayJudge'),
  grant('agent', 'own', 'callback.record', 'callsBack', 'mayJudge'),
  grant('agent', 'own', 'content.open.text', 'callsBack', 'textKept'),
  grant('agent', 'own', 'content.open.identity', 'callsBack', 'mayJudge', 'named', 'identityKept'),

  grant('triage', 'any', 'demand.raise'),
  grant('triage', 'subtree', 'demand.read'),
  grant('triage', 'own', 'content.open.text', 'holdsTriage', 'textKept'),
  grant('triage', 'own', 'demand.triage', 'holdsTriage'),
  grant('triage', 'own', 'demand.redirect', 'holdsTriage'),
  grant('triage', 'own', 'demand.answer-now', 'holdsTriage'),
  grant('triage', 'subtree', 'demand.merge', 'open', 'unmerged'),
  grant('triage', 'own', 'exclusion.weigh', 'weighs'),
  grant('triage', 'own', 'content.open.text', 'weighs', 'textKept'),

  ...(['handler', 'head'] as const).flatMap((role) => [
    grant(role, 'any', 'demand.raise'),
    grant(role, 'own', 'order.sign', 'lead', 'offered'),
    grant(role, 'own', 'content.open.text', 'lead', 'textKept'),
    grant(role, 'own', 'content.open.identity', 'lead', 'named', 'signed', 'identityKept'),
    grant(role, 'own', 'contact.log', 'lead', 'signedOrAnswered'),
    grant(role, 'own', 'message.post', 'lead', 'signedOrAnswered'),
    grant(role, 'own', 'understanding.write', 'lead', 'signed'),
    grant(role, 'own', 'deed.record', 'lead', 'signedOrAnswered'),
    grant(role, 'own', 'demand.answer', 'lead', 'signed', 'running'),
    grant(role, 'own', 'order.object', 'lead', 'offered'),
    grant(role, 'own', 'joint.order', 'lead', 'signed'),
    grant(role, 'own', 'request.ask', 'lead', 'signed', 'nothingPending', 'running'),
    grant(role, 'own', 'pause.end', 'lead', 'paused'),
    grant(role, 'own', 'demand.reclass', 'lead', 'signed', 'running'),
    grant(role, 'own', 'opinion.ask', 'lead', 'signed', 'nothingPending', 'running'),
    grant(role, 'own', 'commitment.make', 'lead', 'signedOrAnswered'),
    grant(role, 'own', 'approach.propose', 'lead', 'signed'),
    grant(role, 'own', 'approach.record', 'lead', 'signed', 'approachAsked'),
    grant(role, 'own', 'letter.send', 'lead', 'signed'),
    grant(role, 'own', 'letter.reply', 'lead', 'awaitsReply'),
    grant(role, 'own', 'recusal.declare', 'lead', 'open'),
    grant(role, 'own', 'demand.merge', 'lead', 'open', 'unmerged'),
    grant(role, 'own', 'joint.answer', 'joins'),
    // What an outside department answered is written down by the lead.
    grant(role, 'own', 'joint.answer', 'lead', 'signed', 'departmentAsked'),
    grant(role, 'own', 'content.open.text', 'joins', 'textKept'),
    grant(role, 'own', 'callback.try', 'callsBack', 'mayJudge'),
    grant(role, 'own', 'callback.record', 'callsBack', 'mayJudge'),
    grant(role, 'own', 'content.open.text', 'callsBack', 'textKept'),
    grant(role, 'own', 'content.open.identity', 'callsBack', 'mayJudge', 'named', 'identityKept'),
    grant(role, 'own', 'exclusion.ask', 'lead', 'contestable'),
    grant(role, 'own', 'exclusion.weigh', 'weighs'),
    grant(role, 'own', 'content.open.text', 'weighs', 'textKept'),
    grant(role, 'own', 'protection.answer', 'protects'),
    grant(role, 'own', 'content.open.text', 'protects', 'textKept'),
  ]),
  grant('handler', 'own', 'demand.read'),

  // The head of a small office also triages (small-office mode, law 10); reads the whole subtree.
  grant('head', 'subtree', 'demand.read'),
  grant('head', 'own', 'content.open.text', 'holdsTriage', 'textKept'),
  grant('head', 'own', 'demand.triage', 'holdsTriage'),
  grant('head', 'own', 'demand.redirect', 'holdsTriage'),
  grant('head', 'own', 'demand.answer-now', 'holdsTriage'),
  grant('head', 'subtree', 'demand.merge', 'open', 'unmerged'),
  // One level up: rulings, requests, opinions. Who decides reads what it is about.
  grant('head', 'own', 'order.rule', 'rules'),
  grant('head', 'own', 'request.decide', 'approves'),
  grant('head', 'own', 'opinion.give', 'opines'),
  grant('head', 'own', 'content.open.text', 'decides', 'textKept'),

  grant('custodian', 'subtree', 'demand.read'),
  grant('custodian', 'subtree', 'content.erase', 'notErased'),
  grant('auditor', 'subtree', 'demand.read'),
  // The leading group's office opens a figure down to the rows under it, never to what was said (§3).
  grant('organiser', 'subtree', 'demand.read'),
]

/** `yes`; `no`: within reach but not now or not this role; `hidden`: out of reach, to be answered as not found. */
export type Answer = 'yes' | 'no' | 'hidden'

/** Whether the actor may use the verb on the target. `target` null for verbs that need none. */
export function may(actor: Actor, verb: Verb, target: Target | null): Answer {
  if (actor.kind === 'system' || actor.kind === 'operator') return 'yes'
  const role = actor.kind === 'staff' ? actor.role : actor.kind
  const mine = grants.filter((g) => g.role === role && g.verb === verb)
  if (target === null) return mine.some((g) => g.reach === 'any') ? 'yes' : 'no'
  if (!sees(actor, target)) return 'hidden'
  return mine.some((g) => within(actor, g.reach, target) && holds(actor, g.when, target)) ? 'yes' : 'no'
}

/** Whether the target exists for this actor at all. Blocked units see nothing, whatever else is true (domain §4 rule 5). */
export function sees(actor: Actor, target: Target): boolean {
  if (actor.kind === 'system' || actor.kind === 'operator') return true
  if (actor.kind === 'claimant') return actor.demand === target.id
  if (actor.kind === 'public') return false
  return within(actor, listReach(actor.role), target)
}

/** How far the lists of a role go; `null` lists nothing. The same value is the scope of the row-level policies. */
export function listReach(role: Role): 'subtree' | 'own' | null {
  const reaches = grants.filter((g) => g.role === role && g.verb === 'demand.read').map((g) => g.reach)
  return reaches.includes('subtree') ? 'subtree' : reaches.includes('own') ? 'own' : null
}

/** The verbs an actor may use on a target now: exactly the buttons of its page. A list asks it for every row. */
export function allowedVerbs(actor: Actor, target: Target): readonly Verb[] {
  const role = actor.kind === 'staff' ? actor.role : actor.kind
  const mine = onTargets.get(role)
  if (!mine || !sees(actor, target)) return []
  const allowed = mine.filter((g) => within(actor, g.reach, target) && holds(actor, g.when, target))
  return [...new Set(allowed.map((g) => g.verb))]
}

/** The lines of the table that need a target, by role: looked up once, not for each row and verb. */
const onTargets = Map.groupBy(
  grants.filter((g) => g.reach !== 'any'),
  (g) => g.role as string,
)

function within(actor: Actor, reach: Reach | null, target: Target): boolean {
  if (actor.kind === 'claimant') return reach === 'receipt' && actor.demand === target.id
  if (actor.kind !== 'staff' || target.blockedUnits.includes(actor.unit)) return false
  if (target.blockedPosts.includes(actor.post)) return false
  // Need to know: complaints about cadres are seen by discipline alone, whoever is its superior (§4 rule 7).
  if (target.restricted !== null && actor.section !== target.restricted) return false
  if (reach === 'own') return target.holderUnits.includes(actor.unit)
  return reach === 'subtree' && target.reachUnits.includes(actor.unit)
}

function holds(actor: Actor, when: readonly Condition[], target: Target): boolean {
  return when.every((name) => conditions[name](target, actor as Staff))
}
