import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Database } from './database.ts'
import type { Keys } from './keys-file.ts'
import type { Log } from './log.ts'

/** What a running server gives to its routes. */
export type ServerContext = {
  readonly config: Config
  readonly db: Database
  readonly keys: Keys
  readonly clock: Clock
  readonly log: Log
}
