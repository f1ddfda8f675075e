import type { ClientBase } from 'pg'
import { type Move, moveKey } from './tally-row.ts'

/** A day whose moves are not what the ledger gives. */
export type MoveDifference = {
  readonly of: 'move'
  readonly realm: number
  readonly unit: number
  readonly measure: string
  readonly month: string
  readonly day: string
}

type Counts = { readonly move: Omit<MoveDifference, 'of' | 'realm'>; n: number; persons: number; moved: number }

/** The moves of one realm as the ledger gives them, gathered stream by stream and held against the table. */
export class MovesCounted {
  readonly #counts = new Map<string, Counts>()

  add(moves: readonly Move[]): void {
    for (const { unit, measure, month, day, n, persons, moved } of moves) {
      const key = moveKey({ unit, measure, month, day })
      const known = this.#counts.get(key)
      if (known) {
        known.n += n
        known.persons += persons
        known.moved += moved
      } else this.#counts.set(key, { move: { unit, measure, month, day }, n, persons, moved })
    }
  }

  /** In both directions; a row that says nothing moved is none. */
  async differences(client: ClientBase, realm: number): Promise<readonly MoveDifference[]> {
    const { rows } = await client.query(
      `select unit, measure, month, day, n::float8 as n, persons::float8 as persons, moved::float8 as moved
       from move where realm = $1`,
      [realm],
    )
    const left = new Map(this.#counts)
    const differ: MoveDifference[] = []
    for (const { n, persons, moved, ...move } of rows) {
      const key = moveKey(move)
      const counted = left.get(key) ?? { n: 0, persons: 0, moved: 0 }
      left.delete(key)
      if (counted.n !== n || counted.persons !== persons || counted.moved !== moved)
        differ.push({ of: 'move', realm, ...move })
    }
    for (const { move } of left.values()) differ.push({ of: 'move', realm, ...move })
    return differ
  }
}
