import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { startSite, type TestSite } from '../../test/kit/server.ts'
import { makeId } from '../domain/id.ts'
import { runCli } from './frame.ts'

const loaders = {
  'account create': () => import('./account-create.ts'),
  'account post': () => import('./account-post.ts'),
  'account hand-over': () => import('./account-hand-over.ts'),
  'account disable': () => import('./account-disable.ts'),
  doctor: () => import('./doctor.ts'),
}

let site: TestSite
beforeAll(async () => {
  // Its unions are there, and nobody works at them.
  site = await startSite({ kind: 'story' })
  const { dataFolder, keysFolder } = site.context.config
  vi.stubEnv('ZHAGEN_DATA', dataFolder)
  vi.stubEnv('ZHAGEN_KEYS', keysFolder)
  vi.stubEnv('DATABASE_URL', site.database.urls.ownerUrl)
  vi.stubEnv('DATABASE_APP_URL', site.database.urls.appUrl)
  vi.stubEnv('LOG_LEVEL', 'error')
  await create('giver', '--role', 'head')
  await create('receiver', '--role', 'agent')
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await site?.close()
})

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

const create = (login: string, ...more: string[]) =>
  run('account', 'create', '--login', login, '--name', login, '--unit', '江湾区总工会', ...more)
const posts = async (login: string) => JSON.parse((await run('account', 'post', '--login', login, '--json')).out).posts

it('hands a post over, and the other person holds the same one', async () => {
  const [held] = await posts('giver')
  const done = await run(
    'account',
    'hand-over',
    '--login',
    'giver',
    '--post',
    String(held.post),
    '--to',
    'receiver',
    '--json',
  )
  expect(done).toMatchObject({ code: 0 })
  const given = JSON.parse(done.out)
  expect(given).toMatchObject({ from: 'giver', to: 'receiver', ended: held.post })
  expect(await posts('giver')).toEqual([])
  expect((await posts('receiver')).at(-1)).toEqual({ ...held, post: given.post })
})

it('says in one line what cannot be handed over, and to whom', async () => {
  const held = (await posts('receiver')).at(-1)
  const over = (...more: string[]) => run('account', 'hand-over', '--login', 'receiver', ...more)
  expect(await over('--post', '999999', '--to', 'giver')).toMatchObject({ code: 1, out: '' })
  expect((await over('--post', String(held.post), '--to', 'nobody-here')).err).toContain('no account with this login')
  expect((await over('--post', String(held.post), '--to', 'receiver')).code).toBe(1)
  expect((await over('--post', 'x', '--to', 'giver')).code).toBe(2)
  expect((await over('--post', '1')).code).toBe(2)
  expect((await posts('receiver')).at(-1)).toEqual(held)
})

it('says when nobody is left, and doctor counts what then waits', async () => {
  const check = async () => {
    const { out } = await run('doctor', '--json')
    return JSON.parse(out).checks.find((each: { name: string }) => each.name === 'staffed')
  }
  expect(await check()).toMatchObject({ ok: true, detail: expect.stringContaining('no open demand waits for nobody') })
  const body = { region: '990102', channel: 'online', mode: 'anonymous', persons: 1, text: '没有发工资' }
  const id = makeId(9901, site.clock.now().getTime(), crypto.getRandomValues(new Uint8Array(8)))
  await site.context.pipeline.submit({ kind: 'public' }, { id, kind: 'demand.raise', body })
  const done = await run('account', 'disable', '--login', 'receiver')
  expect(done).toMatchObject({ code: 0, err: expect.stringContaining('nobody left') })
  expect(await check()).toMatchObject({
    ok: false,
    detail: expect.stringMatching(/^1 open demands wait for nobody: 江湾区总工会 \(\d+\): 1, nobody above either/),
  })
})
