import { realmOfId } from '../../domain/id.ts'
import type { PlaceState } from '../../domain/place/state.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import type { TableRows } from './table.ts'

/** Rows of a contact point: its own, and one per stationing, from the folded state alone. */
export function projectPlace(state: unknown, events: readonly PastEvent[]): readonly TableRows[] {
  const { id, unit, path, name, kind, employer, region, owner, first, from, to, endedOn, stationed } =
    state as PlaceState
  const realm = realmOfId(id)
  const replaces = events[0]?.version === 1 ? {} : { replaces: [id] }
  const row = {
    ...{ realm, id, unit, path, name, kind, employer, region, owner_post: owner, owner_first: first },
    ...{ from_on: from, to_on: to, ended_on: endedOn, version: events.at(-1)?.version ?? 0 },
  }
  const rows = stationed.map((each) => ({
    ...{ realm, place: id, entry: each.entry, post: each.post, first_post: each.first },
    ...{ from_on: each.from, to_on: each.to, path },
  }))
  return [
    { table: 'place', ...replaces, rows: [row] },
    { table: 'stationing', ...replaces, rows },
  ]
}
