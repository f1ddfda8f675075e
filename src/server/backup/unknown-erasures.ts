import type { ClientBase, Pool } from 'pg'
import type { Erasure } from '../vault/erasures-file.ts'
import type { Part } from '../vault/subject-keys.ts'

/**
 * What the ledger does not know of these erasures, part by part: neither the erasure itself stands in it, nor one with
 * which a restore repeated it. Numbers of events alone do not tell: after a restore that lost an end, the stream went on
 * from where the backup ended, and what stands at the old number is something else.
 */
export async function unknownErasures(
  client: ClientBase | Pool,
  erasures: readonly Erasure[],
): Promise<readonly Erasure[]> {
  const lines = erasures.flatMap(({ parts, ...one }, line) => parts.map((part) => ({ ...one, part, line })))
  const { rows } = await client.query<{ line: number; parts: Part[] }>(
    `with asked as (
       select * from unnest($1::int[], $2::int[], $3::uuid[], $4::text[], $5::int[]) as a (line, realm, subject, part, version)
     ), held as (
       select a.*, e.version is not null as known, case when e.actor = 'system' then a.line end as repeats
       from asked a left join lateral (
         select e.version, e.actor from event e
         where e.realm = a.realm and e.stream = a.subject and e.kind = 'ContentErased'
           and (a.version is null or e.version = a.version)
           and exists (select from json_array_elements_text(e.body -> 'parts') as p (part) where p.part = a.part)
         limit 1) e on true
     ), told as (
       select h.*, max(h.repeats) over (partition by h.realm, h.subject, h.part) as repeated from held h
     )
     select line, array_agg(part) as parts from told where not known and line > coalesce(repeated, -1)
     group by line order by line`,
    [
      lines.map(({ line }) => line),
      lines.map(({ realm }) => realm),
      lines.map(({ subject }) => subject),
      lines.map(({ part }) => part),
      lines.map(({ version }) => version),
    ],
  )
  return rows.map(({ line, parts }) => ({ ...(erasures[line] as Erasure), parts }))
}
