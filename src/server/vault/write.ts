import type { ClientBase } from 'pg'
import type { ContentRow } from './content.ts'
import type { Part } from './subject-keys.ts'

/** Rows the vault writes in a batch. */
export type VaultRows = {
  readonly keys: { realm: number; subject: string; part: Part; realm_key: number; wrapped: Buffer }[]
  readonly content: ContentRow[]
  readonly receipts: {
    realm: number
    demand: string
    number: string
    codeMac: Buffer
    assisted: boolean
    checkWord: string
  }[]
  readonly erasures: { subject: string; parts: readonly Part[]; reason: string }[]
}

/** Writes keys, sealed content and receipts, each table once; then destroys what is to be erased. Sent without waiting. */
export async function writeVault(client: ClientBase, realm: number, rows: VaultRows): Promise<void> {
  const { keys, content, receipts, erasures } = rows
  const sent: Promise<unknown>[] = []
  const send = (name: string, text: string, values: unknown[]) => sent.push(client.query({ name, text, values }))
  if (keys.length > 0)
    send(
      'insert subject_key',
      `insert into subject_key (realm, subject, part, realm_key, wrapped)
       select * from unnest($1::int[], $2::uuid[], $3::text[], $4::int[], $5::bytea[])`,
      [
        keys.map((k) => k.realm),
        keys.map((k) => k.subject),
        keys.map((k) => k.part),
        keys.map((k) => k.realm_key),
        keys.map((k) => k.wrapped),
      ],
    )
  if (content.length > 0)
    send(
      'insert content',
      `insert into content (realm, id, subject, part, kind, sealed, commitment)
       select * from unnest($1::int[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::bytea[], $7::bytea[])`,
      [
        ...[
          content.map((c) => c.realm),
          content.map((c) => c.id),
          content.map((c) => c.subject),
          content.map((c) => c.part),
        ],
        ...[content.map((c) => c.kind), content.map((c) => c.sealed), content.map((c) => c.commitment)],
      ],
    )
  if (receipts.length > 0)
    send(
      'insert receipt',
      `insert into receipt (realm, demand, number, code_mac, assisted, check_word)
       select * from unnest($1::int[], $2::uuid[], $3::text[], $4::bytea[], $5::boolean[], $6::text[])`,
      [
        ...[receipts.map((r) => r.realm), receipts.map((r) => r.demand), receipts.map((r) => r.number)],
        ...[receipts.map((r) => r.codeMac), receipts.map((r) => r.assisted), receipts.map((r) => r.checkWord)],
      ],
    )
  for (const { subject, parts } of erasures) sent.push(destroy(client, realm, subject, parts))
  await Promise.all(sent)
}

/** Erasure: the key goes, and with it the ciphertext, which nothing can open any more. */
export async function destroy(
  client: ClientBase,
  realm: number,
  subject: string,
  parts: readonly Part[],
): Promise<void> {
  // Both sent before either is answered: the commit may be on its way right behind them.
  await Promise.all(
    ['subject_key', 'content'].map((table) =>
      client.query(`delete from ${table} where realm = $1 and subject = $2 and part = any($3)`, [
        realm,
        subject,
        parts,
      ]),
    ),
  )
}
