import { once } from 'node:events'
import type { ClientBase } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** Column name to value: Buffer, Date, array, plain value, or null; anything else goes in as JSON. */
export type CopyRow = Readonly<Record<string, unknown>>

/** Loads rows of one table by COPY; all have the columns of the first. */
export async function copyRows(client: ClientBase, table: string, rows: readonly CopyRow[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
  const copy = client.query(copyFrom(`copy ${table} (${columns.map((c) => `"${c}"`).join(', ')}) from stdin`))
  let failed: unknown
  copy.on('error', (error) => {
    failed ??= error
  })
  const text = rows.map((row) => columns.map((column) => field(row[column])).join('\t')).join('\n')
  if (!copy.write(`${text}\n`)) await Promise.race([once(copy, 'drain'), once(copy, 'error')])
  copy.end()
  if (!failed) await once(copy, 'finish')
  if (failed) throw failed
}

function field(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (typeof value === 'string') return escaped(value)
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return `{${value.map((each) => escaped(String(each))).join(',')}}`
  return typeof value === 'object' ? escaped(JSON.stringify(value)) : String(value)
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')
}
