import type { DemandEvent } from '../demand/event.ts'
import { type CallbackState, noCallback } from './state.ts'

/** Folds one event of the demand's stream into its callback. It is due whether the handler is done or not (product.md). */
export function evolveCallback(callback: CallbackState, event: DemandEvent): CallbackState {
  switch (event.kind) {
    case 'DemandRaised':
      // A due fixed at the raising opens the callback as any other does.
      return event.body.fixed && event.body.dueAt ? { ...callback, opensAt: event.body.dueAt } : callback
    case 'DemandTriaged':
    case 'DemandExtended':
    case 'DemandReclassed':
    case 'DueRecalculated':
    case 'DemandMerged':
    case 'PauseEnded':
      return callback.open ? callback : { ...callback, opensAt: event.body.dueAt }
    case 'PauseStarted':
      return callback.open ? callback : { ...callback, opensAt: null }
    case 'DemandAnswered':
      // Answered before the due: it opens on the due day all the same; after it, it is open already or opens now.
      return { ...callback, sameUnit: event.body.sameUnit, closeAt: callback.closeAt ?? event.body.callbackDueAt }
    case 'CommitmentMade':
      return { ...noCallback, opensAt: event.body.callbackAt }
    case 'CallbackOpened': {
      const { sameUnit, closeAt } = event.body
      return { ...callback, opensAt: null, open: true, sameUnit, closeAt, tries: [], rounds: callback.rounds + 1 }
    }
    case 'CallbackTried':
      return { ...callback, tries: [...callback.tries, { way: event.body.way, on: event.body.on }] }
    case 'CallbackMade':
      return { ...callback, meant: event.body.meant }
    case 'DemandReopened':
      return { ...noCallback, opensAt: event.body.dueAt }
    case 'CommitmentContradicted':
    case 'CommitmentUnmet':
    case 'CommitmentKept':
      return { ...callback, opensAt: null }
    case 'DemandClosed':
    case 'DemandRedirected':
    case 'DemandWithdrawn':
      return { ...noCallback, sameUnit: callback.sameUnit, tries: callback.tries, meant: callback.meant }
    default:
      return callback
  }
}
