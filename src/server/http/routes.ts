import type { FastifyInstance } from 'fastify'
import type { ServerContext } from '../context.ts'
import { articleTextRoute } from './api/article-text-route.ts'
import { clockRoutes } from './api/clock.ts'
import { commandRoutes } from './api/command.ts'
import { fileRoutes } from './api/file-routes.ts'
import { liveRoutes } from './api/live.ts'
import { meetingRoutes } from './api/meeting-calendar.ts'
import { openApiRoutes } from './api/openapi.ts'
import { paperRoutes } from './api/paper-routes.ts'
import { sheetRoutes } from './api/sheet-routes.ts'
import { viewRoutes } from './api/view.ts'
import { deskRoutes } from './desk/desk-routes.ts'
import { doorRoutes } from './door/door-routes.ts'
import { sessionRoutes } from './session/session-routes.ts'

/** The routes of one door. Each is registered in a scope of its own: hooks and parsers it adds stay inside. */
export type Routes = (app: FastifyInstance, context: ServerContext) => Promise<void> | void

/** Every door's routes, one line each. */
export const routes: readonly Routes[] = [
  commandRoutes,
  viewRoutes,
  meetingRoutes,
  sheetRoutes,
  paperRoutes,
  articleTextRoute,
  fileRoutes,
  liveRoutes,
  openApiRoutes,
  clockRoutes,
  sessionRoutes,
  doorRoutes,
  deskRoutes,
]
