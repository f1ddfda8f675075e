import type { Actor } from '../domain/actor.ts'
import type { Rules } from '../domain/rules.ts'
import type { SignInContext } from './account/sign-in.ts'
import type { Clock } from './clock.ts'
import type { CommandContext } from './command/context.ts'
import type { Pipeline } from './command/handle.ts'
import type { Config } from './config.ts'
import type { Database } from './database.ts'
import type { Follower } from './follow/follow.ts'
import type { InstallationKind } from './installation.ts'
import type { Keys } from './keys-file.ts'
import type { Log } from './log.ts'
import type { SendContext } from './notice/send-due.ts'

/** What a running server gives to its routes. */
export type ServerContext = {
  readonly config: Config
  readonly db: Database
  readonly keys: Keys
  readonly clock: Clock
  readonly log: Log
  readonly rules: Rules
  /** What this database is; only a story database takes clock steps. */
  readonly kind: InstallationKind
  /** The one door through which the ledger is written. */
  readonly pipeline: Pipeline
  /** What the pipeline itself works with; routes use it for receipts and for opening content. */
  readonly command: CommandContext
  readonly signIn: SignInContext
  /** What reads the feed and reacts; `startFollowing` runs them, `runFollowersOnce` in stories and tests. */
  readonly followers: readonly Follower[]
  /** The ways out, the book of addresses, and how notices are sent. */
  readonly outgoing: SendContext['outgoing']
  /** Of these demands, those a person of the union may see. */
  readonly reachedBy: (
    actor: Extract<Actor, { kind: 'staff' }>,
    demands: readonly string[],
  ) => Promise<readonly string[]>
  /** Ends what the context holds open beside the database: waits for the pipeline, closes the heads file. */
  readonly close: () => Promise<void>
}
