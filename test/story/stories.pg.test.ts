import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { makeStoryDatabases, type StoryDatabases } from '../../src/cli/story-databases.ts'
import { playIn } from '../../src/cli/story-play.ts'
import { checkNames } from '../../src/server/story/check-names.ts'
import { readStoryFile } from '../../src/server/story/story-file.ts'
import { problemLine, stepLines } from '../../src/server/story/story-report.ts'

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
  } finally {
    await database.drop()
  }
})
