import { openApi } from '../../../protocol/openapi.ts'
import { version } from '../../version.ts'
import type { Routes } from '../routes.ts'
import { sessionPaths } from '../session/session-paths.ts'

/** `GET /api/openapi.json`: every command and view, and signing in, OpenAPI 3.1. */
export const openApiRoutes: Routes = (app) => {
  const document = JSON.stringify(openApi('Zhagen 扎根', version, sessionPaths))
  app.get('/api/openapi.json', async (_request, reply) => reply.type('application/json; charset=utf-8').send(document))
}
