import { fastify } from 'fastify'
import { expect, test } from 'vitest'
import { openApi } from '../../../protocol/openapi.ts'
import { sessionPaths } from './session-paths.ts'
import { sessionRoutes } from './session-routes.ts'

test('every route of signing in is published, and none that is not there', async () => {
  const app = fastify({ exposeHeadRoutes: false })
  const routes: string[] = []
  app.addHook('onRoute', ({ method, url }) => {
    routes.push(`${String(method).toLowerCase()} ${url}`)
  })
  sessionRoutes(app, { signIn: {}, config: {} } as never)
  const { paths } = openApi('x', '1', sessionPaths) as { paths: Record<string, Record<string, unknown>> }
  const published = Object.entries(paths).flatMap(([path, verbs]) =>
    path.startsWith('/api/session') ? Object.keys(verbs).map((verb) => `${verb} ${path}`) : [],
  )
  expect(routes.length).toBe(5)
  expect(published.sort()).toEqual(routes.sort())
})

test('bodies are described by the schemas that check them', () => {
  expect(JSON.stringify(sessionPaths)).toContain('"required":["login","password"]')
  expect(JSON.stringify(sessionPaths)).toContain('"additionalProperties":false')
})
