import type { FastifyInstance } from 'fastify'
import type { ServerContext } from '../../src/server/context.ts'
import { type Routes, routes } from '../../src/server/http/routes.ts'
import { buildServer, closeServer } from '../../src/server/http/server.ts'

/** A route as the running application has it; `url` with the router's own placeholders. */
export type KnownRoute = { readonly method: string; readonly url: string }

/** Every route of every door, read from the application while it registers them. */
export async function knownRoutes(context: ServerContext): Promise<KnownRoute[]> {
  const found: KnownRoute[] = []
  const listening =
    (each: Routes): Routes =>
    async (app: FastifyInstance, given) => {
      app.addHook('onRoute', ({ method, url }) => {
        for (const one of [method].flat()) if (one !== 'HEAD') found.push({ method: one, url })
      })
      await each(app, given)
    }
  const app = await buildServer(context, routes.map(listening))
  await closeServer(app)
  // The only route the server has of its own.
  return [...found, { method: 'GET', url: '/health' }]
}

/** Pages for people and the files that dress them stand in no document for programs. */
export function isPage({ url }: KnownRoute): boolean {
  return !url.startsWith('/api/') && url !== '/health'
}

/** `POST /api/command/:kind` and the paths of the document that are its kinds, and so on. */
export function matches(route: KnownRoute, documented: KnownRoute): boolean {
  const pattern = new RegExp(`^${route.url.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+')}$`)
  return route.method === documented.method && pattern.test(documented.url)
}
