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
 * The header is the row with most known words; where none is known, the first with three cells in words. A second row of
 * words under merged cells belongs to it. Rows are known by name where one of the unions is named under it.
 */
export function propose(rows: Rows, known: KnownHeaders, unions: ReadonlySet<string>): Proposal {
  const header = lastOfHeader(rows, headerOf(rows, known), unions)
  const named = rows.slice(header + 1).some((row) => row.some((cell) => unions.has(cell.trim())))
  return { header, rows: named ? 'named' : 'own', columns: headerColumns(rows, header, known) }
}

/** The columns under a header with the words over each: its own, after those of the merged cell above it. */
export function headerColumns(rows: Rows, header: number, known: KnownHeaders): Proposal['columns'] {
  const own = rows[header] ?? []
  const above = groupsAbove(rows, header)
  const width = Math.max(own.length, above.length)
  return Array.from({ length: width }, (_, column) => column).flatMap((column) => {
    const [word, group] = [(own[column] ?? '').trim(), above[column] ?? '']
    const text = [group, word]
      .filter((each) => each !== '')
      .join(' ')
      .slice(0, longest)
    if (text === '') return []
    const measure = known.get(sameHeader(text)) ?? known.get(sameHeader(word)) ?? null
    return [{ column, header: text, measure }]
  })
}

/** The upper row of a header of two: each cell stands over all that are empty behind it. One cell alone is a title. */
function groupsAbove(rows: Rows, header: number): readonly string[] {
  const [upper, own] = [rows[header - 1] ?? [], rows[header] ?? []]
  const words = upper.filter((cell) => cell.trim() !== '')
  // Of two rows the upper fills what the lower leaves empty; a row of its own over the header leaves it whole.
  const fills = upper.some((cell, column) => cell.trim() !== '' && (own[column] ?? '').trim() === '')
  const covers = upper.some((cell, column) => cell.trim() === '' && column > 0 && (own[column] ?? '').trim() !== '')
  if (words.length < 2 || !(fills || covers) || upper.some((cell) => isNumber(cell))) return []
  let group = ''
  const width = Math.max(upper.length, own.length)
  return Array.from({ length: width }, (_, column) => {
    const cell = (upper[column] ?? '').trim()
    if (cell !== '') group = cell.slice(0, longest)
    const alone = cell === '' && (own[column] ?? '').trim() === ''
    return alone ? '' : group
  })
}

function headerOf(rows: Rows, known: KnownHeaders): number {
  const upper = rows.slice(0, deepest)
  const hits = upper.map((row) => row.filter((cell) => known.has(sameHeader(cell))).length)
  const most = Math.max(0, ...hits)
  if (most > 0) return hits.indexOf(most)
  return Math.max(
    0,
    upper.findIndex((row) => row.filter((cell) => cell.trim() !== '' && !isNumber(cell)).length >= 3),
  )
}

/** A row right below that has words where the header is empty, names no union and holds no number, is its second half. */
function lastOfHeader(rows: Rows, header: number, unions: ReadonlySet<string>): number {
  const [own, next] = [rows[header] ?? [], rows[header + 1]]
  if (!next || next.some((cell) => unions.has(cell.trim()) || isNumber(cell))) return header
  const words = next.flatMap((cell, column) => (cell.trim() === '' ? [] : [column]))
  const goesOn = words.some((column) => column > 0 && (own[column] ?? '').trim() === '')
  return goesOn && words.length >= 2 && words.every((column) => column > 0) ? header + 1 : header
}

function isNumber(cell: string): boolean {
  return cell.trim() !== '' && !Number.isNaN(Number(cell))
}

/** A row that only numbers the columns 栏次: 甲 乙 1 2 3. */
function isNumbering(row: readonly string[]): boolean {
  const cells = row.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const numbers = cells.filter(isNumber).map(Number)
  const rest = cells.filter((cell) => !isNumber(cell))
  return (
    numbers.length >= 2 &&
    numbers.every((n, at) => n === (numbers[0] as number) + at) &&
    (numbers[0] === 1 || numbers[0] === 0) &&
    rest.every((cell) => /^([甲乙丙丁戊己庚辛]|[A-Z]|栏次|序号)$/.test(cell))
  )
}

/** A row of sums: the sum of what is counted is the office's own, and is never said to be unknown. */
function isTotal(row: readonly string[]): boolean {
  return row.some((cell) => /^(合计|总计|小计|共计|平均|total)$/i.test(cell.replace(/\s/g, '')))
}

/** A row to fill: which one, and for which union. `total`: it adds up others, so what is counted is left to the office. */
export type RowToFill = { readonly row: number; readonly unit: number | null; readonly total?: true }

/**
 * The rows that are filled: each that names a union, with it where it is one of ours and with null where it is not, up to
 * the first that is empty; or the one row below the header, of the union that answers. Rows that number the columns are none.
 */
export function rowsToFill(
  rows: Rows,
  { header, rows: by, columns }: { header: number; rows: 'own' | 'named'; columns: readonly ColumnMatch[] },
  own: number,
  unions: ReadonlyMap<string, number>,
): readonly RowToFill[] {
  if (by === 'own') {
    const first = rows.findIndex((row, at) => at > header && !isNumbering(row))
    return [{ row: first < 0 ? Math.max(rows.length, header + 1) : first, unit: own }]
  }
  const asked = new Set(columns.map(({ column }) => column))
  return rows.flatMap((cells, row): RowToFill[] => {
    if (row <= header || isNumbering(cells)) return []
    if (isTotal(cells)) return [{ row, unit: null, total: true }]
    const found = cells.map((cell) => unions.get(cell.trim())).find((unit) => unit !== undefined)
    if (found !== undefined) return [{ row, unit: found }]
    // A row with words and empty figures asks about somebody who is not one of ours.
    const inWords = cells.some((cell, column) => !asked.has(column) && cell.trim() !== '')
    return inWords ? [{ row, unit: null }] : []
  })
}
