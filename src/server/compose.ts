import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { ServerContext } from './context.ts'
import type { Log } from './log.ts'
import type { OpenedDatabase } from './open-database.ts'

/** Puts together what routes, verbs and installation steps work with: the one place to extend when they need more. */
export async function composeContext(parts: {
  readonly config: Config
  readonly clock: Clock
  readonly log: Log
  readonly opened: OpenedDatabase
}): Promise<ServerContext> {
  const { config, clock, log, opened } = parts
  return { config, db: opened.db, keys: opened.keys, clock, log }
}
