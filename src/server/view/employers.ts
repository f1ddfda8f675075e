import type { PoolClient } from 'pg'
import type { ViewAnswer } from '../../protocol/view.ts'

/** How far about a place is looked: an agency often sits in another county of the prefecture. */
export type Around = 'county' | 'prefecture'

/** Employers of a county, or of its prefecture, found by part of the name, at most twenty [employer_region]. */
export async function findEmployers(
  client: PoolClient,
  region: string,
  text: string,
  around: Around = 'county',
): Promise<ViewAnswer<'employers'>> {
  const within = region.slice(0, around === 'county' ? 6 : 4)
  const { rows } = await client.query(
    `select id, name from employer where region >= $1 and region < $2 and valid_to is null and position($3 in name) > 0 order by name limit 20`,
    [within, `${within}~`, text.trim()],
  )
  return { rows }
}
