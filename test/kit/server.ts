import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { SteppingClock } from '../../src/server/clock.ts'
import { composeContext } from '../../src/server/compose.ts'
import { readConfig } from '../../src/server/config.ts'
import type { ServerContext } from '../../src/server/context.ts'
import { buildServer, closeServer, listen } from '../../src/server/http/server.ts'
import { install } from '../../src/server/install.ts'
import { type InstallationKind, recordInstallation } from '../../src/server/installation.ts'
import { createLog, type Log } from '../../src/server/log.ts'
import { openDatabase } from '../../src/server/open-database.ts'
import { type FreshDatabase, freshDatabase } from './postgres.ts'

/** The whole site on a free port of this machine, over a database of its own. */
export interface TestSite {
  /** Without a slash at the end. */
  readonly url: string
  readonly app: FastifyInstance
  readonly context: ServerContext
  readonly database: FreshDatabase
  /** The clock the site goes by; step it as a story does. */
  readonly clock: SteppingClock
  close(): Promise<void>
}

export interface SiteOptions {
  /** `test` (nothing but the schema) unless told; `demo` plays the demo, `story` takes clock steps. */
  readonly kind?: InstallationKind
  /** Instant the clock starts at; the present unless told. */
  readonly at?: Date
  /** Further settings, as the operator would give them: PUBLIC_URL, TRUST_PROXY, … */
  readonly env?: Readonly<Record<string, string>>
  /** Where the site writes its log; errors to stderr unless told. */
  readonly log?: Log
}

/** Starts what `zhagen start` starts, by the same steps, in this process. */
export async function startSite(options: SiteOptions = {}): Promise<TestSite> {
  const database = await freshDatabase(options.kind === 'real' ? 'migrated' : 'regions')
  const folder = mkdtempSync(path.join(tmpdir(), 'zhagen-site-'))
  const clock = new SteppingClock(options.at ?? new Date())
  const config = readConfig({
    LOG_LEVEL: 'error',
    ...options.env,
    HOST: '127.0.0.1',
    PORT: '0',
    ZHAGEN_DATA: path.join(folder, 'data'),
    ZHAGEN_KEYS: path.join(folder, 'keys'),
    DATABASE_URL: database.urls.ownerUrl,
    DATABASE_APP_URL: database.urls.appUrl,
  })
  const undo: (() => Promise<void> | void)[] = [() => rmSync(folder, { recursive: true, force: true }), database.drop]
  const close = async () => {
    for (const each of undo.reverse()) await each()
  }
  try {
    const say = () => undefined
    const opened = await openDatabase({ config, clock, verb: 'start', say, onLost: say })
    undo.push(opened.close)
    const wanted = { kind: options.kind ?? ('test' as const), federation: '测试总工会', admin: undefined }
    await recordInstallation(opened.db.owner, clock, { ...wanted, keyFingerprint: opened.keyFingerprint })
    const context = await composeContext({
      config,
      clock,
      log: options.log ?? createLog(config.logLevel),
      opened,
      kind: wanted.kind,
    })
    await install({ ...context, ...wanted, say })
    const app = await buildServer(context)
    undo.push(() => closeServer(app))
    const port = await listen(app, config.host, config.port)
    return { url: `http://127.0.0.1:${port}`, app, context, database, clock, close }
  } catch (error) {
    await close()
    throw error
  }
}
