import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { rulesAt } from '../../../domain/rules.ts'
import type { RefusalCode } from '../../../protocol/refusal.ts'
import type { ServerContext } from '../../context.ts'
import { Fault } from '../../fault.ts'
import { partBytes } from '../../vault/file-bytes.ts'
import { countTry } from '../../vault/receipt.ts'
import {
  appendBytes,
  beginUpload,
  endUpload,
  findUpload,
  isSecret,
  settleUpload,
  type UploadContext,
  type Waiting,
} from '../../vault/upload.ts'
import { mustBeOwnOrigin } from '../session/own-page.ts'
import { drain } from '../wire/drain.ts'

/** Media type of a piece (tus 1.0). */
const piece = 'application/offset+octet-stream'
const version = '1.0.0'

/** What files that wait are kept with: by the rules of the day. */
export function uploadContext({ db, keys, clock, command }: ServerContext): UploadContext {
  const { files } = rulesAt(command.ruleSet, clock.now().getTime())
  return { writer: db.writer, keys, clock, files }
}

/**
 * Files in pieces by tus 1.0 with creation, termination and expiration (docs/adr/0035): `OPTIONS /file`, `POST /file`,
 * `HEAD`, `PATCH` and `DELETE /file/{id}`. The sender draws a secret of 32 bytes and sends it with each request as
 * `Upload-Key`, so that no address holds one; what it tells of the file's name is not read. Nothing is kept of where it
 * came from but a keyed hash, for a day, against abuse. 422 with `file.*` when the file is not taken.
 */
export function uploadRoutes(app: FastifyInstance, context: ServerContext): void {
  app.addContentTypeParser(piece, (_request, body, done) => done(null, body))
  app.addHook('onSend', async (_request, reply) => {
    reply.header('tus-resumable', version)
  })

  app.options('/file', async (_request, reply) => {
    const { files } = uploadContext(context)
    return reply
      .code(204)
      .headers({
        'tus-version': version,
        'tus-extension': 'creation,termination,expiration',
        'tus-max-size': files.mostBytes,
      })
      .send()
  })

  app.post('/file', async (request, reply) => {
    mustBeTus(context, request)
    const secret = request.headers['upload-key']
    const length = whole(request.headers['upload-length'])
    if (!isSecret(secret) || length === undefined || length === 0) throw new Fault(400, 'upload.protocol')
    const upload = uploadContext(context)
    if (length > upload.files.mostBytes) throw new Fault(413, 'body.too-large')
    await mayBegin(context, request, reply)
    const begun = await beginUpload(upload, length, secret)
    if (!begun) throw new Fault(503, 'upload.full')
    return reply
      .code(201)
      .headers({ location: `/file/${begun.id}`, ...standing(begun) })
      .send()
  })

  app.head<{ Params: { id: string } }>('/file/:id', async (request, reply) => {
    const found = await mustFind(context, request)
    const { length, state } = found
    return reply
      .code(200)
      .headers({ ...standing(found), 'upload-length': length, 'upload-state': state })
      .send()
  })

  app.patch<{ Params: { id: string }; Body: AsyncIterable<Buffer> }>('/file/:id', async (request, reply) => {
    mustBeTus(context, request)
    const found = await mustFind(context, request)
    const at = whole(request.headers['upload-offset'])
    if (at === undefined || request.headers['content-type'] !== piece) throw new Fault(400, 'upload.protocol')
    if (found.state === 'refused') throw await refused(request, found)
    if (at !== found.received) {
      await drain(request.raw)
      throw new Fault(409, 'upload.offset')
    }
    const upload = uploadContext(context)
    const received = await take(upload, found, request)
    const now = received < found.length ? { ...found, received } : await settleUpload(upload, found)
    if (now.state === 'refused') throw await refused(request, now)
    return reply.code(204).headers(standing(now)).send()
  })

  app.delete<{ Params: { id: string } }>('/file/:id', async (request, reply) => {
    mustBeTus(context, request)
    const { id } = await mustFind(context, request)
    await endUpload(uploadContext(context), id)
    return reply.code(204).send()
  })
}

/** Counts one more file begun from this place. @throws Fault 429 after too many in a day, with Retry-After */
export async function mayBegin(context: ServerContext, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { files } = uploadContext(context)
  const wait = await countTry(context.command, [{ what: `upload ${request.ip}`, free: files.freePerPlace }])
  if (wait === 0) return
  reply.header('retry-after', String(wait))
  throw new Fault(429, 'upload.wait')
}

/**
 * Writes what arrives, row by row, and what had arrived when the line was cut. Gives where the file stands.
 * @throws Fault 413 for more than was told, 409 when another request went on with it, 422 when it is nothing that is taken
 */
async function take(upload: UploadContext, found: Waiting, request: FastifyRequest<{ Body: AsyncIterable<Buffer> }>) {
  let at = found.received
  let gathered: Buffer[] = []
  let size = 0
  const write = async () => {
    if (size === 0) return
    const bytes = Buffer.concat(gathered)
    ;[gathered, size] = [[], 0]
    const came = await appendBytes(upload, found, at, bytes)
    if (came === 'conflict') throw new Fault(409, 'upload.offset')
    if (came === 'refused') throw new Fault(422, 'file.type', { field: 'files' })
    at += bytes.length
  }
  try {
    for await (const chunk of request.body) {
      if (at + size + chunk.length > found.length) throw new Fault(413, 'body.too-large')
      gathered.push(chunk)
      size += chunk.length
      if (size >= partBytes) await write()
    }
  } catch (error) {
    // A cut line: what came before it stays. What we ourselves refuse is read to its end, so that the answer arrives.
    if (error instanceof Fault) await drain(request.raw)
    else await write()
    throw error instanceof Fault ? error : new Fault(400, 'upload.protocol')
  }
  await write()
  return at
}

async function refused(request: FastifyRequest, { refusal }: Waiting): Promise<Fault> {
  await drain(request.raw)
  return new Fault(422, `file.${refusal}` as RefusalCode, { field: 'files' })
}

function mustBeTus(context: ServerContext, request: FastifyRequest): void {
  mustBeOwnOrigin(request, context.config.publicUrl)
  if (request.headers['tus-resumable'] !== version) throw new Fault(412, 'upload.protocol')
}

/** @throws Fault 404 for a file that is not there, over, or another's */
async function mustFind(context: ServerContext, request: FastifyRequest<{ Params: { id: string } }>): Promise<Waiting> {
  const secret = request.headers['upload-key']
  const found = await findUpload(uploadContext(context), request.params.id, typeof secret === 'string' ? secret : '')
  if (!found) throw new Fault(404, 'not-found', { field: 'id' })
  return found
}

function standing({ received, expiresAt }: Waiting) {
  return { 'upload-offset': received, 'upload-expires': expiresAt.toUTCString() }
}

/** A whole number as tus writes it. */
function whole(text: unknown): number | undefined {
  return typeof text === 'string' && /^\d{1,12}$/.test(text) ? Number(text) : undefined
}
