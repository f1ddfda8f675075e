import type { FigureCell } from '../../../protocol/figure-view.ts'

/** A value of a sheet: a number, or why there is none. */
export type Value = number | 'hidden'
/** What a chart draws and its table and export say: the same, to the cell. */
export interface Sheet {
  readonly head: readonly string[]
  readonly rows: readonly { readonly name: string; readonly values: readonly Value[] }[]
}

/** A cell of an answer as a value; what is left out is zero. */
export function shownValue(cell: FigureCell | undefined): Value {
  if (!cell) return 0
  return cell.n ?? 'hidden'
}

/** The sheet as CSV, with what is not shown written out in words. The mark before it tells a spreadsheet the encoding. */
export function csvOf({ head, rows }: Sheet, hidden: string): string {
  const lines = [head, ...rows.map(({ name, values }) => [name, ...values.map((v) => (v === 'hidden' ? hidden : v))])]
  return `\uFEFF${lines.map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`
}

/** A name that begins like a formula must not become one. */
function quoted(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const plain = /^[=+\-@\t]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
