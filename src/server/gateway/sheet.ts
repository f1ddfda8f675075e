import { parse } from 'csv-parse/sync'
import { openXlsx, saveXlsx } from 'hucre/xlsx'
import { boundsFault, type SheetFault, tooManyCells } from './zip-bounds.ts'

/** A table as it was read: the sheet that holds it, every cell as the text it shows; a formula as it is written, for none is ever run. */
export type ReadTable = { readonly kind: 'xlsx' | 'csv'; readonly rows: readonly (readonly string[])[] }

/** One cell to write, counted from 0. */
export type FilledCell = { readonly row: number; readonly column: number; readonly value: number | string }

/**
 * Reads a workbook or a comma-separated table (UTF-8 with or without a mark, UTF-16 with one, GB18030). Which it is says the
 * first bytes, not the name. @returns why not, for a file that is broken, too large for a table or carries programs
 */
export async function readTable(file: Buffer): Promise<ReadTable | { readonly fault: SheetFault }> {
  if (file.subarray(0, 2).toString('latin1') === 'PK') return readWorkbook(file)
  const text = decode(file)
  // Pages and papers that call themselves a table: an office system's «XLS» is often a web page.
  if (/^[\uFEFF\s]*(<|%PDF|\{\\rtf)/.test(text)) return { fault: 'unreadable' }
  const rows = csvRows(text)
  if (!rows) return { fault: 'unreadable' }
  if (tooManyCells(rows)) return { fault: 'too-large' }
  return rows.some((row) => row.length > 1) ? { kind: 'csv', rows } : { fault: 'unreadable' }
}

async function readWorkbook(file: Buffer): Promise<ReadTable | { readonly fault: SheetFault }> {
  const fault = boundsFault(file)
  if (fault) return { fault }
  try {
    const sheet = tableOf(await openXlsx(file, { readStyles: true }))
    if (!sheet) return { fault: 'unreadable' }
    const formula = (row: number, column: number) => sheet.cells?.get(`${row},${column}`)?.formula
    const rows = sheet.rows.map((row, at) =>
      row.map((value, column) => {
        const asked = formula(at, column)
        return asked === undefined ? shown(value) : `=${asked}`
      }),
    )
    return { kind: 'xlsx', rows }
  } catch {
    return { fault: 'unreadable' }
  }
}

/**
 * The same file with these cells written: of a workbook everything else stays as it is, styles and other sheets included.
 * Nothing written is ever a formula; in a comma-separated table nothing that was there is one any more either, because a
 * spreadsheet program would run it.
 */
export async function fillTable(file: Buffer, kind: ReadTable['kind'], cells: readonly FilledCell[]): Promise<Buffer> {
  if (kind === 'csv') return fillCsv(file, cells)
  const book = await openXlsx(file, { readStyles: true })
  const sheet = tableOf(book)
  if (!sheet) throw new Error('the workbook has lost its sheet')
  for (const { row, column, value } of cells) {
    writeCell(sheet.rows, row, column, value)
    const cell = sheet.cells?.get(`${row},${column}`)
    if (cell) Object.assign(cell, { value, type: typeof value === 'number' ? 'number' : 'string' })
  }
  return Buffer.from(await saveXlsx(book))
}

/** Also in a row that was not there yet. */
function writeCell<T>(rows: T[][], row: number, column: number, value: T): void {
  const line = rows[row] ?? []
  line[column] = value
  rows[row] = line
}

type Book = Awaited<ReturnType<typeof openXlsx>>

/** The sheet with the table: the first that is shown and has a row of three cells; a cover or a word of advice may stand before it. */
function tableOf({ sheets }: Book): Book['sheets'][number] | undefined {
  const wide = (sheet: Book['sheets'][number]) =>
    sheet.rows.some((row) => row.filter((cell) => shown(cell).trim() !== '').length >= 3)
  const visible = sheets.filter(({ hidden, veryHidden }) => !hidden && !veryHidden)
  return visible.find(wide) ?? visible[0] ?? sheets[0]
}

function fillCsv(file: Buffer, cells: readonly FilledCell[]): Buffer {
  const rows = (csvRows(decode(file)) ?? []).map((row) => row.map(harmless))
  for (const { row, column, value } of cells) writeCell(rows, row, column, String(value))
  const lines = rows.map((row) => Array.from(row, (cell = '') => quoted(cell)).join(','))
  // With the mark, or a spreadsheet program on Windows takes the Chinese for something else.
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`)
}

/** A cell that a spreadsheet program would take for a formula is shown as text (OWASP, *CSV injection*). A number stays one. */
function harmless(cell: string): string {
  if (/^[+-]?\d+(\.\d+)?%?$/.test(cell.trim())) return cell
  return /^\s*[=+\-@|＝＋－＠]|^[\t\r\n]/.test(cell) ? `'${cell}` : cell
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** UTF-8 where it is valid; else what offices here have written for thirty years. */
function decode(file: Buffer): string {
  if (file[0] === 0xff && file[1] === 0xfe) return new TextDecoder('utf-16le').decode(file)
  if (file[0] === 0xfe && file[1] === 0xff) return new TextDecoder('utf-16be').decode(file)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    return new TextDecoder('gb18030').decode(file)
  }
}

function csvRows(text: string): string[][] | null {
  if (/[\u0000-\u0008\uFFFD]/.test(text)) return null
  try {
    return parse(text, { relax_column_count: true, relax_quotes: true, bom: true, delimiter: delimiterOf(text) })
  } catch {
    return null
  }
}

/** A tab, a semicolon or a comma: whichever the first line that has one has most of. */
function delimiterOf(text: string): string {
  const line = text.split(/\r?\n/).find((each) => /[,;\t]/.test(each)) ?? ''
  return [',', '\t', ';'].reduce((best, each) => (line.split(each).length > line.split(best).length ? each : best))
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return ''
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value)
}
