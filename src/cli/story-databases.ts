import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { SteppingClock } from '../server/clock.ts'
import { composeContext } from '../server/compose.ts'
import { type Config, readConfig } from '../server/config.ts'
import type { DatabaseUrls } from '../server/database.ts'
import { install } from '../server/install.ts'
import { recordInstallation } from '../server/installation.ts'
import { createLog } from '../server/log.ts'
import { openDatabase } from '../server/open-database.ts'

/** A database made for one story: how to reach it, its keys, and how to take it away. */
export type StoryDatabase = { readonly config: Config; drop(): Promise<void> }

/** Makes databases for stories, each fresh: copies of one that has schema, regions and the demo county in it. */
export type StoryDatabases = {
  fresh(): Promise<StoryDatabase>
  /** The one the others are copies of, to be kept: where it lies. */
  readonly original: StoryDatabase & { readonly data: string; readonly keys: string }
  close(): Promise<void>
}

const federation = '江湾区总工会（故事）'
/** The year the fictional division begins; what a story makes of it comes later. */
const made = new Date('2012-01-01T00:00:00+08:00')

/**
 * @param own the operator's own PostgreSQL, whose owner may create databases; without it an embedded one is started in a
 *   temporary folder
 * @param keep the original will be played in and kept: nothing is hurried
 */
export async function makeStoryDatabases(options: {
  readonly own?: DatabaseUrls | undefined
  readonly keep?: boolean
  readonly say: (line: string) => void
}): Promise<StoryDatabases> {
  const { own, keep = false, say } = options
  const folder = mkdtempSync(path.join(tmpdir(), 'zhagen-story-'))
  const name = `zhagen_story_${path.basename(folder).slice(-6).toLowerCase()}_${process.pid}`
  const undo: (() => Promise<unknown>)[] = keep ? [] : [async () => rmSync(folder, { recursive: true, force: true })]
  const close = async () => {
    for (const each of undo.splice(0).reverse()) await each()
  }
  try {
    if (own) {
      await ask(own.ownerUrl, `create database ${name}`)
      if (!keep) undo.push(() => ask(own.ownerUrl, `drop database if exists ${name} with (force)`))
    }
    const config = configOf(folder, own && inDatabase(own, name))
    const opened = await openDatabase({
      config,
      clock: { now: () => made },
      verb: 'start',
      say,
      onLost: () => undefined,
    })
    const { embedded } = opened
    if (embedded) undo.push(() => embedded.stop())
    try {
      await fill(config, opened, keep)
    } finally {
      await opened.db.end()
    }
    const server = own ?? (opened.embedded as DatabaseUrls)
    let copies = 0
    const fresh = async (): Promise<StoryDatabase> => {
      copies += 1
      const copy = `${name}_${copies}`
      await ask(server.ownerUrl, `create database ${copy} template ${own ? name : 'zhagen'}`)
      const place = path.join(folder, `story-${copies}`)
      cpSync(config.keysFolder, path.join(place, 'keys'), { recursive: true })
      return {
        config: configOf(place, inDatabase(server, copy)),
        drop: () => ask(server.ownerUrl, `drop database if exists ${copy} with (force)`),
      }
    }
    const served = configOf(folder, inDatabase(server, own ? name : 'zhagen'))
    return {
      fresh,
      original: { config: served, drop: async () => undefined, data: config.dataFolder, keys: config.keysFolder },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function fill(config: Config, opened: Awaited<ReturnType<typeof openDatabase>>, keep: boolean): Promise<void> {
  const { owner } = opened.db
  if (opened.embedded && !keep) {
    // Nothing of a story is worth surviving a power cut.
    for (const each of ['fsync', 'full_page_writes', 'synchronous_commit'])
      await owner.query(`alter system set ${each} = off`)
    await owner.query('select pg_reload_conf()')
  }
  const clock = new SteppingClock(made)
  const wanted = { kind: 'story' as const, federation, admin: undefined }
  await recordInstallation(owner, clock, { ...wanted, keyFingerprint: opened.keyFingerprint })
  const context = await composeContext({ config, clock, log: createLog(config.logLevel), opened, kind: 'story' })
  try {
    await install({ ...context, ...wanted, say: () => undefined })
  } finally {
    await context.close()
  }
}

function configOf(folder: string, urls: DatabaseUrls | undefined): Config {
  return readConfig({
    ...{ LOG_LEVEL: 'error', HOST: '127.0.0.1', PORT: '0' },
    ...{ ZHAGEN_DATA: path.join(folder, 'data'), ZHAGEN_KEYS: path.join(folder, 'keys') },
    // A step may say which address it comes from, as a proxy on this machine would.
    TRUST_PROXY: '127.0.0.1/32',
    ...(urls ? { DATABASE_URL: urls.ownerUrl, DATABASE_APP_URL: urls.appUrl } : {}),
  })
}

/** The same logins, in another database of the server. */
function inDatabase({ ownerUrl, appUrl }: DatabaseUrls, name: string): DatabaseUrls {
  const other = (url: string) => {
    const there = new URL(url)
    there.pathname = `/${name}`
    return there.href
  }
  return { ownerUrl: other(ownerUrl), appUrl: other(appUrl) }
}

async function ask(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
