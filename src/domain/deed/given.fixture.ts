import type { Actor, Role } from '../actor.ts'
import { isLocalDate } from '../calendar/local-time.ts'
import type { ProposeDeed } from './command.ts'
import { decide, propose } from './decide.ts'
import type { DeedEvent } from './event.ts'
import { evolve } from './evolve.ts'
import type { ProposeFacts } from './facts.ts'
import type { DeedKind } from './kind.ts'
import type { DeedState } from './state.ts'

/** A deed of the tests; township 4 below county 2 below city 1. */
export const STREAM = '019ec90f-5c00-7000-8000-99a400000000'
const name = { zh: '甲', en: 'A' }

/** A kind with a public notice and fields of its own. */
export const relief: DeedKind = {
  ...{ code: 'relief', name, notice: true },
  fields: [
    { code: 'class', name, type: 'one-of', required: true, options: [{ code: 'accidental', name }] },
    { code: 'children', name, type: 'count', required: false, options: [] },
  ],
}
/** A kind without either. */
export const other: DeedKind = { code: 'other', name, notice: false, fields: [] }

/** A person of the township, unless told. */
export const staff = (account: string, role: Role = 'handler', unit = 4): Actor => ({
  ...{ kind: 'staff', account, post: 7, unit, section: null, role },
})
/** Whoever shows a slip of the deed. */
export const holder = (side: 'workers' | 'enterprise', n = 1): Actor => ({
  ...{ kind: 'claimant', demand: STREAM, assisted: true, slip: { side, n } },
})

/** Facts of a proposal on 16 June 2026. */
export const factsOf = (more: Partial<ProposeFacts> = {}): ProposeFacts => ({
  actor: staff('proposer'),
  today: '2026-06-16',
  unit: { unit: 4, path: [4, 2, 1], realm: 9901 },
  kind: other,
  ...{ fundKnown: true, employerKnown: true, demandKnown: true },
  noticeTo: '2026-06-24',
  compoundSurnames: ['欧阳'],
  approvers: 2,
  ...more,
})

/** A deed without money. */
export const plain: ProposeDeed = {
  ...{ kind: 'deed.propose', unit: 4, deed: 'other', for: 'workers', what: '给大家修好饮水机', beneficiaries: 30 },
}
/** Aid of 3,000.00 yuan after an accident. */
export const aid: ProposeDeed = {
  ...{ ...plain, deed: 'relief', what: '住院六万二', beneficiaries: 1, surnames: ['王'] },
  ...{ amountFen: 300_000, fund: 'aid-fund', fields: { class: 'accidental' } },
}

/** What a proposal decides, with its sealed slots left aside. */
export function proposed(command: ProposeDeed = plain, more: Partial<ProposeFacts> = {}) {
  return propose(command, factsOf({ kind: command.deed === 'relief' ? relief : other, ...more }))
}

/** The deed after a proposal and whatever events follow. */
export function given(command: ProposeDeed, ...events: DeedEvent[]): DeedState {
  const decision = proposed(command)
  if ('refused' in decision) throw new Error(decision.refused.code)
  const first = decision.accepted[0] as unknown as DeedEvent
  return [first, ...events].reduce<DeedState | null>(
    (state, event) => evolve(state, { ...event, stream: STREAM, at: '2026-06-16T02:00:00.000Z' }),
    null,
  ) as DeedState
}

/** A signature under the money. */
export const signed = (by: string, unit = 2): DeedEvent => ({ kind: 'DeedApproved', body: { by, unit } })
/** The deed was done. */
export const done = (on = '2026-06-25'): DeedEvent => ({ kind: 'DeedDone', body: { on } })
/** Slips were made. */
export const slips = (count: number, side: 'workers' | 'enterprise' = 'workers'): DeedEvent => ({
  ...{ kind: 'DeedSlipsMade', body: { side, count } },
})

const id = { deedId: STREAM }
type By = Actor | string
const actorOf = (by: By, role: Role = 'handler', unit = 4) => (typeof by === 'string' ? staff(by, role, unit) : by)
/** What a signature comes to. */
export const approve = (state: DeedState, by: By) =>
  decide(state, {
    ...{ kind: 'deed.approve', command: { kind: 'deed.approve', ...id } },
    facts: { actor: actorOf(by, 'head', 2), today: '2026-06-17' },
  })
/** What refusing comes to. */
export const refuse = (state: DeedState, by: By) =>
  decide(state, {
    ...{ kind: 'deed.refuse', command: { kind: 'deed.refuse', ...id, reason: '材料不齐' } },
    facts: { actor: actorOf(by, 'head', 2), today: '2026-06-17' },
  })
/** What saying that it was done comes to. */
export const doIt = (state: DeedState, on: string, today = on, evidence?: string) =>
  decide(state, {
    ...{ kind: 'deed.do', command: { kind: 'deed.do', ...id, on, evidence } },
    facts: { actor: staff('proposer'), today: isLocalDate(today) ? today : on },
  })
/** What saying that it came to nothing comes to. */
export const end = (state: DeedState) =>
  decide(state, {
    ...{ kind: 'deed.end', command: { kind: 'deed.end', ...id, reason: '本人不再需要' } },
    facts: { actor: staff('proposer'), today: '2026-06-25' },
  })
/** What asking for slips comes to. */
export const makeSlips = (state: DeedState, count: number, side: 'workers' | 'enterprise' = 'workers') =>
  decide(state, {
    ...{ kind: 'deed.slip', command: { kind: 'deed.slip', ...id, side, count } },
    facts: { actor: staff('proposer'), today: '2026-06-25', mostSlipsAtOnce: 50 },
  })
/** What the word of a beneficiary comes to. */
export const say = (state: DeedState, useful: 'yes' | 'partly' | 'no', actor: Actor = holder('workers')) =>
  decide(state, {
    ...{ kind: 'deed.say', command: { kind: 'deed.say', ...id, useful } },
    facts: { actor, today: '2026-06-26', slip: actor.kind === 'claimant' ? (actor.slip ?? null) : null },
  })
/** What the word of the enterprise comes to. */
export const enterpriseSay = (state: DeedState, useful: 'yes' | 'no', actor: Actor = holder('enterprise')) =>
  decide(state, {
    ...{ kind: 'deed.enterprise-say', command: { kind: 'deed.enterprise-say', ...id, useful } },
    facts: { actor, today: '2026-06-26', slip: actor.kind === 'claimant' ? (actor.slip ?? null) : null },
  })
