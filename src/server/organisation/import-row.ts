import { readUscc } from '../../domain/code/uscc.ts'
import { type Column, columns, type ImportRules } from './import-rules.ts'
import { ImportStopped } from './import-text.ts'

/** One fault of one cell. `column` is the header as it stands in the file. */
export type RowFault = { line: number; column: string; value?: string; why: string }

/** A row as read: empty cells are null, lists are codes. `faults` is everything wrong with it so far. */
export type ImportRow = {
  line: number
  cells: string[]
  kind: 'employer' | 'union' | null
  uscc: string | null
  /** Set when the check digit does not fit, or the code begins oddly: told, never refused. */
  usccWarning: string | null
  name: string
  region: string
  industry: string | null
  size: string | null
  ownership: string | null
  parent: string | null
  employer: string | null
  faults: RowFault[]
}

/** Where each column stands, and its header text. */
export type Header = { at: Map<Column, number>; text: Map<Column, string>; width: number }

const REQUIRED: Column[] = ['kind', 'name', 'region']

/** Reads the header. An unknown column stops the import: it might hold something that has no place here. */
export function readHeader(cells: string[], rules: ImportRules): Header {
  const at = new Map<Column, number>()
  const text = new Map<Column, string>()
  for (const [index, raw] of cells.entries()) {
    const cell = raw.trim()
    const column = [cell, ...cell.split(/\s+/)].map((word) => rules.columns.get(word.toLowerCase())).find(Boolean) as
      | Column
      | undefined
    if (!column)
      throw new ImportStopped(
        `line 1: the column “${cell}” is not known; known are ${columns.join(', ')} (see the template)`,
      )
    if (at.has(column)) throw new ImportStopped(`line 1: the column ${column} stands there twice`)
    at.set(column, index)
    text.set(column, cell)
  }
  const missing = REQUIRED.filter((column) => !at.has(column))
  if (missing.length > 0)
    throw new ImportStopped(`line 1: the column ${missing.join(', ')} is missing (see the template)`)
  return { at, text, width: cells.length }
}

/** The region a row names: six or nine digits; the twelve of the statistics are cut to what they say. */
function regionCode(text: string): string {
  if (/^\d{6}000000$/.test(text)) return text.slice(0, 6)
  return /^\d{9}000$/.test(text) ? text.slice(0, 9) : text
}

/** Another organisation, by code, however it was typed, or by name as it stands. */
function reference(text: string | null): string | null {
  if (text === null) return null
  const { value, problem } = readUscc(text)
  return problem === null || problem === 'check' ? value : text
}

/** Reads a row and everything that can be said of it without the database. */
export function readRow(cells: string[], line: number, header: Header, rules: ImportRules): ImportRow {
  const faults: RowFault[] = []
  const raw = (column: Column) => (cells[header.at.get(column) ?? -1] ?? '').normalize('NFC').trim()
  // Control characters are a fault below; what is looked up must be text that a database takes.
  const cell = (column: Column): string | null => raw(column).replace(/\p{Cc}/gu, ' ') || null
  const fault = (column: Column, why: string) => {
    const value = cell(column)
    faults.push({
      line,
      column: header.text.get(column) ?? column,
      ...(value === null ? {} : { value: value.slice(0, 100) }),
      why,
    })
  }
  const listed = (column: Column, list: Map<string, string>): string | null => {
    const value = cell(column)
    if (value === null) return null
    const code = list.get(value.toLowerCase())
    if (code === undefined) fault(column, `not one of ${[...new Set(list.values())].join(', ')}`)
    return code ?? null
  }

  if (cells.length > header.width) {
    faults.push({ line, column: '', why: `${cells.length} columns, the header has ${header.width}` })
  }
  for (const column of columns) {
    if (/\p{Cc}/u.test(raw(column))) fault(column, 'holds a line break or another control character')
  }
  const kind = listed('kind', rules.kinds) as ImportRow['kind']
  if (cell('kind') === null) fault('kind', 'is empty')
  const name = cell('name') ?? ''
  if (name === '') fault('name', 'is empty')
  if ([...name].length > rules.nameLength) fault('name', `longer than ${rules.nameLength} characters`)
  const region = regionCode(cell('region') ?? '')
  if (!/^(\d{6}|\d{9})$/.test(region)) fault('region', 'not a region code of six or nine digits')
  const uscc = cell('uscc')
  const reading = uscc === null ? null : readUscc(uscc)
  if (reading?.problem === 'length') fault('uscc', 'not 18 characters')
  if (reading?.problem === 'character')
    fault('uscc', 'holds a character that no such code has (I, O, S, V, Z and signs)')
  const employerOnly: Column[] = ['industry', 'size', 'ownership']
  const unionOnly: Column[] = ['parent', 'employer']
  for (const column of kind === 'union' ? employerOnly : kind === 'employer' ? unionOnly : []) {
    if (cell(column) !== null) fault(column, kind === 'union' ? 'only for 用人单位' : 'only for 工会')
  }
  return {
    line,
    cells,
    kind,
    uscc: reading?.value ?? null,
    usccWarning: kind === null || reading === null ? null : usccWarning(reading.value, reading.problem, kind, rules),
    name,
    region,
    industry: listed('industry', rules.industries),
    size: listed('size', rules.sizes),
    ownership: listed('ownership', rules.ownerships),
    parent: reference(cell('parent')),
    employer: reference(cell('employer')),
    faults,
  }
}

function usccWarning(
  uscc: string,
  problem: string | null,
  kind: 'employer' | 'union',
  rules: ImportRules,
): string | null {
  if (problem === 'check') return 'the check digit does not fit (early codes may fail it): kept as it is'
  const ofUnion = rules.unionCodesBegin.some((start) => uscc.startsWith(start))
  if (kind === 'union' && !ofUnion)
    return `a union's code begins with ${rules.unionCodesBegin.join(' or ')}: kept as it is`
  return null
}
