import type { DemandEvent } from './event.ts'
import type { DemandState } from './state.ts'

/** Folds one event into the state. Reads no rule and no clock: everything computed stands in the event. */
export function evolve(
  state: DemandState | null,
  event: DemandEvent & { readonly at: string; readonly stream: string },
): DemandState {
  if (event.kind === 'DemandRaised') return raised(event)
  if (!state) throw new Error(`the first event of a demand is DemandRaised, not ${event.kind}`)
  switch (event.kind) {
    case 'DemandTriaged': {
      const { topic, nature, urgency, difficulty, contactDueAt, dueAt, blocked } = event.body
      return { ...state, status: 'triaged', topic, nature, urgency, difficulty, contactDueAt, dueAt, blocked }
    }
    case 'OrderOffered':
      return { ...state, lead: event.body.lead, copies: event.body.copies, orderState: 'offered' }
    case 'DemandRedirected':
      return { ...state, status: 'closed', outcome: 'none', closedAt: event.at }
    case 'OrderSigned':
      return { ...state, status: state.status === 'triaged' ? 'inHand' : state.status, orderState: 'signed' }
    case 'ContactLogged': {
      const { way } = event.body
      const contactSettled = state.contactSettled || event.body.settles
      return { ...state, contactSettled, contacts: { ...state.contacts, [way]: state.contacts[way] + 1 } }
    }
    case 'MessagePosted': {
      const { from } = event.body
      return { ...state, messages: { ...state.messages, [from]: state.messages[from] + 1 } }
    }
    case 'UnderstandingWritten':
      return { ...state, understandings: state.understandings + 1, understood: 'none' }
    case 'UnderstandingAnswered':
      return { ...state, understood: event.body.yes ? (event.body.assisted ? 'inPerson' : 'yes') : 'corrected' }
    case 'DeedRecorded':
      return { ...state, deeds: state.deeds + 1 }
    case 'DemandAnswered': {
      const { claim, callback, callbackDueAt } = event.body
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
      const reset = { claim: null, verdict: null, outcome: null, closedAt: null, callback: null, callbackDueAt: null }
      return { ...state, ...reset, status: 'reopened', orderState: 'signed', reopened: n, contactDueAt, dueAt }
    }
    case 'DemandWithdrawn':
      return { ...state, status: 'withdrawn', outcome: 'none', closedAt: event.at }
    case 'PressureReported':
      return { ...state, pressed: true }
    case 'ContentErased':
      return { ...state, erased: [...new Set([...state.erased, ...event.body.parts])] }
  }
}

function raised(event: Extract<DemandEvent, { kind: 'DemandRaised' }> & { readonly stream: string }): DemandState {
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
    contactDueAt: null,
    dueAt: null,
    contacts: { person: 0, video: 0, call: 0, try: 0 },
    contactSettled: false,
    messages: { worker: 0, union: 0 },
    understandings: 0,
    understood: 'none',
    deeds: 0,
    claim: null,
    verdict: null,
    satisfied: null,
    assisted: false,
    outcome: null,
    reopened: 0,
    closedAt: null,
    erased: [],
    pressed: false,
  }
}
