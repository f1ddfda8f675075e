import type { PoolClient } from 'pg'
import type { FigureRules } from '../../domain/measure/figure-rules.ts'
import type { ViewAnswer } from '../../protocol/view.ts'
import { figuresOf } from './figures.ts'

/** What the public is told: a union's whole and its months, never its parts, and the shares. */
export type PublicFigures = Pick<ViewAnswer<'figures'>, 'unit' | 'period' | 'fewest' | 'whole' | 'months' | 'rates'>

/**
 * Figures of the root for the public line, by whole calendar months or years: the same that staff of the root are told,
 * suppressed by the same rules, so that nobody learns here what is hidden there. The reader's policies let the public see
 * no figure, so it is asked with a connection of the server's own; what follows needs no scope.
 * @param client of the writer's pool
 * @throws Fault 400 where the period ends before it begins
 */
export async function publicFigures(
  client: PoolClient,
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
  rules: FigureRules,
  now: Date,
): Promise<PublicFigures | null> {
  const root = await client.query<{ id: number }>('select id from unit where parent is null order by id limit 1')
  const id = root.rows[0]?.id
  if (id === undefined) return null
  // The place asked for is looked up below the asker's own union, which here is the root itself.
  await client.query("select set_config('zh.unit', $1, true)", [String(id)])
  const { unit, period, fewest, whole, months, rates } = await figuresOf(client, { ...asked, unit: id }, rules, now)
  return { unit, period, fewest, whole, months, rates }
}
