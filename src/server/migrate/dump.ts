import type pg from 'pg'
import { catalogSections } from './catalog-sections.ts'

/**
 * The schema as text, read from the catalog in an order that does not depend on the order of migrations, so that
 * db/schema.sql shows in review what a migration changes. It is for reading and comparing, not for running:
 * pg_dump does not come with the embedded PostgreSQL.
 */
export async function dumpSchema(client: pg.Pool | pg.PoolClient): Promise<string> {
  const blocks = [
    '-- Generated from a freshly migrated database, and compared by a test. Change db/migrations, not this file.',
  ]
  for (const { title, sql } of catalogSections) {
    const { rows } = await client.query<{ line: string }>(`${relations} ${sql}`)
    if (rows.length > 0) blocks.push([`-- ${title}`, ...rows.map((row) => row.line)].join('\n'))
  }
  return `${blocks.join('\n\n')}\n`
}

/** Our relations. The migration table belongs to the runner, not to the schema it makes. */
const relations = `
  with c as (
    select r.* from pg_class r
    where r.relnamespace = 'public'::regnamespace and r.relname <> 'migration'
      and not exists (
        select from pg_depend d where d.objid = r.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')
  )`
