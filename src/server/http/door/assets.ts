import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Assets, Script } from '../../../web/door/dress.ts'
import { doorFolder } from '../built/build-web.ts'
import { type BuiltFile, readBuilt } from '../built/built-files.ts'
import { sendBuilt } from '../built/send-built.ts'

const folder = path.resolve(import.meta.dirname, '../../../web/door')

/** A file of the door's pages, named by its content so that a phone may keep it for ever. */
type Asset = BuiltFile & { readonly address: string }

function asset(name: string, end: string, type: string, plain: Buffer): Asset {
  const hash = createHash('sha256').update(plain).digest('hex').slice(0, 12)
  return { address: `/door/${name}.${hash}.${end}`, type, plain, packed: gzipSync(plain, { level: 9 }) }
}

/** One sheet for all pages: `door.css` first, then those beside it, so that a phone asks once and keeps it. */
const sheets = ['door.css', ...globSync('*.css', { cwd: folder }).sort()].filter(
  (name, at, all) => all.indexOf(name) === at,
)
const read = (name: string) => readFileSync(path.join(folder, name))
const css = asset('door', 'css', 'text/css; charset=utf-8', Buffer.concat(sheets.map(read)))
const js = asset('page', 'js', 'text/javascript; charset=utf-8', read('page.js'))
const icon = asset('icon', 'svg', 'image/svg+xml', read('icon.svg'))

const built = readBuilt(doorFolder)
let seen: ReadonlyMap<string, BuiltFile> | undefined
let known: Assets = { css: css.address, js: js.address, icon: icon.address, scripts: {} }

/**
 * Addresses of style, script and icon, read once: what runs serves what it started with; and of the built scripts by name,
 * none before they were built. Pages are whole without any of them.
 */
export function assetsNow(): Assets {
  const files = built()
  if (files !== seen) {
    seen = files
    known = { ...known, scripts: scriptsAmong(files.keys()) }
  }
  return known
}

/** `assets/raise.Ab12Cd34.js` is the script `raise`; what only others import is named otherwise (vite.door.config.ts). */
function scriptsAmong(names: Iterable<string>): Assets['scripts'] {
  const scripts: Partial<Record<Script, string>> = {}
  for (const name of names) {
    const entry = /^assets\/([a-z-]+)\.[\w-]{8}\.js$/.exec(name)?.[1]
    if (entry) scripts[entry as Script] = `/door/${name}`
  }
  return scripts
}

/** Serves them. GET, 200, cached for a year; 404 for a script of another build. */
export function serveAssets(app: FastifyInstance): void {
  const forEver = (reply: FastifyReply) => reply.header('cache-control', 'public, max-age=31536000, immutable')
  for (const file of [css, js, icon])
    app.get(file.address, (request, reply) => sendBuilt(request, forEver(reply), file))
  app.get<{ Params: { name: string } }>('/door/assets/:name', (request, reply) => {
    const file = built().get(`assets/${request.params.name}`)
    return file ? sendBuilt(request, forEver(reply), file) : reply.callNotFound()
  })
}
