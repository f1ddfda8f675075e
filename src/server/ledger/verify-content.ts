import type { ClientBase } from 'pg'
import { openContent } from '../vault/content.ts'
import { nameOf, type Part, type SubjectKeys } from '../vault/subject-keys.ts'
import type { Finding } from './verify-finding.ts'

// Content refs of events. A body that somebody bent may hold anything there, so nothing is cast that could fail.
const refs = `select e.position::float8 as position, e.stream, e.version, e.batch::float8 as batch,
    r.value ->> 'id' as id, r.value ->> 'part' as part, r.value ->> 'commitment' as commitment
  from event e cross join lateral json_each(case when json_typeof(e.body -> 'content') = 'object' then e.body -> 'content' else '{}'::json end) as r
  where e.realm = $1 and json_typeof(e.body) = 'object' and json_typeof(r.value) = 'object'`

const erasures = `select e.stream, e.version, p.part from event e
  cross join lateral json_array_elements_text(case when json_typeof(e.body -> 'parts') = 'array' then e.body -> 'parts' else '[]'::json end) as p (part)
  where e.realm = $1 and e.kind = 'ContentErased'`

/**
 * Content against proof: what an event refers to is there with the same commitment and the key that opens it, or was
 * erased by an event; what was erased is gone; no content stands there that no event refers to. One pass in the database.
 */
export async function checkContent(client: ClientBase, realm: number): Promise<Finding | null> {
  const { rows } = await client.query(
    `with ref as materialized (${refs}), erasure as materialized (${erasures}), wrong as (
       select ref.*, c.id is null as missing,
         c.id is not null and (c.commitment <> decode(case when ref.commitment ~ '^[A-Za-z0-9+/]{43}=$' then ref.commitment else '' end, 'base64')
           or c.part <> ref.part or c.subject <> ref.stream) as other,
         k.subject is null as keyless,
         exists (select from erasure x where x.stream = ref.stream and x.part = ref.part and x.version > ref.version) as erased
       from ref left join content c on c.realm = $1 and c.id::text = ref.id
       left join subject_key k on k.realm = $1 and k.subject = ref.stream and k.part = ref.part)
     select * from wrong where case when erased then not missing else missing or other or keyless end
     order by position limit 1`,
    [realm],
  )
  const row = rows[0]
  if (row) {
    const { position, stream, version, batch, id, erased, missing, other } = row
    const at = { realm, thing: 'content', position, stream, version, batch, content: id } as const
    if (erased) return { ...at, what: 'added', why: 'it was erased and is still there' }
    if (missing) return { ...at, what: 'removed', why: 'no event erased it' }
    return {
      ...at,
      what: other ? 'changed' : 'removed',
      why: other ? 'it does not fit what the event commits to' : 'its key is gone and no event erased it',
    }
  }
  const loose = await client.query(
    `with ref as materialized (${refs}) select c.id, c.subject from content c left join ref on ref.id = c.id::text
     where c.realm = $1 and ref.id is null order by c.id limit 1`,
    [realm],
  )
  const extra = loose.rows[0]
  return extra
    ? { realm, what: 'added', thing: 'content', content: extra.id, stream: extra.subject, why: 'no event refers to it' }
    : null
}

/** Opens every content of a realm and holds it against its commitment. Gives how many there are. */
export async function openAllContent(
  client: ClientBase,
  keys: SubjectKeys,
  realm: number,
  onPage: (opened: number) => void,
): Promise<{ readonly opened: number; readonly finding: Finding | null }> {
  let opened = 0
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await client.query(
      'select realm, id, subject, part, kind, sealed, commitment from content where realm = $1 and id > $2 order by id limit 1000',
      [realm, after],
    )
    const finding = await openPage(client, keys, realm, rows)
    opened += rows.length
    onPage(opened)
    if (finding || rows.length < 1000) return { opened, finding }
    after = rows.at(-1).id
  }
}

type Row = Parameters<typeof openContent>[1] & { readonly subject: string; readonly part: Part }

async function openPage(
  client: ClientBase,
  keys: SubjectKeys,
  realm: number,
  rows: readonly Row[],
): Promise<Finding | null> {
  const at = (row: Row) => ({ realm, what: 'changed', thing: 'content', stream: row.subject, content: row.id }) as const
  let found: Map<string, Buffer>
  try {
    found = await keys.find(client, realm, rows)
  } catch {
    const row = rows[0] as Row
    return { ...at(row), why: 'the keys around it do not open with this key file' }
  }
  for (const row of rows) {
    const key = found.get(nameOf(realm, row.subject, row.part))
    try {
      if (!key) throw new Error('no key')
      openContent(key, row)
    } catch {
      return { ...at(row), why: 'it does not open, or opens to something else than was committed to' }
    }
  }
  return null
}
