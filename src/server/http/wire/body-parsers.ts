import type { FastifyInstance, FastifyRequest } from 'fastify'
import { parseStrictForm } from './strict-form.ts'
import { parseStrictJson } from './strict-json.ts'

/** A body that cannot be read. `field` names where, as far as that is known. */
export class UnreadableBody extends Error {
  readonly field: string | undefined

  constructor(field: string) {
    super('unreadable body')
    this.field = field || undefined
  }
}

/** A body in another encoding or of another kind than we read. */
export class UnsupportedBody extends Error {}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** JSON and forms are read strictly, in UTF-8; every other kind of body is refused unless a door adds a parser for it. */
export function addBodyParsers(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) => {
    const read = parseStrictJson(decodeUtf8(request, body))
    if ('flaw' in read) throw new UnreadableBody(read.field)
    return read.value
  })
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      const read = parseStrictForm(decodeUtf8(request, body))
      if ('field' in read) throw new UnreadableBody(read.field)
      return read.form
    },
  )
}

function decodeUtf8(request: FastifyRequest, body: Buffer): string {
  const [, charset] = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(request.headers['content-type'] ?? '') ?? []
  const encoding = request.headers['content-encoding']
  if (charset !== undefined && !/^utf-?8$/i.test(charset)) throw new UnsupportedBody('charset')
  if (encoding !== undefined && encoding !== 'identity') throw new UnsupportedBody('content-encoding')
  try {
    return utf8.decode(body)
  } catch {
    throw new UnreadableBody('')
  }
}
