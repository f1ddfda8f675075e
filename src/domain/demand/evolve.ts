import { evolveApproach, noApproach } from '../approach/evolve.ts'
import { evolveCallback } from '../callback/evolve.ts'
import { noCallback } from '../callback/state.ts'
import { evolveClock } from '../clock/evolve.ts'
import { noClock } from '../clock/state.ts'
import { evolveConsents } from '../consent/evolve.ts'
import type { ContentRef } from '../decision.ts'
import { evolveExclusion } from '../exclusion/evolve.ts'
import { noExclusion } from '../exclusion/state.ts'
import { evolveMerge } from '../merge/evolve.ts'
import { noMerge } from '../merge/state.ts'
import { evolveOrder } from '../order/evolve.ts'
import { noOrder } from '../order/state.ts'
import { evolveWatch } from '../watch/evolve.ts'
import { noWatch } from '../watch/state.ts'
import { actsAfter } from './acts.ts'
import type { DemandEvent } from './event.ts'
import type { DemandState } from './state.ts'

/** An event as the ledger gives it back. */
export type PastDemandEvent = DemandEvent & { readonly at: string; readonly stream: string; readonly actor?: string }

/** Folds one event into the state. Reads no rule and no clock: everything computed stands in the event. */
export function evolve(state: DemandState | null, event: PastDemandEvent): DemandState {
  if (!state && event.kind !== 'DemandRaised')
    throw new Error(`the first event of a demand is DemandRaised, not ${event.kind}`)
  const core = event.kind === 'DemandRaised' ? raised(event) : evolveCore(state as DemandState, event)
  return {
    ...core,
    erased: stillErased(core, event),
    order: evolveOrder(core.order, event),
    clock: evolveClock(core.clock, event),
    callbacks: evolveCallback(core.callbacks, event),
    watch: evolveWatch(core.watch, event),
    merge: evolveMerge(core.merge, event),
    exclusion: evolveExclusion(core.exclusion, event),
    consents: evolveConsents(core.consents, event),
    approach: evolveApproach(core.approach, event),
    acts: actsAfter(core.acts, event),
  }
}

/** What is said after an erasure is there to be read, and to be erased again. */
function stillErased({ erased }: DemandState, { kind, body }: PastDemandEvent): DemandState['erased'] {
  if (kind === 'FileAttached') return erased.filter((part) => part !== body.part)
  const content: Readonly<Record<string, ContentRef | undefined>> = 'content' in body ? body.content : {}
  const said = new Set(Object.values(content).map((ref) => ref?.part))
  return erased.some((part) => said.has(part)) ? erased.filter((part) => !said.has(part)) : erased
}

