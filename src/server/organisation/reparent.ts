import type pg from 'pg'

/**
 * Computes `ancestors` again from `parent` for the units named and everything below them.
 * Only the tree is changed: what open demands were given with stays as it was given.
 */
export async function recomputeAncestors(client: pg.ClientBase, units: number[]): Promise<void> {
  if (units.length === 0) return
  await client.query(
    `with recursive down (id) as (
       select unnest($1::integer[])
       union
       select c.id from down join unit c on c.parent = down.id
     ), up (unit, id, parent, step) as (
       select u.id, u.id, u.parent, 0 from down join unit u on u.id = down.id
       union all
       select up.unit, p.id, p.parent, up.step + 1 from up join unit p on p.id = up.parent
     ), path (unit, ancestors) as (
       select unit, array_agg(id order by step) from up group by unit
     )
     update unit u set ancestors = path.ancestors from path where u.id = path.unit and u.ancestors <> path.ancestors`,
    [units],
  )
}
