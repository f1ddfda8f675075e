import type { Actor } from '../actor.ts'
import type { Decision } from '../decision.ts'
import type { Candidate } from '../routing.ts'
import type { Times } from '../times.ts'
import type { DemandCommand, RaiseDemand } from './command.ts'
import { type Asked, decide } from './decide.ts'
import type { DemandEvent } from './event.ts'
import { evolve } from './evolve.ts'
import type {
  AnswerNowFacts,
  ClassFacts,
  DemandFacts,
  ExclusionFacts,
  JointFacts,
  KeepFacts,
  LetterFacts,
  MergeFacts,
  ObjectFacts,
  RaiseFacts,
  RecusalFacts,
  RequestFacts,
} from './facts.ts'
import { raise } from './raise.ts'
import type { DemandState } from './state.ts'

/** County 10 with townships 20 and 40 and, below 20, the enterprise's own union 30; city 5 above. */
export const path = {
  city: [5, 1],
  county: [10, 5, 1],
  township: [20, 10, 5, 1],
  enterprise: [30, 20, 10, 5, 1],
  beside: [40, 10, 5, 1],
}
/** Instant of the transaction in these specs. */
export const now = '2026-06-15T01:00:00.000Z'

const days = (from: string, n: number) => new Date(Date.parse(from) + n * 86_400_000).toISOString()
/** Limits that can be told apart at a glance; the real ones are tested with the calendar. */
export const times: Times = {
  triageDue: (_u, at) => days(at, 0.1),
  contactDue: (_of, at) => days(at, 1),
  answerDue: (_of, at) => days(at, 7),
  reopenDue: (_of, at) => days(at, 3),
  callbackDue: (at, due) => days(at > due ? at : due, 10),
  interimAt: ({ difficulty }, from) => (difficulty === 'complex' ? days(from, 14) : null),
  autoSignAt: (at, urgency) => days(at, urgency === 'P0' ? 0.01 : 0.5),
  objectUntil: (at) => days(at, 0.25),
  rulingDue: (at) => days(at, 1.5),
  approvalDue: (at) => days(at, 2),
  jointDue: (at, lead) => (days(lead, -1) > at ? days(lead, -1) : at),
  warnAt: (from, due) => days(from, ((Date.parse(due) - Date.parse(from)) / 86_400_000) * 0.8),
  superviseAt: (due) => days(due, 5),
  pauseUntilMost: (most, at) => (most ? days(at, 14) : null),
  resumedDue: (paused, resumed, due) => days(due, (Date.parse(resumed) - Date.parse(paused)) / 86_400_000),
  extendedDue: (_of, due) => days(due, 7),
  reclassedDue: (_of, at, old) => (days(at, 2) < old ? days(at, 2) : old),
  loweredDue: (_of, at, old) => (days(at, 9) > old ? days(at, 9) : old),
  callbackOpensAt: (due) => due,
  callbackCloseAt: (at) => days(at, 10),
  promiseInstant: (on) => days(`${on}T15:59:59.000Z`, 0),
  afterPromise: (on) => days(`${on}T16:00:00.000Z`, 0),
  reopenUntil: (at) => days(at, 30),
  archiveAt: (at) => days(at, 31),
  watchAt: (at) => [days(at, 30), days(at, 90)],
  exclusionUntil: (at) => days(at, 5),
  exclusionDue: (at) => days(at, 6),
  spanAfter: (at) => days(at, 15),
  provisional: () => false,
}
/** A unit that could take it. */
export const candidate = (unit: readonly number[], staffed = true): Candidate => ({
  unit: unit[0] as number,
  path: unit,
  section: null,
  level: 'county',
  staffed,
})

/** People of these specs. */
export const people = {
  triage: { kind: 'staff', account: 'a', post: 1, unit: 10, section: null, role: 'triage' },
  handler: { kind: 'staff', account: 'b', post: 2, unit: 20, section: null, role: 'handler' },
  enterprise: { kind: 'staff', account: 'c', post: 3, unit: 30, section: null, role: 'handler' },
  county: { kind: 'staff', account: 'e', post: 5, unit: 10, section: null, role: 'head' },
  beside: { kind: 'staff', account: 'f', post: 6, unit: 40, section: null, role: 'handler' },
  auditor: { kind: 'staff', account: 'd', post: 4, unit: 5, section: null, role: 'auditor' },
  worker: { kind: 'claimant', demand: 'd', assisted: false },
  public: { kind: 'public' },
} as const satisfies Record<string, Actor>

type AllFacts = RaiseFacts &
  AnswerNowFacts &
  (ObjectFacts & RecusalFacts & RequestFacts & ClassFacts) &
  (JointFacts & LetterFacts & MergeFacts & KeepFacts & ExclusionFacts)

/** What a spec says differs from the ordinary. */
export type Override = Partial<Omit<AllFacts, 'employerUnits'>> & { readonly employerUnits?: readonly number[] | null }

/** The county above the lead, who decides, calls back and supervises in these specs. */
const above = { unit: 10, path: path.county, section: null } as const

const needs = {
  ...{ contactTries: 3, reopenTimes: 2, callbackTries: 3, callbackWays: 2 },
  ...{ watchDays: [30, 90], superviseLevels: ['county'] },
} as const

