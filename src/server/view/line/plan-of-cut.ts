import type { PoolClient } from 'pg'
import { localDateOf } from '../../../domain/calendar/local-time.ts'
import { isId, realmOfId } from '../../../domain/id.ts'
import { seatLevels } from '../../../domain/training/seat.ts'

/** A training plan by which a clause's figure is cut. `since`: January of the year it begins in. */
export type PlanOfCut = { readonly id: string; readonly title: string; readonly since: string }

/** The plan of a cut `plan:<id>` [training_plan_pkey]; null for any other cut, or where there is no such plan. */
export async function planOfCut(client: PoolClient, cut: string): Promise<PlanOfCut | null> {
  const id = cut.startsWith('plan:') ? cut.slice('plan:'.length) : ''
  if (!isId(id)) return null
  const { rows } = await client.query<PlanOfCut>({
    name: 'plan-of-cut',
    text: `select id, title, to_char(from_on, 'YYYY') || '-01' as since from training_plan where realm = $1 and id = $2`,
    values: [realmOfId(id), id],
  })
  return rows[0] ?? null
}

/** How many people the plan asks hours of now, at a union and below it; null where it does not hold there. */
export async function rosterOf(client: PoolClient, plan: string, unit: number, now: Date): Promise<number | null> {
  const { rows } = await client.query<{ roster: number | null }>({
    name: 'roster-of-plan',
    text: `select sum(roster)::integer as roster from training_coverage($1, $2, $3, $4, $5, $6)`,
    values: [realmOfId(plan), plan, unit, localDateOf(now.getTime()), now, seatLevels],
  })
  return rows[0]?.roster ?? null
}
