import type pg from 'pg'
import type { ImportRow } from './import-row.ts'

/** A union that stands above another. */
export type Parent = { id: number; ancestors: number[] }

type Found = Parent & { uscc: string | null; name: string; region: string; seat: boolean }

/** Unions that the rows of a batch name as their parents, or that are seated where the rows name none. */
export class Parents {
  readonly #byWord = new Map<string, Found[]>()
  readonly #bySeat = new Map<string, Found>()

  static async read(client: pg.ClientBase, rows: ImportRow[]): Promise<Parents> {
    const parents = new Parents()
    const words = [...new Set(rows.flatMap((row) => row.parent ?? []))]
    const places = [...new Set(rows.flatMap((row) => (row.parent === null ? placesAbove(row.region) : [])))]
    const { rows: found } = await client.query<Found>(
      `select id, ancestors, uscc, name, region, kind = 'local' as seat from unit where uscc = any ($1) and valid_to is null
       union select id, ancestors, uscc, name, region, kind = 'local' from unit where name = any ($1) and valid_to is null
       union select id, ancestors, uscc, name, region, true from unit
         where region = any ($2) and kind = 'local' and valid_to is null`,
      [words, places],
    )
    for (const one of found) {
      for (const word of new Set([one.uscc, one.name])) {
        if (word !== null) parents.#byWord.set(word, [...(parents.#byWord.get(word) ?? []), one])
      }
      if (one.seat) parents.#bySeat.set(one.region, one)
    }
    return parents
  }

  /** The parent of a row, or why there is none. Of namesakes the one on the region's own path is meant. */
  of(row: ImportRow): Parent | { missing: string } {
    if (row.parent === null) {
      const place = placesAbove(row.region).find((code) => this.#bySeat.has(code))
      return (
        this.#bySeat.get(place ?? '') ?? {
          missing: 'is empty, and no union is seated in the region or above it: scaffold it first',
        }
      )
    }
    const all = this.#byWord.get(row.parent) ?? []
    const places = placesAbove(row.region)
    const near = all.length > 1 ? all.filter((one) => places.includes(one.region)) : all
    if (near.length === 1) return near[0] as Found
    if (all.length === 0) return { missing: 'no such 工会 here or above in the file' }
    return { missing: `${all.length} 工会 are called so: give the code` }
  }
}

// By digits: enough for a default, and the file can name any other.
function placesAbove(region: string): string[] {
  return [region, region.slice(0, 6), `${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`, '000000']
}
