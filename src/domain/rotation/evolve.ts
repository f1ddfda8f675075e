import type { RotationEvent, RotationMet } from './event.ts'

/** How a person stands under a plan: `met` while their hours are met and they are on its roster. */
export type RotationState = RotationMet & { readonly id: string; readonly met: boolean }

/** Folds one event into the state; the first is always `RotationMet`. Reads no rule and no clock. */
export function evolve(state: RotationState | null, event: RotationEvent & { readonly stream: string }): RotationState {
  switch (event.kind) {
    case 'RotationMet':
      return { ...event.body, id: event.stream, met: true }
    case 'RotationLapsed':
      return { ...(state as RotationState), met: false }
  }
}
