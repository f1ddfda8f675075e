import type { PlaceEvent } from './event.ts'
import type { PlaceState } from './state.ts'

/** An event of a contact point as it stands in the ledger. */
export type PastPlaceEvent = PlaceEvent & { readonly at: string; readonly stream: string }

/** Folds one event into the state; the first is `PlaceKept`. Reads no rule and no clock. */
export function evolve(before: PlaceState | null, event: PastPlaceEvent): PlaceState {
  if (event.kind === 'PlaceKept') return { ...event.body, id: event.stream, endedOn: null, stationed: [], lastEntry: 0 }
  if (!before) throw new Error(`the first event of a contact point is not ${event.kind}`)
  switch (event.kind) {
    case 'PlacePassedOn':
      return { ...before, owner: event.body.owner, first: event.body.first }
    case 'PlaceEnded':
      return { ...before, endedOn: event.body.on }
    case 'PostStationed':
      return { ...before, stationed: [...before.stationed, event.body], lastEntry: event.body.entry }
    case 'PostUnstationed':
      return { ...before, stationed: before.stationed.filter(({ entry }) => entry !== event.body.entry) }
  }
}
