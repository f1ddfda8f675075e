import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { connectDatabase, type Database, type DatabaseUrls } from '../../src/server/database.ts'
import { ask } from './ask.ts'
import { inDatabase } from './postgres-setup.ts'

/** A database of one's own, with the application's three ways into it. */
export interface FreshDatabase extends Database {
  readonly urls: DatabaseUrls
  /** Ends the pools and removes the database: for afterAll. */
  drop(): Promise<void>
}

/**
 * A database nobody else uses, in about a tenth of a second: a copy of the migrated template (`regions`: with the
 * demo's places in it), or `empty` for a test
 * that migrates by itself. One per test file is the habit; what the tests of a file write they see from one another.
 */
export async function freshDatabase(kind: 'migrated' | 'regions' | 'empty' = 'migrated'): Promise<FreshDatabase> {
  const { adminUrl, appUrl, prefix, template, withRegions } = inject('testDatabases')
  const name = `${prefix}${randomBytes(6).toString('hex')}`
  await ask(
    adminUrl,
    `create database ${name} template ${{ migrated: template, regions: withRegions, empty: 'template0' }[kind]}`,
  )
  const urls = { ownerUrl: inDatabase(adminUrl, name), appUrl: inDatabase(appUrl, name) }
  const database = connectDatabase(urls)
  return {
    ...database,
    urls,
    drop: async () => {
      await database.end()
      await ask(adminUrl, `drop database if exists ${name} with (force)`)
    },
  }
}
