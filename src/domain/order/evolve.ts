import type { DemandEvent } from '../demand/event.ts'
import type { OrderState } from './state.ts'

/** Folds one event of the demand's stream into its order machine; most events leave it as it is. */
export function evolveOrder(order: OrderState, event: DemandEvent & { readonly at: string }): OrderState {
  switch (event.kind) {
    case 'OrderOffered': {
      const { autoSignAt = null, objectUntil = null } = event.body
      const { path } = event.body.lead
      const ruled = order.ruled && { ...order.ruled, path: order.ruled.path ?? path }
      return { ...order, autoSignAt, objectUntil: order.objected ? null : objectUntil, ruling: null, ruled }
    }
    case 'OrderSigned':
      return { ...order, autoSignAt: null }
    case 'OrderObjected': {
      const { reason, ruler, rulingDueAt } = event.body
      return {
        ...order,
        autoSignAt: null,
        objectUntil: null,
        objected: true,
        ruling: { reason, ruler, rulingDueAt },
      }
    }
    case 'OrderRuled': {
      const { topic, reason, upheld, from, to } = event.body
      return { ...order, ruling: null, ruled: { topic, reason, upheld, from, to, at: event.at, path: null } }
    }
    case 'JointOrdered': {
      const { n, holder, department, dueAt } = event.body
      return { ...order, joints: [...order.joints, { n, holder, department, dueAt, state: 'asked', chased: false }] }
    }
    case 'JointAnswered': {
      const { n, unable } = event.body
      const state = unable ? ('unable' as const) : ('answered' as const)
      return { ...order, joints: order.joints.map((joint) => (joint.n === n ? { ...joint, state } : joint)) }
    }
    case 'ClockChased':
      if (event.body.what !== 'joint') return order
      return { ...order, joints: order.joints.map((j) => (j.dueAt <= event.at ? { ...j, chased: true } : j)) }
    case 'RequestAsked': {
      const { content: _, ...request } = event.body
      return { ...order, request }
    }
    case 'RequestGranted':
    case 'RequestRefused':
      return { ...order, request: null }
    case 'DecisionClimbed':
      return climbed(order, event.body)
    case 'PauseStarted': {
      const { reason, untilAt } = event.body
      return { ...order, pause: { reason, untilAt, sinceAt: event.at } }
    }
    case 'PauseEnded':
      return { ...order, pause: null }
    case 'DemandExtended':
      return { ...order, extended: true }
    case 'OpinionAsked':
      return { ...order, opinion: { to: event.body.to, dueAt: event.body.dueAt } }
    case 'OpinionGiven':
      return { ...order, opinion: null }
    case 'CommitmentMade': {
      const { content: _, ...commitment } = event.body
      return { ...order, commitment: { ...commitment, due: false } }
    }
    case 'CommitmentContradicted':
    case 'CommitmentKept':
    case 'CommitmentUnmet':
      return { ...order, commitment: null }
    case 'CallbackOpened':
      // A promise holds the callback until the day after it (`evolveCallback`): when it opens, the promise is due.
      return order.commitment ? { ...order, commitment: { ...order.commitment, due: true } } : order
    case 'LetterSent': {
      const { n, letter, replyDueAt } = event.body
      return { ...order, letters: [...order.letters, { n, letter, replyDueAt, replied: false }] }
    }
    case 'LetterReplied': {
      const { n } = event.body
      return { ...order, letters: order.letters.map((l) => (l.n === n ? { ...l, replied: true } : l)) }
    }
    case 'HandlerRecused':
      return { ...order, recused: [...order.recused, event.body.post] }
    case 'DemandAnswered':
    case 'DemandMerged':
      // Answered at once, or by the master: nothing of this order is waited for any more. A promise stands.
      return { ...order, autoSignAt: null, objectUntil: null, ruling: null, request: null, pause: null, opinion: null }
    case 'DemandClosed':
    case 'DemandWithdrawn':
    case 'DemandRedirected':
      return { ...order, autoSignAt: null, ruling: null, request: null, pause: null, opinion: null, commitment: null }
    case 'DemandReopened':
      return { ...order, autoSignAt: null, ruling: null, request: null, pause: null, opinion: null, commitment: null }
    default:
      return order
  }
}

function climbed(order: OrderState, { what, to, decideBy }: Climbed): OrderState {
  if (what === 'ruling' && order.ruling)
    return { ...order, ruling: { ...order.ruling, ruler: to, rulingDueAt: decideBy } }
  if (what === 'request' && order.request) return { ...order, request: { ...order.request, approver: to, decideBy } }
  if (what === 'opinion' && order.opinion) return { ...order, opinion: { to, dueAt: decideBy } }
  return order
}

type Climbed = Extract<DemandEvent, { kind: 'DecisionClimbed' }>['body']
