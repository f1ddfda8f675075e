import type { FastifyReply } from 'fastify'
import type { ServerContext } from '../../context.ts'

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
