import type { ClientBase } from 'pg'
import type { Block } from '../../domain/article/block.ts'
import { localDateOf } from '../../domain/calendar/local-time.ts'
import type { FigureRules } from '../../domain/measure/figure-rules.ts'
import { isMeasure } from '../../domain/measure/is-measure.ts'
import type { Period } from '../../domain/measure/telling.ts'
import { countsOf, type Which } from './figure-counts.ts'
import { cellsOf, cutCellsOf, levelsTo, standingsAt } from './figure-reading.ts'

/**
 * The count a figure of an article shows: of the union and everything below it, null where it is not told. It is told as
 * staff of the root are told it: whoever reads every article, and the figures beside them, learns no more than they do.
 * @param client one that may read every figure: an article is for everybody, and its reader's scope shows none
 */
export async function countForArticle(
  client: Pick<ClientBase, 'query'>,
  unit: number,
  { measure, cut, from, to }: Pick<Extract<Block, { kind: 'figure' }>, 'measure' | 'cut' | 'from' | 'to'>,
  rules: FigureRules,
  now: Date,
): Promise<number | null> {
  if (!isMeasure(measure) || from > to) return null
  const years = [Number(from.slice(0, 4)), Number(to.slice(0, 4))] as const
  const people = rules.measures[measure].unit === '人' ? [measure] : []
  const which: Which = { years, people }
  const { rows } = await client.query<{ path: number[] }>('select ancestors as path from unit where id = $1', [unit])
  const path = (rows[0]?.path ?? [unit]).toReversed()
  const [{ whole, cuts }, levels] = await Promise.all([countsOf(client, unit, which), levelsTo(client, path, which)])
  const standings = standingsAt(levels, rules.fewest)
  const period: Period = { from, to, last: localDateOf(now.getTime()).slice(0, 7) }
  const cells =
    cut === undefined
      ? cellsOf(whole, standings, period, rules)
      : (cutCellsOf(whole, cuts, standings, period, rules).get(cut) ?? {})
  const cell = cells[measure]
  return cell === undefined ? 0 : cell.n
}
