import type { TrainingEvent, TrainingRecorded } from './event.ts'

/** One record, folded from its events. */
export type TrainingState = TrainingRecorded & { readonly id: string; readonly takenBack: boolean }

/** Folds one event into the state; the first is always `TrainingRecorded`. */
export function evolve(state: TrainingState | null, event: TrainingEvent & { readonly stream: string }): TrainingState {
  switch (event.kind) {
    case 'TrainingRecorded':
      return { ...event.body, id: event.stream, takenBack: false }
    case 'TrainingTakenBack':
      return { ...(state as TrainingState), takenBack: true }
  }
}