function evolveCore(
  state: DemandState,
  event: Exclude<PastDemandEvent, { readonly kind: 'DemandRaised' }>,
): DemandState {
  switch (event.kind) {
    case 'DemandTriaged': {
      const { topic, nature, urgency, difficulty, contactDueAt, dueAt, blocked } = event.body
      const restricted = event.body.restricted ?? null
      // What danger or a group had set in motion before triage stays in motion.
      const status = state.status === 'raised' ? 'triaged' : state.status
      return { ...state, status, topic, nature, urgency, difficulty, contactDueAt, dueAt, blocked, restricted }
    }
    case 'OrderOffered':
      return { ...state, lead: event.body.lead, copies: event.body.copies, orderState: 'offered' }
    case 'DemandRedirected':
      return { ...state, status: 'closed', outcome: 'none', closedAt: event.at }
    case 'OrderSigned':
      return { ...state, status: isFresh(state) ? 'inHand' : state.status, orderState: 'signed' }
    case 'OrderObjected':
      return { ...state, orderState: 'objected' }
    case 'ContactLogged': {
      const { way } = event.body
      const contactSettled = state.contactSettled || event.body.settles
      return { ...state, contactSettled, contacts: { ...state.contacts, [way]: state.contacts[way] + 1 } }
    }
    case 'MessagePosted': {
      const { from } = event.body
      return { ...state, messages: { ...state.messages, [from]: state.messages[from] + 1 } }
    }
    case 'FileAttached': {
      const { file: id, part } = event.body
      return { ...state, files: [...state.files, { id, part }] }
    }
    case 'UnderstandingWritten':
      return { ...state, understandings: state.understandings + 1, understood: 'none' }
    case 'UnderstandingAnswered':
      return { ...state, understood: event.body.yes ? (event.body.assisted ? 'inPerson' : 'yes') : 'corrected' }
    case 'DeedRecorded':
      return { ...state, deeds: state.deeds + 1 }
    case 'DemandAnswered': {
      const { claim, callback, callbackDueAt } = event.body
      if (state.status === 'closed' || state.status === 'withdrawn') return state
      return { ...state, status: 'answered', orderState: 'answered', claim, callback, callbackDueAt, verdict: null }
    }
    case 'VerdictGiven': {
      const { solved, satisfied, assisted } = event.body
      return { ...state, verdict: solved, satisfied, assisted }
    }
    case 'DemandClosed':
      return { ...state, status: 'closed', outcome: event.body.outcome, closedAt: event.at }
    case 'DemandReopened': {
      const { n, contactDueAt, dueAt } = event.body
      const lead = event.body.lead ?? state.lead
      const copies = event.body.copies ?? state.copies
      const reset = { claim: null, verdict: null, outcome: null, closedAt: null, callback: null, callbackDueAt: null }
      const contactSettled = false
      const to = { lead, copies, contactSettled }
      return { ...state, ...reset, ...to, status: 'reopened', orderState: 'signed', reopened: n, contactDueAt, dueAt }
    }
    case 'PauseEnded':
    case 'DemandExtended':
      return { ...state, dueAt: event.body.dueAt }
    case 'DueRecalculated': {
      const { dueAt, contactDueAt } = event.body
      return { ...state, dueAt, contactDueAt: contactDueAt ?? state.contactDueAt }
    }
    case 'DemandReclassed': {
      const { urgency, difficulty, dueAt, contactDueAt } = event.body
      return { ...state, urgency, difficulty, dueAt, contactDueAt }
    }
    case 'CallbackOpened':
      return { ...state, callback: event.body.callback, callbackDueAt: event.body.closeAt }
    case 'CommitmentMade':
      return state.callbackDueAt !== null && state.callbackDueAt < event.body.callbackAt
        ? { ...state, callbackDueAt: event.body.callbackAt }
        : state
    // The union answered with a promise that was none: the matter is in hand again (§2.6). One that was not kept is judged by
    // the worker in the same breath, and what the union claimed stays beside it.
    case 'CommitmentContradicted':
      return state.status === 'answered'
        ? { ...state, status: 'inHand', orderState: 'signed', claim: null, callback: null, callbackDueAt: null }
        : state
    case 'DemandMerged': {
      const { lead, copies, dueAt } = event.body
      const status = isFresh(state) ? 'inHand' : state.status
      const blocked = event.body.blocked ?? state.blocked
      return { ...state, status, orderState: 'signed', lead, copies, dueAt, blocked }
    }
    case 'DemandWithdrawn':
      return { ...state, status: 'withdrawn', outcome: 'none', closedAt: event.at }
    case 'PressureReported':
      return { ...state, pressed: true }
    case 'CadreKept': {
      const { keep, post, unit } = event.body
      return { ...state, kept: keep === 'nobody' || unit === null ? null : { keep, post, unit, at: event.at } }
    }
    case 'GroupsSet':
      return { ...state, groups: event.body.groups }
    case 'ContentErased':
      return { ...state, erased: [...new Set([...state.erased, ...event.body.parts])] }
    default:
      return state
  }
}

/** Nobody has taken it in hand yet. */
function isFresh(state: DemandState): boolean {
  return state.status === 'raised' || state.status === 'triaged'
}

function raised(
  event: Extract<DemandEvent, { kind: 'DemandRaised' }> & { readonly stream: string; readonly at: string },
): DemandState {
  const {
    number,
    pseudonym,
    region,
    channel,
    mode,
    persons,
    employer,
    submittedAt,
    urgency,
    to,
    triageDueAt,
    blocked,
  } = event.body
  return {
    id: event.stream,
    ...{ number, pseudonym, region, channel, mode, persons, employer, submittedAt, urgency, triageDueAt, blocked },
    agency: event.body.agency ?? null,
    status: 'raised',
    topic: null,
    nature: null,
    difficulty: 'plain',
    triage: to,
    lead: null,
    orderState: null,
    copies: [],
    callback: null,
    callbackDueAt: null,
    contactDueAt: event.body.contactDueAt ?? null,
    dueAt: event.body.dueAt ?? null,
    contacts: { person: 0, video: 0, call: 0, try: 0 },
    contactSettled: false,
    messages: { worker: 0, union: 0 },
    understandings: 0,
    understood: 'none',
    deeds: 0,
    files: [],
    claim: null,
    verdict: null,
    satisfied: null,
    assisted: false,
    outcome: null,
    reopened: 0,
    closedAt: null,
    erased: [],
    pressed: false,
    groups: event.body.groups ?? [],
    visit: event.body.visit ?? null,
    heardBy: event.body.heardBy,
    kept: null,
    lateAt: event.body.late ? event.at : null,
    fixed: event.body.fixed ?? null,
    restricted: null,
    order: noOrder,
    clock: noClock,
    callbacks: noCallback,
    watch: noWatch,
    merge: noMerge,
    exclusion: noExclusion,
    consents: [],
    approach: noApproach,
    acts: [],
  }
}
