import type { ClientBase } from 'pg'
import type { Statement } from '../statement.ts'
import { readVersion } from './file-bytes.ts'
import { type Looked, mustBeOf, type Unrecorded } from './looked.ts'
import { nameOf, type Part, type SubjectKeys, seal, unseal } from './subject-keys.ts'

/** A file on its way from waiting to its matter, with its key opened. */
export type KeptFile = {
  readonly id: string
  readonly key: Buffer
  readonly part: Part
  readonly type: string
  readonly viewType: string | null
  readonly commitment: Buffer
}

/** A row of `file`. */
export type FileRow = Omit<KeptFile, 'key'> & {
  readonly realm: number
  readonly subject: string
  readonly sealed: Buffer
}

/** Seals the key of a file under its subject's. */
export function sealFileKey(subjectKey: Buffer, realm: number, subject: string, file: KeptFile): FileRow {
  const { key, ...rest } = file
  return { ...rest, realm, subject, sealed: seal(subjectKey, key, context(realm, file.id)) }
}

/** Writes the rows, and ends the waiting. A file that was given to another matter meanwhile fails its command. */
export function fileStatements(realm: number, files: readonly FileRow[]): Statement[] {
  if (files.length === 0) return []
  const of = <K extends keyof FileRow>(name: K) => files.map((file) => file[name])
  const ids = of('id')
  return [
    {
      text: `insert into file (realm, id, subject, part, type, view_type, sealed, commitment)
        select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::bytea[], $8::bytea[])`,
      values: [realm, ids, of('subject'), of('part'), of('type'), of('viewType'), of('sealed'), of('commitment')],
    },
    { text: 'delete from upload where id = any($1)', values: [ids] },
  ]
}

/**
 * Opens what is looked at of a file; undefined when it was erased. `by`: the read record that stands before, or why none is
 * needed.
 */
export async function openFile(
  client: ClientBase,
  keys: SubjectKeys,
  of: { readonly realm: number; readonly subject: string; readonly part: Part; readonly file: string },
  by: Looked | Unrecorded,
): Promise<{ readonly type: string; readonly bytes: Buffer } | undefined> {
  const { realm, subject, part, file } = of
  mustBeOf(by, subject, part)
  const { rows } = await client.query(
    `select f.type, f.view_type, f.sealed, k.realm_key, k.wrapped
     from file f join subject_key k using (realm, subject, part)
     where realm = $1 and f.id = $2 and subject = $3 and part = $4`,
    [realm, file, subject, part],
  )
  const [row] = rows
  if (!row) return undefined
  const { realm_key, wrapped } = row
  const found = await keys.unwrap(client, realm, [{ subject, part, realm_key, wrapped }])
  const fileKey = unseal(found.get(nameOf(realm, subject, part)) as Buffer, row.sealed, context(realm, file))
  const version = row.view_type === null ? 'original' : 'view'
  return { type: row.view_type ?? row.type, bytes: await readVersion(client, fileKey, file, version) }
}

function context(realm: number, id: string): string {
  return `file ${realm} ${id}`
}
