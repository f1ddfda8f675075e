import type { DemandEvent } from '../demand/event.ts'
import type { WatchState } from './state.ts'

/** Folds one event of the demand's stream into its watch. */
export function evolveWatch(watch: WatchState, event: DemandEvent): WatchState {
  switch (event.kind) {
    case 'DemandClosed':
    case 'DemandWithdrawn':
      return { ...watch, asks: event.body.watchAt ?? [] }
    case 'WatchAsked':
      return { ...watch, asks: watch.asks.filter(({ day }) => day !== event.body.day), asked: event.body.day }
    case 'WatchAnswered':
      return { ...watch, asked: null }
    case 'ProtectionOpened': {
      const { cause, to, dueAt } = event.body
      return { ...watch, protection: { cause, to, dueAt, answered: false } }
    }
    case 'ProtectionAnswered':
      return { ...watch, protection: watch.protection && { ...watch.protection, answered: true } }
    case 'DemandReopened':
      return { ...watch, asks: [], asked: null }
    default:
      return watch
  }
}
