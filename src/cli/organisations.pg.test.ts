import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { startSite, type TestSite } from '../../test/kit/server.ts'
import { runCli } from './frame.ts'

const loaders = {
  'regions load': () => import('./regions-load.ts'),
  'organisations scaffold': () => import('./organisations-scaffold.ts'),
  'organisations import': () => import('./organisations-import.ts'),
}
const TEMPLATE = new URL('../../rules/organisations/template.csv', import.meta.url).pathname

let site: TestSite
let dir: string
beforeAll(async () => {
  site = await startSite()
  dir = await mkdtemp(join(tmpdir(), 'zhagen-cli-'))
  const { dataFolder, keysFolder } = site.context.config
  vi.stubEnv('ZHAGEN_DATA', dataFolder)
  vi.stubEnv('ZHAGEN_KEYS', keysFolder)
  vi.stubEnv('DATABASE_URL', site.database.urls.ownerUrl)
  vi.stubEnv('DATABASE_APP_URL', site.database.urls.appUrl)
  vi.stubEnv('LOG_LEVEL', 'error')
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await site?.close()
  await rm(dir, { recursive: true, force: true })
})

async function run(...args: string[]) {
  let out = ''
  let err = ''
  const code = await runCli(args, loaders, {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
  })
  return { code, out, err }
}

it('loads the shipped regions, again without a change, and prints JSON alone', async () => {
  const { code, out } = await run('regions', 'load', '--json')
  expect(code).toBe(0)
  const states = JSON.parse(out).editions.map((one: { edition: string; state: string }) => [one.edition, one.state])
  expect(states).toEqual([
    ['fictional-9901', 'unchanged'],
    ['china-2023', 'unchanged'],
  ])
  expect((await run('regions', 'load')).out).toContain('china-2023: unchanged, 44704 nodes')
})

it('says in one line what is wrong with a region file', async () => {
  const file = join(dir, 'mine.csv')
  await writeFile(file, 'code,name\n')
  expect(await run('regions', 'load', file)).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('mine.csv: mine.yaml must stand beside it'),
  })
  expect((await run('regions', 'load', 'mine.txt')).code).toBe(1)
})

it('seats the unions of a county', async () => {
  const { code, out } = await run('organisations', 'scaffold', '990102', '--name', '江湾区工会联合会', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ region: '990102', created: 7, existing: 0 })
  const again = await run('organisations', 'scaffold', '990102')
  expect(again.out).toContain('0 unions made, 7 were there')
  expect(await run('organisations', 'scaffold', '990199')).toMatchObject({
    code: 1,
    err: expect.stringContaining('990199 is not in force'),
  })
})

it('imports the template, then names the bad row of another file and writes it apart', async () => {
  const first = await run('organisations', 'import', TEMPLATE, '--json')
  expect(first.code).toBe(0)
  expect(JSON.parse(first.out)).toEqual({
    ...{ rows: 2, created: 2, updated: 0, unchanged: 0, rejected: [], rejectedRows: 0, warnings: [] },
    ...{ applied: true, interrupted: false },
  })

  const file = join(dir, 'bad.csv')
  const rejects = join(dir, 'rejects.csv')
  await writeFile(file, 'kind,uscc,name,region\n用人单位,91990102MA0000023X,乙厂,990102001\n用人单位,,丙厂,990199\n')
  const told = await run('organisations', 'import', file, '--rejects', rejects, '--json')
  expect(told.code).toBe(1)
  expect(JSON.parse(told.out)).toMatchObject({
    rows: 2,
    created: 1,
    rejectedRows: 1,
    rejected: [{ line: 3, column: 'region', value: '990199', why: 'no such region is in force' }],
    warnings: [{ line: 2, column: 'uscc' }],
  })
  expect(await readFile(rejects, 'utf8')).toContain('用人单位,,丙厂,990199,3,region: no such region is in force')

  const words = await run('organisations', 'import', file, '--all-or-nothing')
  expect(words.code).toBe(1)
  expect(words.err).toContain('rejected line 3, region “990199”: no such region is in force')
  expect(words.out).toContain('nothing was written')
})

it('says in one line why a file cannot be imported', async () => {
  const missing = await run('organisations', 'import', join(dir, 'none.csv'))
  expect(missing).toMatchObject({ code: 1, out: '', err: expect.stringContaining('cannot read') })
  expect((await run('organisations', 'import', TEMPLATE, '--encoding', 'big5')).code).toBe(2)
  await writeFile(join(dir, 'odd.csv'), 'kind,name,region,phone\n')
  const odd = await run('organisations', 'import', join(dir, 'odd.csv'))
  expect(odd).toMatchObject({ code: 1, err: expect.stringContaining('the column “phone” is not known') })
})
