import type { FigureRules } from '../../../domain/measure/figure-rules.ts'
import { headerColumns, rowsToFill } from '../../../domain/sheet/propose.ts'
import { Fault } from '../../fault.ts'
import { type FilledCell, fillTable } from '../../gateway/sheet.ts'
import { figuresOf } from '../figures.ts'
import type { LineReading } from '../line/campaign.ts'
import type { Staff } from '../line/reach.ts'
import { reading } from '../scope.ts'
import { openSheet, unionsIn } from './sheet.ts'

/** Unions in one table; more are asked for by a table per union. */
const mostUnions = 200
/** What stands in a table where there is no number. It goes to an office in China whatever language the desk shows. */
const unknown = '不掌握'
const hidden = '不显示'

/**
 * The file filled, by the very code of the page of figures: what is hidden there is hidden here, what is not counted is said
 * to be not known. Only empty cells and those that hold a number are written; words and formulas of the office stay.
 * @throws Fault 404 out of reach, 409 before the columns were confirmed
 */
export async function filledSheet(
  context: LineReading,
  actor: Staff,
  sheet: string,
  { rules, now }: { readonly rules: FigureRules; readonly now: Date },
): Promise<{ readonly title: string; readonly form: 'xlsx' | 'csv'; readonly file: Buffer }> {
  const { row, file, table } = await openSheet(context, actor, sheet)
  const { matched } = row
  if (!matched) throw new Fault(409, 'sheet.not-matched')
  const cells = await reading(context.reader, actor, async (client) => {
    const unions = await unionsIn(client, row.unit, table)
    const rows = rowsToFill(table.rows, matched, row.unit, unions)
    const units = [...new Set(rows.flatMap(({ unit }) => (unit === null ? [] : [unit])))].slice(0, mostUnions)
    const told = new Map<number, Awaited<ReturnType<typeof figuresOf>>['whole']>()
    for (const unit of units) {
      const asked = { unit, from: matched.fromMonth, to: matched.toMonth }
      told.set(unit, (await figuresOf(client, asked, rules, now)).whole)
    }
    const measureOf = new Map(matched.columns.map(({ column, measure }) => [column, measure]))
    const headed = headerColumns(table.rows, matched.header, new Map()).map(({ column }) => column)
    return rows.flatMap(({ row: at, unit, total }) =>
      headed.flatMap((column): FilledCell[] => {
        const there = (table.rows[at]?.[column] ?? '').trim()
        const measure = measureOf.get(column)
        if (measure === undefined) return there === '' ? [{ row: at, column, value: unknown }] : []
        if (total) return []
        if (there !== '' && !/^[\d.,]+$/.test(there)) return []
        const of = unit === null ? undefined : told.get(unit)
        if (!of) return [{ row: at, column, value: unknown }]
        const cell = of[measure] ?? { n: 0, hidden: null }
        return [{ row: at, column, value: cell.hidden ? hidden : (cell.n ?? unknown) }]
      }),
    )
  })
  return { title: row.title, form: row.form, file: await fillTable(file, table.kind, cells) }
}
