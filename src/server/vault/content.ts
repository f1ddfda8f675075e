import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { ClientBase } from 'pg'
import type { ContentRef, Sealed } from '../../domain/decision.ts'
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

/** Seals a value and commits to it: the ledger keeps HMAC(salt, value), the salt is sealed with the value. */
export function sealContent(
  key: Buffer,
  realm: number,
  subject: string,
  id: string,
  what: Sealed,
): { row: ContentRow; ref: ContentRef } {
  const salt = randomBytes(32)
  const value = Buffer.from(what.value.normalize('NFC'))
  const commitment = createHmac('sha256', salt).update(value).digest()
  const sealed = seal(key, Buffer.concat([salt, value]), context(realm, id, what.kind))
  const row = { realm, id, subject, part: what.part, kind: what.kind, sealed, commitment }
  return { row, ref: { id, part: what.part, commitment: commitment.toString('base64') } }
}

/** Opens a row and holds it against its commitment. */
export function openContent(key: Buffer, row: Omit<ContentRow, 'subject' | 'part'>): string {
  const plain = unseal(key, row.sealed, context(row.realm, row.id, row.kind))
  const value = plain.subarray(32)
  const commitment = createHmac('sha256', plain.subarray(0, 32)).update(value).digest()
  if (!timingSafeEqual(commitment, row.commitment)) throw new Error(`content ${row.id} does not fit its commitment`)
  return value.toString('utf8')
}

/** Opens every content of a subject's part, by content id. Erased parts give an empty map. */
export async function openPart(
  client: ClientBase,
  keys: SubjectKeys,
  realm: number,
  subject: string,
  part: Part,
): Promise<Map<string, { kind: string; value: string }>> {
  const found = await keys.find(client, realm, [{ subject, part }])
  const key = found.get(nameOf(realm, subject, part))
  const opened = new Map<string, { kind: string; value: string }>()
  if (!key) return opened
  const { rows } = await client.query(
    'select realm, id, kind, sealed, commitment from content where realm = $1 and subject = $2 and part = $3 order by id',
    [realm, subject, part],
  )
  for (const row of rows) opened.set(row.id, { kind: row.kind, value: openContent(key, row) })
  return opened
}

function context(realm: number, id: string, kind: string): string {
  return `content ${realm} ${id} ${kind}`
}
