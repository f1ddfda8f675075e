import { type ClientBase, escapeIdentifier } from 'pg'

/** A table to copy, and its columns in order. */
export type CopiedTable = { readonly table: string; readonly columns: readonly string[]; readonly bytes: number }

/**
 * Tables whose rows are not copied. `migration`: a restore writes it by migrating. `session` and `guess`: who was signed in
 * or waiting then is not now, and a session that was ended since must not come back.
 */
const leftOut = ['migration', 'session', 'guess']

/** Every table of the schema, referenced tables before those that refer to them. */
export async function tablesToCopy(client: ClientBase): Promise<readonly CopiedTable[]> {
  const { rows } = await client.query(
    `select c.relname as table, pg_table_size(c.oid) as bytes,
       array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
         and a.attgenerated = '' order by a.attnum) as columns,
       array(select distinct r.relname::text from pg_constraint f join pg_class r on r.oid = f.confrelid
         where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as after
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and c.relname <> all ($1) order by c.relname`,
    [leftOut],
  )
  const sorted: CopiedTable[] = []
  let waiting = rows as (CopiedTable & { after: string[] })[]
  while (waiting.length > 0) {
    const done = new Set(sorted.map((each) => each.table))
    const free = waiting.filter((each) =>
      each.after.every((name) => done.has(name) || !waiting.some((w) => w.table === name)),
    )
    if (free.length === 0) throw new Error('tables refer to one another in a circle')
    sorted.push(...free.map(({ table, columns, bytes }) => ({ table, columns, bytes })))
    waiting = waiting.filter((each) => !free.includes(each))
  }
  return sorted
}

/** Where each sequence of the schema stands. */
export async function sequencesOf(
  client: ClientBase,
): Promise<readonly { sequence: string; last: number; called: boolean }[]> {
  const { rows } = await client.query(
    `select sequencename as sequence from pg_sequences where schemaname = 'public' order by 1`,
  )
  const found = []
  for (const { sequence } of rows) {
    const at = await client.query(
      `select last_value as last, is_called as called from public.${escapeIdentifier(sequence)}`,
    )
    found.push({ sequence, ...at.rows[0] })
  }
  return found
}

/** Text COPY writes and reads values by these settings; both sides set them. */
export const copySettings = [
  `set local client_encoding = 'UTF8'`,
  `set local datestyle = 'ISO, YMD'`,
  `set local intervalstyle = 'postgres'`,
  `set local timezone = 'UTC'`,
  'set local extra_float_digits = 3',
]

/** Table and columns as COPY names them. */
export function copyTarget(table: string, columns: readonly string[]): string {
  const names = columns.map((column) => escapeIdentifier(column)).join(', ')
  return `public.${escapeIdentifier(table)} (${names})`
}
