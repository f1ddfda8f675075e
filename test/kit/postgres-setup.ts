import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { systemClock } from '../../src/server/clock.ts'
import { connectDatabase } from '../../src/server/database.ts'
import { migrate } from '../../src/server/migrate/migrate.ts'
import { appName } from '../../src/server/postgres/cluster.ts'
import { loadRegions } from '../../src/server/region/load.ts'
import { ask } from './ask.ts'
import { startTestServer, type TestServer } from './test-server.ts'

const REGIONS = path.resolve(import.meta.dirname, '../../rules/regions')

/** What a test file needs to make itself a database. */
export interface TestDatabases {
  readonly adminUrl: string
  readonly appUrl: string
  /** Begins the name of every database of this run. */
  readonly prefix: string
  readonly template: string
  /** The same with the regions of a demo loaded, which takes a second: for a whole site. */
  readonly withRegions: string
}

declare module 'vitest' {
  interface ProvidedContext {
    testDatabases: TestDatabases
  }
}

/** Once per run of vitest: a server, and in it one migrated database that the test files copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer()
  const prefix = `zhagen_test_${process.pid}_`
  try {
    const template = await makeTemplate(server, prefix)
    const withRegions = await addRegions(server, prefix, template)
    const { adminUrl, appUrl } = server
    project.provide('testDatabases', { adminUrl, appUrl, prefix, template, withRegions })
  } catch (error) {
    await tearDown(server, prefix)
    throw error
  }
  return () => tearDown(server, prefix)
}

async function makeTemplate(server: TestServer, prefix: string): Promise<string> {
  const template = `${prefix}template`
  await ask(server.adminUrl, `create database ${template}`)
  const database = connectDatabase({ ownerUrl: inDatabase(server.adminUrl, template), appUrl: server.appUrl })
  try {
    await migrate(database.owner, systemClock, () => undefined)
  } finally {
    await database.end()
  }
  const { username, password } = new URL(server.appUrl)
  if (username === appName) {
    await ask(server.adminUrl, `alter role ${appName} password ${pg.escapeLiteral(decodeURIComponent(password))}`)
  }
  return template
}

async function addRegions(server: TestServer, prefix: string, template: string): Promise<string> {
  const copy = `${prefix}regions`
  await ask(server.adminUrl, `create database ${copy} template ${template}`)
  const client = new pg.Client({ connectionString: inDatabase(server.adminUrl, copy) })
  await client.connect()
  try {
    await loadRegions(client, REGIONS, { at: systemClock.now(), fictional: true })
  } finally {
    await client.end()
  }
  return copy
}

/** Databases a test file left behind go too, on a server that was given to us. */
async function tearDown(server: TestServer, prefix: string): Promise<void> {
  try {
    if (process.env.DATABASE_URL_TEST) await dropAll(server.adminUrl, prefix)
  } finally {
    await server.stop()
  }
}

async function dropAll(adminUrl: string, prefix: string): Promise<void> {
  const ours = `select datname as name from pg_database where starts_with(datname, ${pg.escapeLiteral(prefix)})`
  for (const { name } of await ask(adminUrl, ours)) await ask(adminUrl, `drop database if exists ${name} with (force)`)
}

/** The same login, in another database of the server. */
export function inDatabase(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}
