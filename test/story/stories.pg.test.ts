import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { makeStoryDatabases, type StoryDatabase, type StoryDatabases } from '../../src/cli/story-databases.ts'
import { playIn } from '../../src/cli/story-play.ts'
import { checkNames } from '../../src/server/story/check-names.ts'
import { readStoryFile, type Story } from '../../src/server/story/story-file.ts'
import { problemLine, stepLines } from '../../src/server/story/story-report.ts'
import { ask } from '../kit/ask.ts'

const folder = path.resolve(import.meta.dirname, '..', '..', 'stories')
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))

let databases: StoryDatabases
beforeAll(async () => {
  const { adminUrl: ownerUrl, appUrl } = inject('testDatabases')
  databases = await makeStoryDatabases({ own: { ownerUrl, appUrl }, say: () => undefined })
}, 180_000)
afterAll(() => databases?.close())

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
    expect(await findIn(database, said)).toEqual([])
    // The same look, at what may stand there: the name of a person of the union.
    expect(await findIn(database, [read.story!.cast.people![0]!.name])).toEqual(['account'])
  } finally {
    await database.drop()
  }
})

/** What the story's workers are called, everything anybody says in it, and the addresses its requests come from. */
function personalIn({ cast, steps }: Story): readonly string[] {
  const workers = (cast.workers ?? []).flatMap(({ name, phone }) => [name, phone])
  const words = steps.flatMap((step) => {
    const { text, note, what, evidence } = (step.with ?? {}) as Readonly<Record<string, string | undefined>>
    // What a meeting decided is issued to everybody; what a deed was about tells of somebody.
    const about = String(step.do).startsWith('meeting.') ? undefined : what
    const { names = [] } = (step.with ?? {}) as { readonly names?: readonly string[] }
    const from = typeof step.from === 'string' ? [step.from] : []
    return step.later === undefined ? [text, note, about, evidence, ...names, ...from] : []
  })
  return [...new Set([...workers, ...words].filter((each): each is string => typeof each === 'string' && each !== ''))]
}

/** The tables in which one of the texts stands, as text or as bytes. */
async function findIn(database: StoryDatabase, texts: readonly string[]): Promise<string[]> {
  const url = database.config.ownDatabase!.ownerUrl
  const tables = await ask(
    url,
    "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1",
  )
  expect(tables.length).toBeGreaterThan(15)
  const wanted = texts.flatMap((text) => [text, Buffer.from(text).toString('hex')])
  const found: string[] = []
  for (const { name } of tables) {
    const rows = await ask(url, `select t::text as row from ${name} t`)
    if (rows.some(({ row }) => wanted.some((text) => String(row).includes(text)))) found.push(String(name))
  }
  return found
}
