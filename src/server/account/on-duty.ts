import type { ClientBase } from 'pg'
import { chainOfPost } from '../organisation/post-chain.ts'

/** Who is on duty. `climbed`: how many units above the one asked for, 0 when at that unit itself. */
export type OnDuty = { readonly unit: number; readonly climbed: number; readonly posts: readonly number[] }

/**
 * The posts on duty at an instant at the unit, or else at the nearest unit above it that has somebody; null when nobody is
 * on duty up to the root. A post that was handed over is followed to the one that goes on with it; one that ended without
 * is nobody. Index: duty_unit, post_chain.
 * @param client must see posts: the writer, or a reader with the scope of staff
 */
export async function onDuty(client: ClientBase, unit: number, at: Date): Promise<OnDuty | null> {
  const { rows } = await client.query<{ unit: number; climbed: number; post: number }>(
    `select distinct up.unit, (up.n - 1)::integer as climbed, p.id as post
     from unit u cross join unnest(u.ancestors) with ordinality as up (unit, n)
       join duty d on d.unit = up.unit and d.from_at <= $2 and d.to_at > $2
       join post p on ${chainOfPost('p')} = d.first_post and p.valid_to is null
     where u.id = $1 order by climbed, post`,
    [unit, at],
  )
  const nearest = rows[0]
  if (!nearest) return null
  const posts = rows.filter((row) => row.climbed === nearest.climbed).map((row) => row.post)
  return { unit: nearest.unit, climbed: nearest.climbed, posts }
}
