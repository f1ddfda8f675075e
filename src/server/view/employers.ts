import type { PoolClient } from 'pg'
import type { ViewAnswer } from '../../protocol/view.ts'

/** Employers of a county found by part of the name, at most twenty [employer_region]. */
export async function findEmployers(
  client: PoolClient,
  region: string,
  text: string,
): Promise<ViewAnswer<'employers'>> {
  const county = region.slice(0, 6)
  const { rows } = await client.query(
    `select id, name from employer where region >= $1 and region < $2 and valid_to is null and position($3 in name) > 0 order by name limit 20`,
    [county, `${county}~`, text.trim()],
  )
  return { rows }
}
