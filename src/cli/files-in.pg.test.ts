import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { startSite, type TestSite } from '../../test/kit/server.ts'
import type { CommandBody, CommandKind } from '../protocol/command.ts'
import { order } from '../server/account/open-account.ts'
import { operatorDesk } from '../server/account/operator-desk.ts'
import { runCli } from './frame.ts'

const loaders = {
  'account create': () => import('./account-create.ts'),
  'training attend': () => import('./training-attend.ts'),
  'article import': () => import('./article-import.ts'),
}
const county = '江湾区总工会'

let site: TestSite
let dir: string
let unit: number
let made: string
beforeAll(async () => {
  site = await startSite({ kind: 'story', at: new Date('2026-06-15T01:00:00Z') })
  dir = await mkdtemp(join(tmpdir(), 'zhagen-files-'))
  const { dataFolder, keysFolder } = site.context.config
  vi.stubEnv('ZHAGEN_DATA', dataFolder)
  vi.stubEnv('ZHAGEN_KEYS', keysFolder)
  vi.stubEnv('DATABASE_URL', site.database.urls.ownerUrl)
  vi.stubEnv('DATABASE_APP_URL', site.database.urls.appUrl)
  vi.stubEnv('LOG_LEVEL', 'error')
  unit = (await site.database.owner.query('select id from unit where name = $1', [county])).rows[0].id
  await run('account', 'create', '--login', 'learner', '--name', '学员', '--unit', county, '--role', 'handler')
  const { rows } = await site.database.owner.query(`select id from account where login = 'learner'`)
  const course = await give('course.offer', { unit, title: '隐私与保密', hours: 4, tags: ['privacy'] })
  const sessions = [{ startAt: '2026-06-10T08:30:00+08:00', endAt: '2026-06-10T11:30:00+08:00', hours: 4 }]
  made = await give('class.plan', { unit, course, venue: '县工会三楼', seats: 20, sessions })
  await give('class.enrol', { class: made, accounts: [rows[0].id] })
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await site?.close()
  await rm(dir, { recursive: true, force: true })
})

async function give<K extends CommandKind>(kind: K, body: CommandBody<K>): Promise<string> {
  return (await order(operatorDesk(site.context), 9901, kind, body)).stream
}
async function run(...args: string[]) {
  let [out, err] = ['', '']
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
async function file(name: string, text: string | Buffer): Promise<string> {
  await writeFile(join(dir, name), text)
  return join(dir, name)
}
/** By an editor: a series is no matter of the command line. */
async function openSeries(): Promise<string> {
  await run('account', 'create', '--login', 'writer', '--name', '文书', '--unit', county, '--role', 'editor')
  const { rows } = await site.database.owner.query(
    `select o.account, o.id as post from post o join account a on a.id = o.account where a.login = 'writer'`,
  )
  const editor = { kind: 'staff', ...rows[0], unit, section: null, role: 'editor' } as const
  return (
    await order({ ...operatorDesk(site.context), actor: editor }, 9901, 'series.open', { unit, title: '扎根群众' })
  ).stream
}
const hours = async () =>
  (await site.database.owner.query('select count(*)::int as n from event where kind = $1', ['SessionAttended'])).rows[0]
    .n

it('books nothing under --all-or-nothing where a row is bad, and names each', async () => {
  const sheet = await file('bad.csv', '登录名,课次,学时\nlearner,1,\nnobody,1,\nlearner,9,\n')
  const { code, out } = await run('training', 'attend', made, sheet, '--all-or-nothing', '--json')
  expect(code).toBe(1)
  expect(JSON.parse(out)).toEqual({
    applied: false,
    rows: null,
    faults: 2,
    rejected: [
      { line: 3, column: 'who', why: 'unknown' },
      { line: 4, column: 'session', why: 'no-session' },
    ],
  })
  expect(await hours()).toBe(0)
})

it('books the good rows and names the bad ones', async () => {
  const sheet = await file('some.csv', 'who,session,hours\nlearner,1,3.5\nnobody,1,\n')
  const { code, out, err } = await run('training', 'attend', made, sheet)
  expect([code, out]).toEqual([1, '2 rows: 1 booked, 1 rejected\n'])
  expect(err).toContain('rejected line 3, who: unknown')
  expect(await hours()).toBe(1)
  const whole = await file('whole.csv', 'who,session\nlearner,1\n')
  expect((await run('training', 'attend', made, whole)).code).toBe(0)
})

it('says in one line what is wrong with a sheet or a class', async () => {
  const wrong = await run('training', 'attend', made, await file('wrong.csv', 'a,b\n1,2\n'))
  expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('the first line must name the columns')])
  const long = await run('training', 'attend', made, await file('long.csv', 'who,session\n'.repeat(20_000)))
  expect([long.code, long.err]).toEqual([1, expect.stringContaining('longer than 200000 characters')])
  expect((await run('training', 'attend', 'class', 'x.csv')).code).toBe(2)
  expect((await run('training', 'attend', made, join(dir, 'none.csv'))).err).toContain('cannot read')
})

it('brings an article as a draft of the union, and into a series of it alone', async () => {
  const series = await openSeries()
  const page = await file('one.html', '<h1>分工</h1><p>先听，听完了再说。</p><script>x()</script>')
  const args = ['--unit', county, '--title', '春天的分工', '--json']
  const { code, out } = await run('article', 'import', page, ...args, '--series', series)
  expect(code).toBe(0)
  const { article, blocks } = JSON.parse(out)
  expect(blocks).toBe(2)
  const { rows } = await site.database.owner.query('select stage, unit, series from article where id = $1', [article])
  expect(rows).toEqual([{ stage: 'draft', unit, series }])
  const text = await file('two.md', '# 一\n\n二\n\n- 三\n')
  expect(JSON.parse((await run('article', 'import', text, ...args)).out).blocks).toBe(3)
  const other = await run('article', 'import', text, '--unit', '示例市总工会', '--title', '别处', '--series', series)
  expect([other.code, other.err]).toEqual([1, expect.stringContaining('series')])
})

it('refuses a file that is no article', async () => {
  const args = ['--unit', county, '--title', '空']
  expect((await run('article', 'import', await file('a.txt', '字'), ...args)).code).toBe(2)
  expect((await run('article', 'import', await file('a.html', '<style>p{}</style>'), ...args)).err).toContain('no text')
  const long = await file('a.md', '字'.repeat(320_001))
  expect((await run('article', 'import', long, ...args)).err).toContain('longer than 320000 characters')
})
