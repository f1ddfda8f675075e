import type pg from 'pg'
import type { Header, ImportRow } from './import-row.ts'
import type { Column, ImportRules } from './import-rules.ts'

/** What the rows of one batch came to. Rejected rows carry their faults. */
export type BatchCounts = { created: number; updated: number; unchanged: number }

/** What every step of a batch needs. */
export type BatchContext = {
  client: pg.ClientBase
  header: Header
  rules: ImportRules
  /** Local date from which new rows are valid. */
  on: string
}

/** Adds a fault to a row, named by the column as the file writes it. */
export function fault(context: BatchContext, row: ImportRow, column: Column, value: string | null, why: string): void {
  row.faults.push({
    line: row.line,
    column: context.header.text.get(column) ?? column,
    ...(value === null ? {} : { value: value.slice(0, 100) }),
    why,
  })
}
