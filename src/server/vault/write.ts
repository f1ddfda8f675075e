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
  if (keys.length + content.length + receipts.length > 0)
    sent.push(
      client.query({
        name: 'put into vault',
        text: 'select put_into_vault($1, $2, $3)',
        values: [
          JSON.stringify(keys.map((k) => ({ ...k, wrapped: hex(k.wrapped) }))),
          JSON.stringify(content.map((c) => ({ ...c, sealed: hex(c.sealed), commitment: hex(c.commitment) }))),
          JSON.stringify(receipts.map(receiptRow)),
        ],
      }),
    )
  for (const { subject, parts } of erasures) sent.push(destroy(client, realm, subject, parts))
  await Promise.all(sent)
}

const hex = (bytes: Buffer) => `\\x${bytes.toString('hex')}`

function receiptRow({ codeMac, checkWord, ...rest }: VaultRows['receipts'][number]) {
  return { ...rest, code_mac: hex(codeMac), check_word: checkWord }
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
