import { copyFileSync } from 'node:fs'
import { headsPath } from '../../src/server/ledger/heads-file.ts'
import { type Verified, verifyLedger } from '../../src/server/ledger/verify.ts'
import type { Finding } from '../../src/server/ledger/verify-finding.ts'
import type { SubjectKeys } from '../../src/server/vault/subject-keys.ts'
import { type Crew, crewOf, plainLife, randomLives } from './lives.ts'
import { type PipelineFixture, pipelineFixture } from './pipeline.ts'
import { randomFrom } from './random.ts'

const tables = ['event', 'command', 'ledger_batch', 'stream', 'realm_head', 'content', 'subject_key'] as const

/** A ledger with several lives in it, to be damaged as superuser, verified, and put back as it was. */
export interface TamperedLedger {
  readonly fixture: PipelineFixture
  readonly crew: Crew
  /** A demand in the middle of the ledger, with its whole life. */
  readonly middle: string
  /** Statements as the owner, each committed. */
  run(...statements: string[]): Promise<void>
  /** First row of an answer. */
  // biome-ignore lint/suspicious/noExplicitAny: rows of any query
  one(sql: string, ...values: unknown[]): Promise<any>
  verify(more?: { open?: SubjectKeys; realm?: number }): Promise<Verified>
  /** The first thing the verification names. */
  find(): Promise<Finding | null>
  /** Puts database and heads file back, for afterEach. */
  mend(): Promise<void>
}

/** Every table of the ledger; `saved.<table>` holds it as it was. */
export const ledgerTables: readonly string[] = tables

export async function ledgerToTamper(): Promise<TamperedLedger> {
  const fixture = await pipelineFixture()
  const crew = await crewOf(fixture)
  await plainLife(fixture, crew)
  const middle = await plainLife(fixture, crew)
  await randomLives(fixture, crew, randomFrom(7), 40)
  // One whose name was erased, so that what should be gone can be brought back.
  const erased = await plainLife(fixture, crew)
  await fixture.accept(crew.custodian, 'content.erase', {
    demand: erased,
    parts: ['identity'],
    reason: 'worker-request',
  })
  const { owner } = fixture.db
  const run = async (...statements: string[]) => {
    for (const each of statements) await owner.query(each)
  }
  await run('create schema saved', ...tables.map((table) => `create table saved.${table} as table ${table}`))
  const heads = headsPath(fixture.keysFolder)
  copyFileSync(heads, `${heads}.saved`)
  const verify: TamperedLedger['verify'] = (more = {}) =>
    verifyLedger(owner, { macKey: fixture.keysFile.keys.mac, keysFolder: fixture.keysFolder, ...more })
  return {
    ...{ fixture, crew, middle, run, verify },
    one: async (sql, ...values) => (await owner.query(sql, values)).rows[0],
    find: async () => (await verify()).first,
    mend: async () => {
      await run(
        ...tables.map((t) => `truncate ${t}`),
        ...tables.map((t) => `insert into ${t} select * from saved.${t}`),
      )
      copyFileSync(`${heads}.saved`, heads)
    },
  }
}
