import type { FastifyInstance } from 'fastify'
import type { ServerContext } from '../context.ts'

/** The routes of one door. Each is registered in a scope of its own: hooks and parsers it adds stay inside. */
export type Routes = (app: FastifyInstance, context: ServerContext) => Promise<void> | void

/** Every door's routes, one line each. */
export const routes: readonly Routes[] = []
