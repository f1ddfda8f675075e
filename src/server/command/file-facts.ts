import { type FileFacts, partOf } from '../../domain/file/attach.ts'
import type { FileKind } from '../../domain/file/file-rules.ts'
import type { KeptFile } from '../vault/file-keys.ts'
import { readyFile } from '../vault/upload.ts'
import type { BatchDesk } from './noun.ts'

/** A file that waits, with its key, and what a decider may know of it. */
type Opened = KeptFile & { readonly is: FileKind; readonly bytes: number }

/** The files that are named, opened with the secrets of who names them; null where one of them does not wait. */
export async function waitingFiles(tokens: readonly string[], desk: BatchDesk): Promise<readonly Opened[] | null> {
  const { client, context, now } = desk
  const opened: Opened[] = []
  for (const token of new Set(tokens)) {
    const [id = '', secret = ''] = token.split('.')
    const found = await readyFile(client, context.keys, now, id, secret)
    const is = context.rules.files.types.find(({ type }) => type === found?.type)?.kind
    if (!found || !is) return null
    opened.push({ ...found, is, part: partOf(is) })
  }
  return opened
}

/** What the rules need to know of them. */
export function fileFacts(opened: readonly Opened[] | null, { context }: BatchDesk): FileFacts {
  const files = opened?.map(({ id, is, type, bytes, commitment }) => {
    return { id, is, type, bytes, commitment: commitment.toString('base64') }
  })
  return { files: files ?? null, mostFiles: context.rules.files.mostFiles }
}
