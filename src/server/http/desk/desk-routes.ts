import { deskFolder } from '../built/build-web.ts'
import { readBuilt } from '../built/built-files.ts'
import { sendBuilt } from '../built/send-built.ts'
import type { Routes } from '../routes.ts'

const notBuilt =
  '工作台还没有构建：请运行 npm start，或 npx vite build。 The desk is not built: run npm start, or npx vite build.\n'

/**
 * `GET /desk/…`: the built desk. Files under `assets/` carry the hash of their content and are kept for a year; every other
 * address is a screen of the desk and gets the one page, anew each time. 404 for an asset of another build, 503 when
 * nothing was built. The policy of all doors (`'self'` only) is set before any route runs.
 */
export const deskRoutes: Routes = (app) => {
  const files = readBuilt(deskFolder)
  app.get('/desk', (_request, reply) => reply.redirect('/desk/', 308))
  app.get<{ Params: { '*': string } }>('/desk/*', (request, reply) => {
    const built = files()
    const page = built.get('desk.html')
    if (!page) return reply.code(503).type('text/plain; charset=utf-8').send(notBuilt)
    const asked = request.params['*']
    const asset = asked.startsWith('assets/') ? built.get(asked) : undefined
    if (asked.startsWith('assets/') && !asset) return reply.callNotFound()
    if (asset) reply.header('cache-control', 'public, max-age=31536000, immutable')
    return sendBuilt(request, reply, asset ?? page)
  })
}
