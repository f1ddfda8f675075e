import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import type { Assets } from '../../../web/door/dress.ts'

/** A file of the door's pages, named by its content so that a phone may keep it for ever. */
type Asset = { readonly address: string; readonly type: string; readonly plain: Buffer; readonly packed: Buffer }

function asset(file: string, type: string): Asset {
  const plain = readFileSync(new URL(`../../../web/door/${file}`, import.meta.url))
  const hash = createHash('sha256').update(plain).digest('hex').slice(0, 12)
  const [name, end] = file.split('.')
  return { address: `/door/${name}.${hash}.${end}`, type, plain, packed: gzipSync(plain, { level: 9 }) }
}

const css = asset('door.css', 'text/css; charset=utf-8')
const js = asset('page.js', 'text/javascript; charset=utf-8')
const icon = asset('icon.svg', 'image/svg+xml')

/** Addresses of style, script and icon. Read once: what runs serves what it started with. */
export const assets: Assets = { css: css.address, js: js.address, icon: icon.address }

/** Serves them. GET, 200, cached for a year. */
export function serveAssets(app: FastifyInstance): void {
  for (const { address, type, plain, packed } of [css, js, icon])
    app.get(address, async (request, reply) => {
      reply.type(type).header('cache-control', 'public, max-age=31536000, immutable').header('vary', 'accept-encoding')
      const packs = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
      return packs ? reply.header('content-encoding', 'gzip').send(packed) : reply.send(plain)
    })
}
