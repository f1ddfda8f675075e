import { createHash, timingSafeEqual } from 'node:crypto'
import type { ClientBase } from 'pg'
import type { ContentRef, Sealed } from '../../domain/decision.ts'
import { randomTake } from '../random.ts'
import { type Looked, mustBeOf, type Unrecorded } from './looked.ts'
import { nameOf, type Part, type SubjectKeys, seal, unseal } from './subject-keys.ts'

/** A content row as the pipeline inserts it. */
export type ContentRow = {
  readonly realm: number
  readonly id: string
  readonly subject: string
  readonly part: Part
  readonly kind: string
  readonly sealed: Buffer
  readonly commitment: Buffer
}

/** A value with the random salt that hides it behind its commitment. */
export type Committed = { readonly salted: Buffer; readonly commitment: Buffer }

/** Commits to a value: SHA-256 of 32 random bytes and the value, in NFC. The salt is sealed with the value. */
export function commitTo(value: string): Committed {
  const salted = Buffer.concat([randomTake(32), Buffer.from(value.normalize('NFC'))])
  return { salted, commitment: createHash('sha256').update(salted).digest() }
}

/** What stands in the event. */
export function refOf(id: string, part: Part, { commitment }: Committed): ContentRef {
  return { id, part, commitment: commitment.toString('base64') }
}

/** Seals a value that was committed to. */
export function sealContent(
  key: Buffer,
  realm: number,
  subject: string,
  id: string,
  what: Pick<Sealed, 'part' | 'kind'>,
  { salted, commitment }: Committed,
): ContentRow {
  const { part, kind } = what
  return { realm, id, subject, part, kind, sealed: seal(key, salted, context(realm, id, kind)), commitment }
}

/** Opens a row and holds it against its commitment. */
export function openContent(key: Buffer, row: Omit<ContentRow, 'subject' | 'part'>): string {
  const plain = unseal(key, row.sealed, context(row.realm, row.id, row.kind))
  const commitment = createHash('sha256').update(plain).digest()
  if (!timingSafeEqual(commitment, row.commitment)) throw new Error(`content ${row.id} does not fit its commitment`)
  return plain.toString('utf8', 32)
}

/**
 * Opens every content of a subject's part, by content id. Erased parts give an empty map. Key and contents are read at one
 * instant: between two an erasure may come, and what is said after it has another key. `by`: the read record that stands
 * before, or why none is needed.
 */
export async function openPart(
  client: ClientBase,
  keys: SubjectKeys,
  realm: number,
  subject: string,
  part: Part,
  by: Looked | Unrecorded,
): Promise<Map<string, { kind: string; value: string }>> {
  mustBeOf(by, subject, part)
  const { rows } = await client.query(
    `select c.realm, c.id, c.kind, c.sealed, c.commitment, k.realm_key, k.wrapped
     from subject_key k join content c using (realm, subject, part)
     where realm = $1 and subject = $2 and part = $3 order by c.id`,
    [realm, subject, part],
  )
  const opened = new Map<string, { kind: string; value: string }>()
  if (!rows[0]) return opened
  const { realm_key, wrapped } = rows[0]
  const found = await keys.unwrap(client, realm, [{ subject, part, realm_key, wrapped }])
  const key = found.get(nameOf(realm, subject, part)) as Buffer
  for (const row of rows) opened.set(row.id, { kind: row.kind, value: openContent(key, row) })
  return opened
}

/**
 * Opens one value of many subjects of a realm at once, by subject; what was erased is missing.
 * @param what part and kind of the content, e.g. text and `comment.text`; the last of a kind is meant
 * @param _by why no read record is needed; what needs one is opened subject by subject
 */
export async function openOf(
  client: ClientBase,
  keys: SubjectKeys,
  realm: number,
  subjects: readonly string[],
  { part, kind }: Pick<Sealed, 'part' | 'kind'>,
  _by: Unrecorded,
): Promise<Map<string, string>> {
  const { rows } = await client.query(
    `select c.realm, c.id, c.subject, c.kind, c.sealed, c.commitment, k.part, k.realm_key, k.wrapped
     from subject_key k join content c using (realm, subject, part)
     where realm = $1 and subject = any($2::uuid[]) and part = $3 and c.kind = $4 order by c.id`,
    [realm, subjects, part, kind],
  )
  const found = await keys.unwrap(client, realm, rows)
  return new Map(
    rows.map((row) => [row.subject, openContent(found.get(nameOf(realm, row.subject, part)) as Buffer, row)]),
  )
}

function context(realm: number, id: string, kind: string): string {
  return `content ${realm} ${id} ${kind}`
}
