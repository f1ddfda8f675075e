import { schemaVersion } from '../../migrate/migrate.ts'
import { version } from '../../version.ts'
import type { Routes } from '../routes.ts'

/** What a probe may know. `schema` is the number of the last migration, null while the database does not answer. */
export type Health = {
  readonly status: 'ok' | 'down'
  readonly version: string
  readonly schema: number | null
  readonly database: 'ok' | 'down'
}

/** GET /health: 200 while the database answers within two seconds, else 503. Open to everyone, says nothing of content. */
export const health: Routes = (app, { db, log }) => {
  app.get('/health', async (_request, reply) => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('the database did not answer within two seconds')), 2000)
    })
    try {
      const schema = await Promise.race([schemaVersion(db.owner), late])
      return { status: 'ok', version, schema, database: 'ok' } satisfies Health
    } catch (error) {
      log.warn({ err: error }, 'health: database')
      return reply.code(503).send({ status: 'down', version, schema: null, database: 'down' } satisfies Health)
    } finally {
      clearTimeout(timer)
    }
  })
}
