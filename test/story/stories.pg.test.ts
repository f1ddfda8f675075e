import { readdirSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { makeStoryDatabases, type StoryDatabase, type StoryDatabases } from '../../src/cli/story-databases.ts'
import { playIn } from '../../src/cli/story-play.ts'
import { checkNames } from '../../src/server/story/check-names.ts'
import { readStoryFile, type Story } from '../../src/server/story/story-file.ts'
import { problemLine, stepLines } from '../../src/server/story/story-report.ts'

const folder = path.resolve(import.meta.dirname, '..', '..', 'stories')
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))

import { freshDatabase } from '../kit/postgres.ts'
import { plansOf, watchReaders } from '../kit/statements.ts'
import { queriesText, unserved } from './queries.ts'

let databases: StoryDatabases
let readers: ReturnType<typeof watchReaders>
beforeAll(async () => {
  readers = watchReaders()
  const { adminUrl: ownerUrl, appUrl } = inject('testDatabases')
  databases = await makeStoryDatabases({ own: { ownerUrl, appUrl }, say: () => undefined })
}, 180_000)
afterAll(() => {
  readers?.stop()
  return databases?.close()
})

it('finds the stories', () => {
  expect(files).toContain('plain-life.yaml')
  expect(files.length).toBeGreaterThanOrEqual(4)
})

it.each(files)('%s', async (name) => {
  const read = readStoryFile(path.join(folder, name))
  checkNames(read)
  expect(read.problems.map(problemLine)).toEqual([])
  const database = await databases.fresh()
  try {
    const { steps, passed } = await playIn(database, read.story!)
    expect(steps.filter((step) => !step.ok && step.later === undefined).map(stepLines)).toEqual([])
    expect(passed).toBeGreaterThan(5)
    expect(steps.at(-1)).toMatchObject({ what: 'ledger verify', ok: true })
    const said = personalIn(read.story!)
    // Of every matter raised, at least what was said and who said it is looked for.
    const raised = read.story!.steps.filter((step) => step.do === 'demand.raise').length
    expect(said.length).toBeGreaterThanOrEqual(raised)
    if (raised > 1) expect(said.length).toBeGreaterThan(3)
    // The same look, at what may stand there: the name of a person of the union.
    const known = [read.story!.cast.people![0]!.name]
    expect(await findIn(database, { said, known })).toEqual({ said: [], known: ['account'] })
  } finally {
    await database.drop()
  }
})

it('finds what its readers asked for by indexes', async () => {
  const database = await freshDatabase()
  const found = await plansOf(database, readers.asked)
  await database.drop()
  expect(found.size).toBeGreaterThan(80)
  expect(unserved(found)).toEqual([])
  await expect(queriesText(readers.asked, found)).toMatchFileSnapshot(path.join(folder, '..', 'db', 'queries.sql'))
})

/** What the story's workers are called, everything anybody says in it, and the addresses its requests come from. */
function personalIn({ cast, steps }: Story): readonly string[] {
  const workers = (cast.workers ?? []).flatMap(({ name, phone }) => [name, phone])
  const words = steps.flatMap((step) => {
    const { text: written, note, what, evidence } = (step.with ?? {}) as Readonly<Record<string, string | undefined>>
    // A practice is described for everybody, in words that may name nobody.
    const text = step.do === 'practice.describe' ? undefined : written
    // What a meeting decided is issued to everybody; what a deed was about tells of somebody.
    const about = String(step.do).startsWith('meeting.') ? undefined : what
    const { names = [] } = (step.with ?? {}) as { readonly names?: readonly string[] }
    const from = typeof step.from === 'string' ? [step.from] : []
    return step.later === undefined ? [text, note, about, evidence, ...names, ...from] : []
  })
  return [...new Set([...workers, ...words].filter((each): each is string => typeof each === 'string' && each !== ''))]
}

/** Of each list of texts, the tables in which one of them stands, as text or as bytes. */
async function findIn<Name extends string>(
  database: StoryDatabase,
  texts: Readonly<Record<Name, readonly string[]>>,
): Promise<Record<Name, string[]>> {
  const lists = (Object.entries(texts) as [Name, readonly string[]][]).map(([name, each]) => ({
    ...{ name, tables: [] as string[] },
    wanted: each.flatMap((text) => [text, Buffer.from(text).toString('hex')]),
  }))
  const client = new pg.Client({ connectionString: database.config.ownDatabase!.ownerUrl })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1",
    )
    expect(tables.length).toBeGreaterThan(15)
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`)
      for (const { wanted, tables: found } of lists)
        if (rows.some(({ row }) => wanted.some((text) => row.includes(text)))) found.push(name)
    }
  } finally {
    await client.end()
  }
  return Object.fromEntries(lists.map(({ name, tables }) => [name, tables])) as Record<Name, string[]>
}
