import { type Clock, systemClock } from '../server/clock.ts'
import { composeContext } from '../server/compose.ts'
import type { Config } from '../server/config.ts'
import type { ServerContext } from '../server/context.ts'
import type { Installation } from '../server/installation.ts'
import { createLog } from '../server/log.ts'
import { openDatabase } from '../server/open-database.ts'
import { describeEmbedded } from '../server/postgres/embedded.ts'
import { VerbFailure } from './verb.ts'

/** What a verb works with: the same as a route, and what kind of database it stands in. */
export type VerbDatabase = ServerContext & { readonly installation: Installation }

const nothingYet = 'nothing is installed here yet; run npm start (or npm start -- --empty) first, or set ZHAGEN_DATA'

/**
 * Gives `work` the installation's database: that of the running server, or, when none runs, the embedded one started for
 * as long as the work lasts. Refuses when nothing is installed yet.
 */
export async function withDatabase<T>(
  { config, verb, say }: { readonly config: Config; readonly verb: string; readonly say: (line: string) => void },
  work: (context: VerbDatabase) => Promise<T>,
): Promise<T> {
  const clock: Clock = systemClock
  // A verb must not leave a new cluster and new keys behind in a folder that was mistyped.
  if (!config.ownDatabase && !describeEmbedded(config.dataFolder)) throw new VerbFailure(nothingYet)
  const log = createLog(config.logLevel)
  const opened = await openDatabase({ config, clock, verb, say, onLost: (error) => log.debug({ err: error }, 'lost') })
  try {
    const { installation } = opened
    if (!installation) throw new VerbFailure(nothingYet)
    const composed = await composeContext({ config, clock, log, opened })
    try {
      return await work({ ...composed, installation })
    } finally {
      await composed.close()
    }
  } finally {
    await opened.close()
  }
}
