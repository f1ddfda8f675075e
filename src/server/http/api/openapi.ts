import { openApi } from '../../../protocol/openapi.ts'
import { version } from '../../version.ts'
import type { Routes } from '../routes.ts'
import { sessionPaths } from '../session/session-paths.ts'
import { clockPath, systemPaths } from './system-paths.ts'

/** `GET /api/openapi.json`: every command and view, signing in, and what the server says of itself, OpenAPI 3.1. */
export const openApiRoutes: Routes = (app, { kind }) => {
  const paths = { ...sessionPaths, ...systemPaths, ...(kind === 'story' ? clockPath : {}) }
  const document = JSON.stringify(openApi('Zhagen 扎根', version, paths))
  app.get('/api/openapi.json', async (_request, reply) => reply.type('application/json; charset=utf-8').send(document))
}
