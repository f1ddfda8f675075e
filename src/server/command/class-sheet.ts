import { CsvError, parse } from 'csv-parse/sync'
import type { SheetRow } from '../../domain/class/attend.ts'
import { isId } from '../../domain/id.ts'
import { Fault } from '../fault.ts'
import type { BatchDesk } from './noun.ts'

const headings: Readonly<Record<string, 'who' | 'session' | 'hours'>> = {
  ...{ who: 'who', login: 'who', account: 'who', 账号: 'who', 登录名: 'who' },
  ...{ session: 'session', 课次: 'session', hours: 'hours', 学时: 'hours' },
}
const MOST_ROWS = 20_000

/**
 * Rows of a pasted or sent sheet. Comma, semicolon or tab; the first line names the columns; empty hours are the whole session.
 * More rows than `MOST_ROWS` are refused, not cut off: whoever stands below the cut would have been there for nothing.
 * @throws Fault 422 `field.invalid` on `body.text` when it is no such sheet
 */
export async function sheetRows(text: string, { client }: BatchDesk): Promise<readonly SheetRow[]> {
  const records = read(text)
  const columns = (records[0]?.record ?? []).map((cell) => headings[cell.trim().toLowerCase()])
  if (!columns.includes('who') || !columns.includes('session'))
    throw bad('the first line must name the columns who, session, hours')
  const cells = records.slice(1).map(({ record, info }) => {
    const of = (column: string) => (record[columns.indexOf(column as 'who')] ?? '').trim()
    return { line: info.lines, who: of('who').toLowerCase(), session: of('session'), hours: of('hours') }
  })
  const accounts = await accountsOf([...new Set(cells.map(({ who }) => who))], client)
  return cells.map(({ line, who, session, hours }) => ({
    ...{ line, account: accounts.get(who) ?? null },
    session: /^\d{1,4}$/.test(session) ? Number(session) : Number.NaN,
    hours: hours === '' ? null : /^\d{1,3}(\.\d)?$/.test(hours) ? Number(hours) : Number.NaN,
  }))
}

type Read = { readonly record: readonly string[]; readonly info: { readonly lines: number } }

function read(text: string): readonly Read[] {
  try {
    const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true }
    const rows = parse(text, { ...options, delimiter: [',', ';', '\t'], to: MOST_ROWS + 2 }) as unknown as Read[]
    if (rows.length > MOST_ROWS + 1) throw bad(`has more than ${MOST_ROWS} rows`)
    return rows
  } catch (error) {
    if (error instanceof CsvError) throw bad(`cannot be read as CSV at line ${error.lines ?? 1}`)
    throw error
  }
}

/** By login or by account id, whichever stands there. */
async function accountsOf(names: readonly string[], client: BatchDesk['client']): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ id: string; login: string }>(
    'select id, login from account where login = any ($1::text[]) or id = any ($2::uuid[])',
    [names, names.filter((name) => isId(name))],
  )
  return new Map(rows.flatMap(({ id, login }) => [[login, id] as const, [id, id] as const]))
}

function bad(detail: string): Fault {
  return new Fault(422, 'field.invalid', { field: 'body.text', detail: `body.text: ${detail}` })
}
