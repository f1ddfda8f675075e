import { realmOfId } from '../../../domain/id.ts'
import type { ServerContext } from '../../context.ts'
import { openFile } from '../../vault/file-keys.ts'

/** Opens a file of the holder of a receipt; undefined when there is none, or it was erased. It is nobody's looking (adr/0009). */
export async function ownFile(context: ServerContext, demand: string, file: string) {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(file)) return undefined
  const client = await context.db.writer.connect()
  try {
    const realm = realmOfId(demand)
    const { subjectKeys } = context.command
    const of = (part: 'identity' | 'text') => ({ realm, subject: demand, part, file })
    return (
      (await openFile(client, subjectKeys, of('text'), 'own')) ??
      (await openFile(client, subjectKeys, of('identity'), 'own'))
    )
  } finally {
    client.release()
  }
}
