import type { PoolClient } from 'pg'
import { realmOfId } from '../../../domain/id.ts'
import type { FigureRules } from '../../../domain/measure/figure-rules.ts'
import { type Measure, measures } from '../../../domain/measure/measure.ts'
import { mayOnSheet, sheetVerbs } from '../../../domain/sheet/may.ts'
import { headerColumns, type KnownHeaders, propose, rowsToFill, sameHeader } from '../../../domain/sheet/propose.ts'
import type { SheetState } from '../../../domain/sheet/state.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Fault } from '../../fault.ts'
import { type ReadTable, readTable } from '../../gateway/sheet.ts'
import type { LineReading } from '../line/campaign.ts'
import type { Staff } from '../line/reach.ts'
import { openedTexts } from '../line/texts.ts'
import { reading } from '../scope.ts'

/** A table with its file opened. */
export type OpenedSheet = {
  readonly row: SheetRow
  readonly name: string
  readonly file: Buffer
  readonly table: ReadTable
}

type SheetRow = Pick<
  ViewAnswer<'sheet'>,
  'id' | 'title' | 'from' | 'askedOn' | 'dueOn' | 'filledOn' | 'minutes' | 'form'
> & {
  readonly unit: number
  readonly path: readonly number[]
  readonly matched: SheetState['matched']
  readonly file: string
  readonly nameId: string
}

/** Opens a table of the asker's own unit. @throws Fault 404 for any other, and when its file was erased */
export async function openSheet(context: LineReading, actor: Staff, sheet: string): Promise<OpenedSheet> {
  const row = await reading(context.reader, actor, (client) => sheetRow(client, actor, sheet))
  // A table from above may hold names: whoever opens one is written down.
  const texts = await openedTexts(context, new Map([[sheet, await context.look(sheet, 'text')]]))
  const file = Buffer.from(texts.get(row.file) ?? '', 'base64')
  const table = await readTable(file)
  if ('fault' in table) throw new Fault(404, 'not-found', { field: 'sheet' })
  return { row, name: texts.get(row.nameId) ?? '', file, table }
}

async function sheetRow(client: PoolClient, actor: Staff, sheet: string): Promise<SheetRow> {
  const { rows } = await client.query<SheetRow>({
    name: 'sheet',
    text: `select id, title, asked_by as "from", asked_on::text as "askedOn", due_on::text as "dueOn", form, unit, path, matched,
        filled_on::text as "filledOn", minutes, file, name as "nameId" from sheet where realm = $1 and id = $2`,
    values: [realmOfId(sheet), sheet],
  })
  const row = rows[0]
  if (!row || mayOnSheet(actor, 'sheet.see', row.path) !== 'yes') throw new Fault(404, 'not-found', { field: 'sheet' })
  return row
}

/** What a table is taken for, and what it would fill [sheet_pkey, sheet_header_unit]. */
export async function sheetPage(
  context: LineReading,
  actor: Staff,
  sheet: string,
  rules: FigureRules,
): Promise<ViewAnswer<'sheet'>> {
  const { row, name, table } = await openSheet(context, actor, sheet)
  const { unions, known } = await reading(context.reader, actor, async (client) => ({
    unions: await unionsIn(client, row.unit, table),
    known: await knownHeaders(client, row.path, rules),
  }))
  const proposed = propose(table.rows, known, new Set(unions.keys()))
  const { matched } = row
  const header = matched?.header ?? proposed.header
  const by = new Map(matched?.columns.map((each) => [each.column, each.measure]))
  const words = matched ? headerColumns(table.rows, header, known) : proposed.columns
  const columns = words.map((each) => ({ ...each, measure: matched ? (by.get(each.column) ?? null) : each.measure }))
  const asked = columns.flatMap(({ measure, ...each }) => (measure === null ? [] : [{ ...each, measure }]))
  const rows = matched?.rows ?? proposed.rows
  const filled = rowsToFill(table.rows, { header, rows, columns: asked }, row.unit, unions)
  const { unit: _, path, matched: __, file: ___, nameId: ____, ...told } = row
  return {
    ...{ ...told, name, confirmed: matched !== null, header, rows, columns },
    ...{ fromMonth: matched?.fromMonth ?? null, toMonth: matched?.toMonth ?? null },
    known: filled.filter(({ unit }) => unit !== null).length,
    unknown: filled.filter(({ unit, total }) => unit === null && !total).length,
    verbs: [...sheetVerbs(actor, path)],
  }
}

/** The unions at or below one whose names stand in a table. Two of one name are none: which is meant cannot be known. */
export async function unionsIn(
  client: PoolClient,
  unit: number,
  { rows: table }: ReadTable,
): Promise<ReadonlyMap<string, number>> {
  const names = [...new Set(table.flatMap((row) => row.map((cell) => cell.trim()).filter((cell) => cell.length > 3)))]
  const { rows } = await client.query<{ name: string; id: number }>({
    name: 'unions-in-table',
    text: `select name, min(id)::int as id from unit where name = any ($1) and valid_to is null and $2 = any (ancestors)
      group by name having count(*) = 1`,
    values: [names, unit],
  })
  return new Map(rows.map(({ name, id }) => [name, id]))
}

/** Names of the measures, and over them what this unit and those above have confirmed before; the latest counts. */
async function knownHeaders(client: PoolClient, path: readonly number[], rules: FigureRules): Promise<KnownHeaders> {
  const named = measures.flatMap((measure) => {
    const { zh, en } = rules.measures[measure].name
    return [zh, en].map((name): [string, Measure] => [sameHeader(name), measure])
  })
  const { rows } = await client.query<{ header: string; measure: Measure }>({
    name: 'known-headers',
    text: `select distinct on (header) header, measure from sheet_header where unit = any ($1)
      order by header, array_position($1, unit), sheet desc limit 5000`,
    values: [path],
  })
  const still = new Set<string>(measures)
  const remembered = rows.filter(({ measure }) => still.has(measure))
  return new Map([...named, ...remembered.map(({ header, measure }): [string, Measure] => [header, measure])])
}
