import type { Holder } from '../../domain/demand/event.ts'

/** What the table looks at beside the event: the demand as it stands now. */
export type Told = {
  readonly urgency: string
  readonly lead: Holder | null
  /** A promise with a date stands open. */
  readonly committed: boolean
}

/** Who is told what: the worker, or the union that has to do something. */
export type Reaction =
  | { readonly to: 'worker'; readonly code: string }
  | { readonly to: 'unit'; readonly code: string; readonly unit: number; readonly section: string | null }

type Body = Readonly<Record<string, unknown>>
type React = (body: Body, told: Told) => readonly Reaction[]

const worker = (code: string): Reaction => ({ to: 'worker', code })

/** The holder a body names, and nothing where it names none. */
function union(code: string, holder: unknown): readonly Reaction[] {
  const { unit, section } = (holder ?? {}) as Partial<Holder>
  return unit === undefined ? [] : [{ to: 'unit', code, unit, section: section ?? null }]
}

/** P0 and P1 are told at once, by their own texts; all else waits for the digest (domain §2.10). */
function pressing(holder: unknown, urgency: unknown, otherwise: string | null): readonly Reaction[] {
  if (urgency === 'P0') return union('p0', holder)
  if (urgency === 'P1') return union('p1', holder)
  return otherwise === null ? [] : union(otherwise, holder)
}

/** What climbs when one level is silent. */
const climbed: Readonly<Record<string, string>> = { ruling: 'objection-to-rule', request: 'request-to-grant' }

/** Event → notices: the whole of who is told what (domain §2.10). A kind that is not here tells nobody anything. */
const reactions: Readonly<Record<string, React>> = {
  // A class fixed at the raising brings its order along, and the order is told.
  DemandRaised: (body) => [worker('received'), ...(body.fixed ? [] : pressing(body.to, body.urgency, null))],
  OrderOffered: (body, { urgency }) => [worker('to-whom'), ...pressing(body.lead, urgency, 'offered')],
  OrderSigned: (body, { lead }) => (body.auto === true ? union('auto-signed', lead) : []),
  OrderObjected: (body) => union('objection-to-rule', body.ruler),
  JointOrdered: (body) => union('offered', body.holder),
  UnderstandingWritten: () => [worker('asked')],
  ApproachProposed: () => [worker('asked')],
  DemandRedirected: () => [worker('answered')],
  DemandAnswered: () => [worker('answered')],
  RequestAsked: (body) => union('request-to-grant', body.approver),
  DecisionClimbed: (body) => {
    const code = climbed[String(body.what)]
    return code ? union(code, body.to) : []
  },
  DemandExtended: () => [worker('extended')],
  DemandReclassed: (body, { lead }) => pressing(lead, body.urgency, null),
  PauseStarted: () => [worker('paused')],
  CallbackOpened: (_, { committed }) => [worker(committed ? 'commitment-due' : 'callback')],
  DemandReopened: (body, { urgency }) => [worker('reopened'), ...pressing(body.lead, urgency, 'offered')],
  ClockChased: (body) => union('overdue', body.to),
  ClockSupervised: (body) => union('supervise', body.to),
  WatchAsked: () => [worker('watch')],
  ProtectionOpened: (body) => union('protection', body.to),
  ContentOpened: (body) => (body.part === 'identity' ? [worker('identity-opened')] : []),
}

/** The kinds that tell somebody something. */
export const tellingKinds: ReadonlySet<string> = new Set(Object.keys(reactions))

/** Who is told what of an event. */
export function reactionsTo(kind: string, body: Body, told: Told): readonly Reaction[] {
  return reactions[kind]?.(body, told) ?? []
}
