import type { PoolClient } from 'pg'

/**
 * A union and those below it, itself first, ended ones among them: as many as are asked for and no more is read, level by
 * level [unit_parent]. That a union stands among the ancestors of another can use no index under a policy: asked that way a
 * union of three read every union of the country. `offset 0` keeps the planner from reading them all for a hash.
 * @returns nothing for a union outside the reader's own
 */
export async function unitsBelow(client: PoolClient, unit: number, most: number): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>({
    name: 'units-below',
    text: `with recursive below (id) as (
        select id from unit where id = $1 and nullif(current_setting('zh.unit', true), '')::integer = any (ancestors)
        union all
        select u.id from below b cross join lateral (select id from unit where parent = b.id offset 0) u
      ) select id from below limit $2`,
    values: [unit, most],
  })
  return rows.map(({ id }) => id)
}
