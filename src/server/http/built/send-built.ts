import type { FastifyReply, FastifyRequest } from 'fastify'
import type { BuiltFile } from './built-files.ts'

/** Sends a file packed to who takes it so. */
export function sendBuilt(request: FastifyRequest, reply: FastifyReply, file: BuiltFile): FastifyReply {
  reply.type(file.type).header('vary', 'accept-encoding')
  const packs = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  return packs ? reply.header('content-encoding', 'gzip').send(file.packed) : reply.send(file.plain)
}
