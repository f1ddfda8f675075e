import type { FastifyInstance } from 'fastify'

/**
 * Remembers which methods each address takes, so that a known address with another method answers 405 and not 404.
 * Must be called before any route is added; the function returned lists the methods for a path.
 */
export function rememberMethods(app: FastifyInstance): (path: string) => readonly string[] {
  const known: { readonly pattern: RegExp; readonly methods: readonly string[] }[] = []
  app.addHook('onRoute', (route) => {
    known.push({ pattern: patternOf(route.url), methods: [route.method].flat() })
  })
  return (path) => [...new Set(known.filter((each) => each.pattern.test(path)).flatMap((each) => each.methods))].sort()
}

/** `/a/:id` and `/a/*` as the router reads them; other forms of parameters are not used here. */
function patternOf(url: string): RegExp {
  const parts = url.split('/').map((part) => {
    if (part === '*') return '.*'
    return part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  })
  return new RegExp(`^${parts.join('/')}$`)
}