/** Facts as the pipeline would load them; override what a spec is about. */
export const facts = (actor: Actor, more: Override = {}): AllFacts => ({
  ...{ now, actor, actorPosts: actor.kind === 'staff' ? [actor.post] : [], times, needs },
  ...{ number: 'SQ-990102-20260615-000001-0', pseudonym: '职工-7Q4K' },
  ...{
    regionKnown: true,
    topicKnown: true,
    channelKnown: true,
    visitKnown: true,
    visitFrom: null,
    visitor: { post: 2, unit: 20 },
    strangeGroup: null,
    ...{ files: [], mostFiles: 3 },
    natureKnown: true,
    classKnown: true,
  },
  ...{
    reasonKnown: true,
    departmentKnown: true,
    letterKnown: true,
    toEmployer: false,
    consentText: { version: 1, hash: 'h' },
    mayOfLevel: true,
    othersStaffed: true,
  },
  ...{
    candidates: [candidate(path.township), candidate(path.county)],
    employerUnits: [30],
    agencyUnits: null,
    groupFrom: 10,
    urgency: { default: 'P2', group: 'P1', danger: 'P0' },
  },
  ...{ copy: above, mayGoToEnterpriseUnion: false, restricted: null },
  lead: { unit: 20, path: path.township, section: null, staffed: true, level: 'township' },
  ladder: [candidate(path.township), candidate(path.county), candidate(path.city)],
  deciders: [candidate(path.township), candidate(path.county), candidate(path.city)],
  judges: [candidate(path.township), candidate(path.county), candidate(path.city)],
  joint: { unit: 40, path: path.beside, section: null, staffed: true },
  ...{ untilMost: null, replyDueAt: null, master: null },
  ...{ consentText: { version: 1, hash: 'h' } },
  ...(more as object),
})

/** What a worker says in these specs. */
export const said: RaiseDemand = {
  kind: 'demand.raise',
  region: '990102001',
  channel: 'online',
  mode: 'confidential',
  text: '话',
  persons: 1,
  employer: 7,
}

/** Folds drafts into a state as the ledger would. */
export function fold(state: DemandState | null, decision: Decision<DemandEvent>, at = now): DemandState {
  if ('refused' in decision) throw new Error(`refused: ${decision.refused.code}`)
  let next = state
  for (const draft of decision.accepted) {
    const refs = Object.entries(draft.seal ?? {}).map(([slot, { part }]) => [slot, { id: slot, part, commitment: '' }])
    const event = { kind: draft.kind, body: { ...draft.body, content: Object.fromEntries(refs) }, at, stream: 'd' }
    next = evolve(next, event as unknown as DemandEvent & { at: string; stream: string })
  }
  return next as DemandState
}

/** One command and who sends it. */
export type Step = readonly [Actor, DemandCommand]

/** A demand after these commands; every one must be accepted. */
export function given(...commands: readonly Step[]): DemandState {
  let state: DemandState | null = null
  for (const [actor, command] of commands) state = fold(state, ask(state, actor, command))
  return state as DemandState
}

/** Decides one command as this actor. */
export function ask(
  state: DemandState | null,
  actor: Actor,
  command: DemandCommand,
  more: Override = {},
): Decision<DemandEvent> {
  if (command.kind === 'demand.raise') return raise(command, facts(actor, more))
  if (!state) throw new Error('given nothing')
  const asked = { kind: command.kind, command, facts: facts(actor, more) as DemandFacts } as Asked
  return decide(state, asked)
}

/** Code of a refusal, or the kinds of the events accepted. */
export function outcome(decision: Decision<DemandEvent>): string | string[] {
  return 'refused' in decision ? decision.refused.code : decision.accepted.map((e) => e.kind)
}

const on = <C extends object>(command: C) => ({ demand: 'd', ...command })
/** The steps of a plain life, in order. */
export const life = {
  raise: [people.public, said],
  triage: [
    people.triage,
    on({ kind: 'demand.triage', topic: 'A03', nature: 'complaint', urgency: 'P2', difficulty: 'plain', lead: 20 }),
  ],
  sign: [people.handler, on({ kind: 'order.sign' })],
  call: [people.handler, on({ kind: 'contact.log', way: 'call' })],
  meet: [people.handler, on({ kind: 'contact.log', way: 'person' })],
  try: [people.handler, on({ kind: 'contact.log', way: 'try' })],
  understand: [people.handler, on({ kind: 'understanding.write', text: '明白' })],
  yes: [people.worker, on({ kind: 'understanding.answer', yes: true })],
  no: [people.worker, on({ kind: 'understanding.answer', yes: false, text: '不对' })],
  deed: [people.handler, on({ kind: 'deed.record', deed: 'recovered-pay', text: '补发', amountFen: 100 })],
  answer: [people.handler, on({ kind: 'demand.answer', claim: 'done', text: '已补发' })],
  explain: [people.handler, on({ kind: 'demand.answer', claim: 'explained', text: '说明' })],
  solved: [people.worker, on({ kind: 'verdict.give', solved: 'solved' })],
  unsolved: [people.worker, on({ kind: 'verdict.give', solved: 'unsolved' })],
  withdraw: [people.worker, on({ kind: 'demand.withdraw', pressed: false })],
  pressed: [people.worker, on({ kind: 'demand.withdraw', pressed: true })],
  hear: [people.worker, on({ kind: 'message.post', text: '请问' })],
  write: [people.handler, on({ kind: 'message.post', text: '您好' })],
} as const satisfies Record<string, readonly [Actor, DemandCommand]>
