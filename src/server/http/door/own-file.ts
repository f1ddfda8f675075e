import type { FastifyReply } from 'fastify'
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

/**
 * Sends a file so that no browser takes it for anything but what it is: no script runs in it, it is shown in no other page,
 * kept nowhere, and a paper is saved rather than opened.
 */
export function sendOpened(
  reply: FastifyReply,
  { files }: ServerContext['rules'],
  file: string,
  { type, bytes }: { readonly type: string; readonly bytes: Buffer },
): FastifyReply {
  const known = files.types.find((each) => each.type === type)
  const name = `zhagen-${file.slice(0, 8)}.${known?.end ?? 'bin'}`
  return reply
    .headers({
      'content-type': known ? type : 'application/octet-stream',
      'content-disposition': `${known && known.kind !== 'paper' ? 'inline' : 'attachment'}; filename="${name}"`,
      'content-security-policy':
        "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    .send(bytes)
}
