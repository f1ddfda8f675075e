import { Readable, type Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { CsvError, type Info, parse } from 'csv-parse'
import type pg from 'pg'
import { changeDirectory } from './change-directory.ts'
import { closeSeen, openSeen, writeBatch } from './import-batch.ts'
import type { BatchContext, BatchCounts } from './import-context.ts'
import { csvLine } from './import-rejects.ts'
import { type ImportRow, type RowFault, readHeader, readRow } from './import-row.ts'
import { readImportRules } from './import-rules.ts'
import { type ImportEncoding, ImportStopped, importText } from './import-text.ts'

export type ImportOptions = {
  /** Local date from which new rows are valid, from the caller's clock. */
  on: string
  /** One transaction for the file: any bad row and nothing is written. */
  allOrNothing?: boolean
  /** UTF-8 (with or without a mark) is expected. */
  encoding?: ImportEncoding
  /** Stops after the batch in hand; what was written stays, and a second run goes on from there. */
  signal?: AbortSignal
  rowsPerBatch?: number
  /** Every fault of every bad row, as it is found; never collected here, so that memory stays as it is. */
  onFault?: (fault: RowFault) => void
  /** A code that is odd and was taken all the same. */
  onWarning?: (warning: RowFault) => void
  onProgress?: (line: string) => void
  /** Gets the header, then every rejected row as it stood, with its line and its faults. */
  rejects?: Writable
}

/** Rows of the file and what came of them. `applied` false: nothing was written, because of `allOrNothing`. */
export type ImportResult = {
  rows: number
  created: number
  updated: number
  unchanged: number
  rejected: number
  warnings: number
  applied: boolean
  interrupted: boolean
}

const ROWS_PER_BATCH = 1000
const MAX_ROW_CHARACTERS = 65_536
const PROGRESS_ROWS = 5000

class NotAllGood extends Error {}

/**
 * Brings enterprises and grassroots unions from a CSV file. Rows are read and written batch by batch in constant
 * memory; the same file again changes nothing.
 * @throws ImportStopped when the file itself cannot be read on; whole batches before it stay.
 */
export async function importOrganisations(
  pool: pg.Pool,
  stream: AsyncIterable<Buffer>,
  options: ImportOptions,
): Promise<ImportResult> {
  const client = await pool.connect()
  try {
    return await importWith(client, stream, options)
  } finally {
    client.release()
  }
}

/** The same with a connection of one's own, which must not be in a transaction. */
export async function importWith(
  client: pg.ClientBase,
  stream: AsyncIterable<Buffer>,
  options: ImportOptions,
): Promise<ImportResult> {
  const run = new ImportRun(client, options)
  try {
    await openSeen(client)
    if (options.allOrNothing) {
      await changeDirectory(client, async () => {
        await run.read(stream, (work) => work().then(({ result }) => result))
        if (run.result.rejected > 0 || run.result.interrupted) throw new NotAllGood()
        return { result: null, changed: run.result.created + run.result.updated > 0 }
      })
    } else {
      await run.read(stream, (work) => changeDirectory(client, work))
    }
    return run.result
  } catch (error) {
    if (!(error instanceof NotAllGood)) throw error
    return { ...run.result, created: 0, updated: 0, unchanged: 0, applied: false }
  } finally {
    await closeSeen(client)
  }
}

type InTransaction = (work: () => Promise<{ result: BatchCounts; changed: boolean }>) => Promise<BatchCounts>

class ImportRun {
  readonly result: ImportResult
  readonly #client: pg.ClientBase
  readonly #options: ImportOptions
  #told = 0

  constructor(client: pg.ClientBase, options: ImportOptions) {
    this.#client = client
    this.#options = options
    this.result = {
      rows: 0,
      created: 0,
      updated: 0,
      unchanged: 0,
      rejected: 0,
      warnings: 0,
      applied: true,
      interrupted: false,
    }
  }

  async read(stream: AsyncIterable<Buffer>, inTransaction: InTransaction): Promise<void> {
    const rules = await readImportRules()
    let context: BatchContext | null = null
    let batch: ImportRow[] = []
    for await (const { record, line } of records(stream, this.#options.encoding)) {
      if (context === null) {
        context = { client: this.#client, header: readHeader(record, rules), rules, on: this.#options.on }
        this.#options.rejects?.write(csvLine([...record, 'line', 'why']))
        continue
      }
      batch.push(readRow(record, line, context.header, rules))
      if (batch.length < (this.#options.rowsPerBatch ?? ROWS_PER_BATCH)) continue
      await this.#write(context, batch, inTransaction)
      batch = []
      if (this.#options.signal?.aborted) {
        this.result.interrupted = true
        return
      }
    }
    if (context === null) throw new ImportStopped('the file has no header (see the template)')
    if (batch.length > 0) await this.#write(context, batch, inTransaction)
  }

  async #write(context: BatchContext, batch: ImportRow[], inTransaction: InTransaction): Promise<void> {
    const counts = await inTransaction(async () => {
      const result = await writeBatch(context, batch)
      return { result, changed: result.created + result.updated > 0 }
    })
    this.result.rows += batch.length
    this.result.created += counts.created
    this.result.updated += counts.updated
    this.result.unchanged += counts.unchanged
    for (const row of batch) await this.#tell(context, row)
    if (this.result.rows - this.#told < PROGRESS_ROWS) return
    this.#told = this.result.rows
    this.#options.onProgress?.(`${this.result.rows} rows, ${this.result.rejected} rejected`)
  }

  async #tell(context: BatchContext, row: ImportRow): Promise<void> {
    const { onFault, onWarning, rejects } = this.#options
    if (row.faults.length === 0) {
      if (row.usccWarning === null) return
      this.result.warnings++
      onWarning?.({
        line: row.line,
        column: context.header.text.get('uscc') ?? 'uscc',
        value: row.uscc ?? '',
        why: row.usccWarning,
      })
      return
    }
    this.result.rejected++
    for (const fault of row.faults) onFault?.(fault)
    const why = row.faults.map(({ column, why }) => `${column}: ${why}`).join('; ')
    const flushed = rejects?.write(csvLine([...row.cells, String(row.line), why])) ?? true
    if (!flushed) await new Promise((resolve) => rejects?.once('drain', resolve))
  }
}

async function* records(
  stream: AsyncIterable<Buffer>,
  encoding: ImportEncoding | undefined,
): AsyncGenerator<{ record: string[]; line: number }> {
  const parser = parse({
    bom: true,
    info: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW_CHARACTERS,
  })
  const text = Readable.from(importText(stream, encoding))
  text.on('error', (error) => parser.destroy(error))
  text.pipe(parser)
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      // A row that is all commas is what a spreadsheet leaves below the last one.
      if (record.some((cell) => cell.trim() !== '')) yield { record, line: info.lines }
    }
  } catch (error) {
    if (error instanceof CsvError) throw new ImportStopped(`line ${Number(error.lines) || '?'}: ${error.message}`)
    throw error
  } finally {
    text.destroy()
    parser.destroy()
    await finished(text, { error: false }).catch(() => undefined)
  }
}
