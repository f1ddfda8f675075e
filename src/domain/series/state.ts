import type { SeriesEvent } from './event.ts'

/** A series, folded from its events. */
export type SeriesState = SeriesEvent['body'] & { readonly id: string }

/** Folds one event. */
export function evolve(_before: SeriesState | null, event: SeriesEvent & { readonly stream: string }): SeriesState {
  return { ...event.body, id: event.stream }
}
