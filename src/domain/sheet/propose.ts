import type { Measure } from '../measure/measure.ts'
import type { ColumnMatch } from './command.ts'

type Rows = readonly (readonly string[])[]

/** What is known of headers: `measure` by its own words. */
export type KnownHeaders = ReadonlyMap<string, Measure>

/** What a table is taken for until somebody says otherwise. Rows and columns are counted from 0. */
export type Proposal = {
  readonly header: number
  readonly rows: 'own' | 'named'
  /** Every column that has words, with a measure where they are known. */
  readonly columns: readonly { readonly column: number; readonly header: string; readonly measure: Measure | null }[]
}

/** Rows above this one are looked at for a header. */
const deepest = 15
/** No table of figures has longer words over a column; longer cells are text. */
const longest = 60

/** Words of a header without what differs from one office to the next: spaces, width, units in brackets, numbering. */
export function sameHeader(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[(（【[][^)）】\]]{0,12}[)）】\]]/g, '')
    .replace(/^[\d一二三四五六七八九十]+[、.．]/, '')
    .replace(/[\s:：,，、“”"‘’'/／·*-]/g, '')
    .toLowerCase()
    .slice(0, longest)
}

/**
 * The header is the row with most known words; where none is known, the first with three cells in words. Rows are known by
 * name where one of the unions is named under it.
 */
export function propose(rows: Rows, known: KnownHeaders, unions: ReadonlySet<string>): Proposal {
  const header = headerOf(rows, known)
  const words = rows[header] ?? []
  const named = rows.slice(header + 1).some((row) => row.some((cell) => unions.has(cell.trim())))
  return {
    header,
    rows: named ? 'named' : 'own',
    columns: words.flatMap((cell, column) => {
      const text = cell.trim().slice(0, longest)
      return text === '' ? [] : [{ column, header: text, measure: known.get(sameHeader(text)) ?? null }]
    }),
  }
}

function headerOf(rows: Rows, known: KnownHeaders): number {
  const upper = rows.slice(0, deepest)
  const hits = upper.map((row) => row.filter((cell) => known.has(sameHeader(cell))).length)
  const most = Math.max(0, ...hits)
  if (most > 0) return hits.indexOf(most)
  return Math.max(
    0,
    upper.findIndex((row) => row.filter((cell) => cell.trim() !== '' && Number.isNaN(Number(cell))).length >= 3),
  )
}

/** A row to fill: which one, and for which union. */
export type RowToFill = { readonly row: number; readonly unit: number | null }

/**
 * The rows that are filled: each that names a union, with it where it is one of ours and with null where it is not, up to
 * the first that is empty; or the one row below the header, of the union that answers.
 */
export function rowsToFill(
  rows: Rows,
  { header, rows: by, columns }: { header: number; rows: 'own' | 'named'; columns: readonly ColumnMatch[] },
  own: number,
  unions: ReadonlyMap<string, number>,
): readonly RowToFill[] {
  if (by === 'own') return rows[header + 1] ? [{ row: header + 1, unit: own }] : []
  const asked = new Set(columns.map(({ column }) => column))
  return rows.flatMap((cells, row): RowToFill[] => {
    if (row <= header) return []
    const found = cells.map((cell) => unions.get(cell.trim())).find((unit) => unit !== undefined)
    if (found !== undefined) return [{ row, unit: found }]
    // A row with words and empty figures asks about somebody who is not one of ours.
    const inWords = cells.some((cell, column) => !asked.has(column) && cell.trim() !== '')
    return inWords ? [{ row, unit: null }] : []
  })
}
