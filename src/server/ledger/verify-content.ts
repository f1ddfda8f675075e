import type { ClientBase } from 'pg'
import { openContent } from '../vault/content.ts'
import { nameOf, type Part, type SubjectKeys } from '../vault/subject-keys.ts'
import type { Finding } from './verify-finding.ts'

/** A content that an event refers to. */
type Ref = {
  readonly position: number
  readonly stream: string
  readonly version: number
  readonly batch: number
  readonly id: string
  readonly part: string
  readonly commitment: string
}

const pageSize = 2000
const stillThere = 'it was erased and is still there'
// A body that somebody bent may hold anything there: nothing is cast that could fail, and an id that is none is no row's.
const refsOf = `select e.position::float8 as position, e.stream, e.version, e.batch::float8 as batch,
    case when r.value ->> 'id' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then r.value ->> 'id'
      else '00000000-0000-0000-0000-000000000000' end as id,
    r.value ->> 'part' as part, r.value ->> 'commitment' as commitment
  from e cross join lateral json_each(case when json_typeof(e.body) = 'object' and json_typeof(e.body -> 'content') = 'object'
    then e.body -> 'content' else '{}'::json end) as r
  where json_typeof(r.value) = 'object'`

/**
 * Content against proof: what an event refers to is there with the same commitment and the key that opens it, or was
 * erased by an event; what was erased is gone; no content stands there that no event refers to. Page by page, with looks
 * into indexes only: one join over everything was tried, and the planner made it quadratic.
 */
export async function checkContent(
  client: ClientBase,
  realm: number,
  onPage: (position: number) => void = () => undefined,
): Promise<Finding | null> {
  let after = 0
  let there = 0
  for (;;) {
    const { rows: events } = await client.query(
      'select position::float8 as position, kind, stream, version from event where realm = $1 and position > $2 order by position limit $3',
      [realm, after, pageSize],
    )
    const last = events.at(-1)
    if (!last) break
    const { rows } = await client.query<Ref>(
      `with e as (select * from event where realm = $1 and position > $2 and position <= $3) ${refsOf} order by 1`,
      [realm, after, last.position],
    )
    const checked = await checkPage(client, realm, rows)
    if (checked.finding) return checked.finding
    for (const event of events.filter((each) => each.kind === 'ContentErased')) {
      const left = await leftAfter(client, realm, event)
      if (left) return left
    }
    there += checked.there
    after = last.position
    onPage(after)
  }
  const { rows } = await client.query('select count(*)::float8 as n from content where realm = $1', [realm])
  return rows[0].n === there ? null : looseContent(client, realm)
}

async function checkPage(
  client: ClientBase,
  realm: number,
  refs: readonly Ref[],
): Promise<{ there: number; finding: Finding | null }> {
  if (refs.length === 0) return { there: 0, finding: null }
  const contents = await client.query(
    'select id, subject, part, commitment from content where realm = $1 and id = any ($2::uuid[])',
    [realm, refs.map((ref) => ref.id)],
  )
  const keys = await client.query(
    'select subject, part from subject_key where realm = $1 and subject = any ($2::uuid[])',
    [realm, [...new Set(refs.map((ref) => ref.stream))]],
  )
  const byId = new Map(contents.rows.map((row) => [row.id, row]))
  const keyed = new Set(keys.rows.map((row) => `${row.subject} ${row.part}`))
  const bad = refs.filter((ref) => {
    const row = byId.get(ref.id)
    return !row || !keyed.has(`${ref.stream} ${ref.part}`) || !fits(ref, row)
  })
  const erased = await erasuresOf(client, realm, bad)
  for (const ref of bad) {
    const row = byId.get(ref.id)
    const { position, stream, version, batch, id, part } = ref
    const at = { realm, thing: 'content', position, stream, version, batch, content: id } as const
    const gone = erased.some((e) => e.stream === stream && e.part === part && e.version > version)
    if (gone && !row) continue
    if (gone) return { there: 0, finding: { ...at, what: 'added', why: stillThere } }
    if (row && !fits(ref, row))
      return { there: 0, finding: { ...at, what: 'changed', why: 'it does not fit what the event commits to' } }
    const why = row ? 'its key is gone and no event erased it' : 'no event erased it'
    return { there: 0, finding: { ...at, what: 'removed', why } }
  }
  return { there: byId.size, finding: null }
}

function fits(ref: Ref, row: { subject: string; part: string; commitment: Buffer }): boolean {
  return row.subject === ref.stream && row.part === ref.part && row.commitment.toString('base64') === ref.commitment
}

async function erasuresOf(client: ClientBase, realm: number, refs: readonly Ref[]) {
  if (refs.length === 0) return []
  const { rows } = await client.query<{ stream: string; version: number; part: string }>(
    `select e.stream, e.version, p.part from event e
     cross join lateral json_array_elements_text(case when json_typeof(e.body -> 'parts') = 'array' then e.body -> 'parts' else '[]'::json end) as p (part)
     where e.realm = $1 and e.stream = any ($2::uuid[]) and e.kind = 'ContentErased'`,
    [realm, [...new Set(refs.map((ref) => ref.stream))]],
  )
  return rows
}

/** Content that an erasure should have destroyed and that is still there. */
async function leftAfter(
  client: ClientBase,
  realm: number,
  erasure: { stream: string; version: number },
): Promise<Finding | null> {
  const { rows } = await client.query<Ref>(
    `with e as (select * from event where realm = $1 and stream = $2 and version < $3) ${refsOf}
       and r.value ->> 'part' in (select p from event x, json_array_elements_text(x.body -> 'parts') as p
         where x.realm = $1 and x.stream = $2 and x.version = $3 and json_typeof(x.body -> 'parts') = 'array') order by 1`,
    [realm, erasure.stream, erasure.version],
  )
  const left = await client.query('select id from content where realm = $1 and id = any ($2::uuid[])', [
    realm,
    rows.map((ref) => ref.id),
  ])
  const ref = rows.find(({ id }) => left.rows.some((row) => row.id === id))
  if (!ref) return null
  const { position, stream, version, batch, id } = ref
  return {
    realm,
    what: 'added',
    thing: 'content',
    position,
    stream,
    version,
    batch,
    content: id,
    why: stillThere,
  }
}

/** Looked for only when there are more contents than events refer to. */
async function looseContent(client: ClientBase, realm: number): Promise<Finding | null> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await client.query(
      'select id, subject from content where realm = $1 and id > $2 order by id limit $3',
      [realm, after, pageSize],
    )
    const refs = await client.query<Ref>(
      `with e as (select * from event where realm = $1 and stream = any ($2::uuid[])) ${refsOf}`,
      [realm, [...new Set(rows.map((row) => row.subject))]],
    )
    const known = new Set(refs.rows.map((ref) => ref.id))
    const loose = rows.find((row) => !known.has(row.id))
    if (loose)
      return {
        realm,
        what: 'added',
        thing: 'content',
        content: loose.id,
        stream: loose.subject,
        why: 'no event refers to it',
      }
    if (rows.length < pageSize) return null
    after = rows.at(-1).id
  }
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
