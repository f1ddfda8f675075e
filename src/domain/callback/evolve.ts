import type { DemandEvent } from '../demand/event.ts'
import { type CallbackState, noCallback } from './state.ts'

/** Folds one event of the demand's stream into its callback. It is due whether the handler is done or not (product.md). */
export function evolveCallback(callback: CallbackState, event: DemandEvent): CallbackState {
  switch (event.kind) {
    case 'DemandRaised':
      // A due fixed at the raising opens the callback as any other does.
      return event.body.fixed && event.body.dueAt ? owed(callback, event.body.dueAt) : callback
    case 'DemandTriaged':
    case 'DemandExtended':
    case 'DemandReclassed':
    case 'DueRecalculated':
    case 'DemandMerged':
    case 'PauseEnded':
      return owed(callback, event.body.dueAt)
    case 'PauseStarted':
      return callback.open ? callback : { ...callback, opensAt: callback.heldUntil }
    case 'DemandAnswered':
      return answered(callback, event.body)
    case 'CommitmentMade': {
      const { callbackAt } = event.body
      return { ...noCallback, owedAt: callback.owedAt, opensAt: callbackAt, heldUntil: callbackAt }
    }
    case 'CallbackOpened': {
      const { sameUnit, closeAt } = event.body
      // Who tried before it opened tried; a new round begins anew.
      const tries = callback.rounds === 0 ? callback.tries : []
      const opened = { opensAt: null, heldUntil: null, open: true, rounds: callback.rounds + 1 }
      return { ...callback, ...opened, sameUnit, closeAt, tries }
    }
    case 'CallbackTried':
      return { ...callback, tries: [...callback.tries, { way: event.body.way, on: event.body.on }] }
    case 'CallbackMade':
      return { ...callback, meant: event.body.meant }
    case 'DemandReopened':
      return owed(noCallback, event.body.dueAt)
    case 'CommitmentContradicted':
      return callback.owedAt ? owed(noCallback, callback.owedAt) : noCallback
    case 'CommitmentUnmet':
    case 'CommitmentKept':
      return { ...callback, heldUntil: null }
    case 'DemandClosed':
    case 'DemandRedirected':
    case 'DemandWithdrawn':
      return { ...noCallback, sameUnit: callback.sameUnit, tries: callback.tries, meant: callback.meant }
    default:
      return callback
  }
}

function owed(callback: CallbackState, dueAt: string): CallbackState {
  return { ...callback, owedAt: dueAt, opensAt: callback.open ? null : (callback.heldUntil ?? dueAt) }
}

/**
 * Answered before the due: it opens on the due day all the same, even where a pause had taken that off. Answered while it is
 * open: the worker is asked about the answer, so the round begins anew.
 */
function answered(callback: CallbackState, body: { sameUnit: boolean; callbackDueAt: string }): CallbackState {
  const { sameUnit, callbackDueAt } = body
  const { open, heldUntil, owedAt, closeAt } = callback
  const opensAt = open ? null : (heldUntil ?? owedAt)
  const later = closeAt !== null && closeAt > callbackDueAt ? closeAt : callbackDueAt
  return { ...callback, sameUnit, opensAt, closeAt: later, rounds: open ? 1 : 0, tries: [] }
}
