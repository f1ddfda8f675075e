import type { DemandEvent } from '../domain/demand/event.ts'

/**
 * What of an event its worker is told on the follow page. `facts`: parts of the body as they are. `units`: parts that name a
 * unit, told by its name. `words`: what was written is opened for the worker.
 */
export type Told = {
  readonly facts: readonly string[]
  readonly units: readonly string[]
  readonly words: boolean
}

const facts = (...names: string[]): Told => ({ facts: names, units: [], words: false })
const units = (names: readonly string[], ...more: string[]): Told => ({ facts: more, units: names, words: false })
const words = (...names: string[]): Told => ({ facts: names, units: [], words: true })

/**
 * By kind of event; null where the worker is told nothing at all: who else has a claim of the same kind, and how many, is
 * theirs alone (domain §4 rule 22). Left out everywhere: ids of posts and of other demands, and what the union writes to
 * itself, because a note may hold a name or a place (rule 21).
 */
export const told: Readonly<Record<DemandEvent['kind'], Told | null>> = {
  DemandRaised: {
    facts: ['submittedAt', 'triageDueAt', 'contactDueAt', 'dueAt', 'fixed', 'topicHint', 'groups'],
    units: ['to'],
    words: true,
  },
  DemandTriaged: facts('topic', 'nature', 'urgency', 'difficulty', 'contactDueAt', 'dueAt', 'interimAt', 'provisional'),
  OrderOffered: units(['lead']),
  DemandRedirected: words('outcome', 'reason', 'earlier', 'reopenUntil'),
  OrderSigned: units(['unit'], 'auto'),
  ContactLogged: facts('way', 'settles', 'via'),
  MessagePosted: words('from'),
  FileAttached: facts('file', 'is', 'bytes'),
  UnderstandingWritten: words(),
  UnderstandingAnswered: words('yes', 'assisted'),
  ApproachProposed: words('n'),
  ApproachAnswered: words('n', 'yes', 'via', 'assisted'),
  DeedRecorded: words('deed', 'amountFen', 'shared'),
  DemandAnswered: { facts: ['claim', 'sameUnit', 'callbackDueAt'], units: ['callback'], words: true },
  VerdictGiven: words('solved', 'satisfied', 'contacted', 'assisted', 'via'),
  DemandClosed: facts('outcome', 'reopenUntil'),
  DemandReopened: { facts: ['n', 'contactDueAt', 'dueAt'], units: ['lead'], words: true },
  DemandWithdrawn: words(),
  PressureReported: words(),
  ContentErased: facts('parts', 'reason'),
  CadreKept: facts('keep'),
  GroupsSet: facts('groups'),

  // The reason of an objection may be that somebody is linked to the matter: that it was objected is all the worker needs.
  OrderObjected: units(['ruler'], 'rulingDueAt'),
  OrderRuled: units(['to'], 'upheld'),
  JointOrdered: units(['holder'], 'n', 'department', 'dueAt'),
  JointAnswered: facts('n', 'unable'),
  RequestAsked: units(['approver'], 'request', 'reason', 'until', 'decideBy'),
  RequestGranted: facts('request'),
  RequestRefused: facts('request'),
  PauseStarted: facts('reason', 'untilAt'),
  PauseEnded: facts('by', 'dueAt'),
  DemandExtended: facts('reason', 'dueAt'),
  DemandReclassed: facts('urgency', 'difficulty', 'contactDueAt', 'dueAt', 'agreed', 'reason'),
  OpinionAsked: units(['to'], 'dueAt'),
  OpinionGiven: facts('take'),
  CommitmentMade: words('promisedOn', 'promisedAt', 'promisor', 'amountFen'),
  CommitmentContradicted: words(),
  CommitmentKept: facts(),
  CommitmentUnmet: facts(),
  LetterSent: facts('n', 'letter', 'replyDueAt'),
  LetterReplied: facts('n'),
  HandlerRecused: facts(),

  ClockWarned: facts('what', 'late'),
  ClockSpared: null,
  ClockChased: units(['to'], 'what'),
  ClockSupervised: units(['to'], 'what'),
  DecisionClimbed: units(['to'], 'what', 'decideBy'),
  InterimDue: facts('nextAt'),
  DemandArchived: facts(),
  DueRecalculated: facts('contactDueAt', 'dueAt', 'provisional'),

  CallbackOpened: units(['callback'], 'sameUnit', 'closeAt'),
  CallbackTried: facts('way', 'on'),
  CallbackMade: facts('way', 'meant', 'contacted'),

  WatchAsked: facts('day'),
  WatchAnswered: words('trouble'),
  ProtectionOpened: units(['to'], 'cause', 'dueAt'),
  ProtectionAnswered: words(),

  // What the union says of it to itself, and why, is no judgement of the worker; their words stand as they are.
  ExclusionAsked: facts(),
  ExclusionWeighed: null,
  ExclusionDecided: facts('excluded'),

  ConsentGiven: facts('purpose', 'version', 'name', 'picture'),
  ConsentWithdrawn: facts('purpose', 'cause'),

  DemandMerged: units(['lead'], 'dueAt'),
  ClaimJoined: null,
  ClaimSettled: null,
  ClaimReopened: null,
}

/** What the worker is told of a kind; nothing for a kind this version does not know. */
export function toldOf(kind: string): Told | null {
  return Object.hasOwn(told, kind) ? told[kind as DemandEvent['kind']] : null
}
