import type { ClientBase } from 'pg'
import type { Block } from '../../domain/article/block.ts'
import { shown, suppress } from '../../domain/measure/suppress.ts'

/**
 * The count a figure of an article shows: of the union and everything below it, null where it is too few to be told. A cut is
 * suppressed against all others of its kind and what is in none, so that no other article gives it away.
 * @param fewest smallest count that is shown
 */
export async function countForArticle(
  client: Pick<ClientBase, 'query'>,
  unit: number,
  { measure, cut, from, to }: Pick<Extract<Block, { kind: 'figure' }>, 'measure' | 'cut' | 'from' | 'to'>,
  fewest: number,
): Promise<number | null> {
  const { rows } = await client.query<{ cut: string; n: number }>(
    `select f.cut, sum(f.n)::float8 as n from figure f join unit u on u.id = f.unit and u.realm = f.realm
     where f.unit = $1 and f.measure = $2 and f.month between $3 and $4 group by f.cut order by f.cut`,
    [unit, measure, `${from}-01`, `${to}-01`],
  )
  const whole = rows.find((row) => row.cut === '')?.n ?? 0
  const told = shown(whole, fewest)
  if (!('n' in told)) return null
  if (cut === undefined) return told.n
  const kind = cut.split(':')[0] as string
  const parts = rows.filter((row) => row.cut.startsWith(`${kind}:`))
  const rest = Math.max(
    0,
    parts.reduce((left, part) => left - part.n, whole),
  )
  const cells = suppress([rest, ...parts.map(({ n }) => n)], fewest)
  const at = parts.findIndex((part) => part.cut === cut)
  const cell = at < 0 ? { n: 0 } : cells[at + 1]
  return cell && 'n' in cell ? cell.n : null
}
