import type { PoolClient } from 'pg'

/**
 * The union $n and all below it, ended ones among them, level by level [unit_parent]; `child`: the direct member on the way to
 * it, null for the union itself; `and`: what else the union itself must meet. That a union stands among the ancestors of another can use no index under a policy: asked that
 * way a union of three read every union of the country. `offset 0` keeps the planner from reading them all for a hash.
 */
export const walkBelow = (n: `$${number}`, and = '') => `walk (id, ancestors, valid_to, child) as (
    select id, ancestors, valid_to, null::integer from unit where id = ${n} ${and}
    union all
    select u.id, u.ancestors, u.valid_to, coalesce(w.child, u.id) from walk w
      cross join lateral (select id, ancestors, valid_to from unit where parent = w.id offset 0) u)`

/** Not a union above one's own: part of what is below it is one's own, and nothing else of it. */
const ownOrBelow = "nullif(current_setting('zh.unit', true), '')::integer = any (ancestors)"

/**
 * A union and those below it, itself first: as many as are asked for, and no more is read.
 * @returns nothing for a union outside the reader's own
 */
export async function unitsBelow(client: PoolClient, unit: number, most: number): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>({
    name: 'units-below',
    text: `with recursive ${walkBelow('$1', `and ${ownOrBelow}`)} select id from walk limit $2`,
    values: [unit, most],
  })
  return rows.map(({ id }) => id)
}
