import type { PoolClient } from 'pg'
import { localDateOf } from '../../domain/calendar/local-time.ts'
import { shown, suppress } from '../../domain/measure/suppress.ts'
import type { ViewAnswer, ViewParams } from '../../protocol/view.ts'

/**
 * Money of deeds done in a year at the asker's union and below it, exact in fen [deed_done]. Hidden by how many people it
 * reached, as a count of theirs would be; only ever of the asker's own whole, so that no two answers differ by one union, and of whole
 * years, so that none differ by one month (ADR 25).
 */
export async function deedMoney(
  client: PoolClient,
  unit: number,
  asked: ViewParams<'deed-money'>,
  { fewest, now }: { readonly fewest: number; readonly now: Date },
): Promise<ViewAnswer<'deed-money'>> {
  const year = asked.year ?? localDateOf(now.getTime()).slice(0, 4)
  const { rows } = await client.query<{ deed: string; fund: string; amount: number; reached: number }>({
    name: 'deed-money',
    text: `select deed, fund, sum(amount_fen)::float8 as amount, sum(beneficiaries)::float8 as reached from deed
      where $1 = any (path) and status = 'done' and fund is not null and done_on between $2 and $3
      group by deed, fund order by deed, fund`,
    values: [unit, `${year}-01-01`, `${year}-12-31`],
  })
  const cells = suppress(
    rows.map(({ reached }) => reached),
    fewest,
  )
  const all = rows.reduce((sum, { reached }) => sum + reached, 0)
  const told = !('hidden' in shown(all, fewest))
  return {
    ...{ year, fewest },
    rows: rows.map(({ deed, fund, amount, reached }, at) => {
      const cell = cells[at]
      const hidden = cell && 'hidden' in cell ? cell.hidden : null
      return { deed, fund, amountFen: hidden ? null : amount, beneficiaries: hidden ? null : reached, hidden }
    }),
    total: {
      amountFen: told ? rows.reduce((sum, { amount }) => sum + amount, 0) : null,
      beneficiaries: told ? all : null,
    },
  }
}
