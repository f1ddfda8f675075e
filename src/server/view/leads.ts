import type { PoolClient } from 'pg'
import type { ViewAnswer } from '../../protocol/view.ts'
import { getDemand } from './demand-page.ts'

/**
 * Units that could lead a demand: the county of its region with everything local below it, and the units above, nearest
 * first; the own unions of employer and agency only where the worker is named, and then triage decides by the topic (domain §2.4)
 * [unit_seat, unit_children].
 */
export async function findLeads(client: PoolClient, demand: string): Promise<ViewAnswer<'leads'>> {
  const row = await getDemand(client, demand)
  const { rows } = await client.query(
    `with seat as (
       select u.ancestors from unit u where u.valid_to is null and u.kind = 'local' and u.region = any ($1::text[])
       order by length(u.region) desc, cardinality(u.ancestors) desc limit 1
     ), county as (
       select u.id from unit u, seat where u.id = any (seat.ancestors) and u.level in ('county', 'city', 'province', 'nation')
       order by cardinality(u.ancestors) desc limit 1
     ), found as (
       select u.id, u.name, u.level, u.ancestors from unit u, seat where u.id = any (seat.ancestors)
       union
       select u.id, u.name, u.level, u.ancestors from unit u, county where u.parent = county.id and u.valid_to is null and u.level = 'township'
       union
       select u.id, u.name, u.level, u.ancestors from unit u where (u.employer = $2 or u.employer = $4) and $3 and u.valid_to is null
     )
     select f.id, f.name, f.level,
       exists (select from post p where p.unit = f.id and p.valid_to is null and p.role in ('handler', 'head')) as staffed,
       array(select s.section from section s where s.unit = f.id order by s.section) as sections,
       exists (select from seat where f.id = any (seat.ancestors)) as above
     from found f order by cardinality(f.ancestors) desc, f.id`,
    [regionAndAbove(row.region), row.employer, row.mode === 'named', row.agency],
  )
  return {
    rows: rows.map(({ id, name, level, staffed, above, sections }) => ({
      unit: { id, name, level },
      staffed,
      above,
      sections,
    })),
  }
}

function regionAndAbove(region: string): string[] {
  const county = region.slice(0, 6)
  return [region, county, `${county.slice(0, 4)}00`, `${county.slice(0, 2)}0000`, '000000']
}
