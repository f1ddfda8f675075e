import type { PoolClient } from 'pg'
import { addDays, instantOn } from '../../domain/calendar/local-time.ts'
import { realmOfId } from '../../domain/id.ts'
import { type CoverageRow, coverageOf } from '../../domain/training/coverage.ts'
import { seatLevels } from '../../domain/training/seat.ts'
import type { ViewAnswer } from '../../protocol/view.ts'
import { Fault } from '../fault.ts'

/** What is asked: a plan, a unit it holds for, the day as of which. */
export type CoverageAsked = { readonly plan: string; readonly unit: number; readonly on: string }

/**
 * Coverage of a plan at a union and below it as of a day. The database gives sums alone (function `training_coverage`);
 * out of the asker's reach, or out of the plan's, reads as not there.
 */
export async function coverageView(
  client: PoolClient,
  { plan, unit, on }: CoverageAsked,
  fewest: number,
): Promise<ViewAnswer<'coverage'>> {
  const found = await client.query({
    name: 'coverage-plan',
    text: `select p.id, p.title, to_char(p.from_on, 'YYYY-MM-DD') as "fromOn", to_char(p.to_on, 'YYYY-MM-DD') as "toOn",
        u.id as unit, u.name, u.level
      from training_plan p join unit u on u.id = $3 and p.unit = any (u.ancestors)
      where p.realm = $1 and p.id = $2 and nullif(current_setting('zh.unit', true), '')::integer = any (u.ancestors)`,
    values: [realmOfId(plan), plan, unit],
  })
  if (!found.rows[0]) throw new Fault(404, 'not-found', { field: 'plan' })
  const { unit: id, name, level, ...papers } = found.rows[0]
  // Who held a post when the day ended.
  const until = new Date(instantOn(addDays(on, 1)))
  const { rows } = await client.query<CoverageRow>({
    name: 'coverage',
    text: 'select child, full_time as "fullTime", level, roster, met from training_coverage($1, $2, $3, $4, $5, $6)',
    values: [realmOfId(plan), plan, unit, on, until, seatLevels],
  })
  const { children, kinds, groups, ...rest } = coverageOf(rows, fewest)
  const names = await client.query<{ id: number; name: string; level: string }>(
    'select id, name, level from unit where id = any ($1) order by level, name collate "C", id',
    [children.map(({ child }) => child)],
  )
  return {
    ...{ plan: papers, unit: { id, name, level }, on, fewest, ...rest, kinds: [...kinds], groups: [...groups] },
    children: names.rows.flatMap((member) =>
      children.filter(({ child }) => child === member.id).map(({ child: _, ...part }) => ({ ...part, unit: member })),
    ),
  }
}
