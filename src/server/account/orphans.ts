import type { ClientBase, Pool } from 'pg'
import { orphansOf, type StaffedPost, servingRoles, type Waiting } from '../../domain/account/staffing.ts'

/** Open demands at a unit that nobody there can go on with, and the nearest unit above that could. Never who. */
export type OrphansAt = {
  readonly unit: { readonly id: number; readonly name: string }
  readonly count: number
  readonly above: { readonly id: number; readonly name: string } | null
}

/** Every unit with such demands, most first. Reads the demand table once: for the operator, not for a screen. */
export async function findOrphans(client: ClientBase | Pool): Promise<readonly OrphansAt[]> {
  const open = await client.query<Waiting>(
    `select d.next_unit as unit, coalesce(u.ancestors, array[d.next_unit]) as path, d.next_section as section,
       d.next_what as what, count(*)::integer as count
     from demand d left join unit u on u.id = d.next_unit
     where d.next_unit is not null group by 1, 2, 3, 4`,
  )
  const units = [...new Set(open.rows.flatMap(({ path }) => path))]
  const posts = await client.query<StaffedPost>(
    'select distinct unit, section, role from post where valid_to is null and unit = any ($1::integer[])',
    [units],
  )
  const found = orphansOf(open.rows, posts.rows)
  if (found.length === 0) return []
  const named = await client.query<{ id: number; name: string }>(
    'select id, name from unit where id = any ($1::integer[])',
    [found.flatMap(({ unit, above }) => (above === null ? [unit] : [unit, above]))],
  )
  const names = new Map(named.rows.map((row) => [row.id, row]))
  const nameOf = (id: number) => names.get(id) ?? { id, name: String(id) }
  return found.map(({ unit, count, above }) => ({
    ...{ unit: nameOf(unit), count, above: above === null ? null : nameOf(above) },
  }))
}

/** How many sections of how many unions that work at all have nobody in a post that serves them. */
export type EmptySections = { readonly sections: number; readonly units: number }

/** A union nobody has taken over and nobody works at is not meant: a part of the real tree is always unstaffed. */
export async function countEmptySections(client: ClientBase | Pool): Promise<EmptySections> {
  const { rows } = await client.query<EmptySections>(
    `select count(*)::integer as sections, count(distinct s.unit)::integer as units
     from section s join unit u on u.id = s.unit and u.valid_to is null
     where (u.claimed_at is not null or exists (select from post p where p.unit = s.unit and p.valid_to is null))
       and not exists (
         select from post p where p.unit = s.unit and p.valid_to is null and p.role = any ($1::text[])
           and (p.section is null or p.section = s.section))`,
    [servingRoles],
  )
  return rows[0] ?? { sections: 0, units: 0 }
}
