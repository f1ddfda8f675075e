import type { Statement } from '../statement.ts'
import type { ContentRow } from './content.ts'
import { type FileRow, fileStatements } from './file-keys.ts'
import type { Part } from './subject-keys.ts'

/** Rows the vault writes in a batch. */
export type VaultRows = {
  readonly keys: { realm: number; subject: string; part: Part; realm_key: number; wrapped: Buffer }[]
  readonly content: ContentRow[]
  readonly files: FileRow[]
  readonly receipts: {
    realm: number
    demand: string
    number: string
    codeMac: Buffer
    assisted: boolean
    checkWord: string
  }[]
  readonly erasures: { subject: string; parts: readonly Part[] }[]
}

/** What destroys what is to be erased, then writes keys, sealed content and receipts, each table once. */
export function vaultStatements(realm: number, { keys, content, files, receipts, erasures }: VaultRows): Statement[] {
  const statements = erasures.flatMap(({ subject, parts }) => destruction(realm, subject, parts))
  if (keys.length + content.length + receipts.length > 0)
    statements.push({
      name: 'put into vault',
      text: 'select put_into_vault($1, $2, $3)',
      values: [
        JSON.stringify(keys.map((k) => ({ ...k, wrapped: hex(k.wrapped) }))),
        JSON.stringify(content.map((c) => ({ ...c, sealed: hex(c.sealed), commitment: hex(c.commitment) }))),
        JSON.stringify(receipts.map(receiptRow)),
      ],
    })
  return [...statements, ...fileStatements(realm, files)]
}

const hex = (bytes: Buffer) => `\\x${bytes.toString('hex')}`

function receiptRow({ codeMac, checkWord, ...rest }: VaultRows['receipts'][number]) {
  return { ...rest, code_mac: hex(codeMac), check_word: checkWord }
}

/** Erasure: the key goes, and with it the ciphertext, which nothing can open any more. */
export function destruction(realm: number, subject: string, parts: readonly Part[]): Statement[] {
  const values = [realm, subject, parts]
  const bytes = `delete from file_part p using file f
    where f.realm = $1 and f.subject = $2 and f.part = any($3) and p.file = f.id`
  return [
    { text: bytes, values },
    ...['subject_key', 'content', 'file'].map((table) => ({
      text: `delete from ${table} where realm = $1 and subject = $2 and part = any($3)`,
      values,
    })),
  ]
}
