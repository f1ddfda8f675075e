import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type FuzzSite, fuzzSite } from '../../test/fuzz/site.ts'
import { runCli } from './frame.ts'

// A worker asks under the receipt whether it stands in the ledger, saves the proof, and somebody else checks it.

const words = { text: '冲床的护罩是用铁丝绑的', name: '测试者赵某', phone: '13800005555' }
let site: FuzzSite
let dir: string
beforeAll(async () => {
  site = await fuzzSite()
  dir = await mkdtemp(join(tmpdir(), 'zhagen-proof-'))
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await site?.close()
  await rm(dir, { recursive: true, force: true })
})

const post = async (url: string, form: Readonly<Record<string, string>>) => {
  const { statusCode, headers, body } = await site.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  })
  return { status: statusCode, headers, body }
}
const within = (text: string, form: RegExp) => form.exec(text)?.[1] ?? ''
async function run(...args: string[]) {
  let [out, err] = ['', '']
  const code = await runCli(
    args,
    { 'receipt check': () => import('./receipt-check.ts') },
    {
      out: (text) => {
        out += text
      },
      err: (text) => {
        err += text
      },
    },
  )
  return { code, out, err }
}

it('is checked on the page, saved, and checked again by whoever has the file', async () => {
  const form = (await site.app.inject({ url: '/raise?region=990102001' })).body
  const nonce = within(form, /name="nonce" value="([^"]+)"/)
  const fields = { nonce, region: '990102001', persons: '1', mode: 'confidential', ...words, do: 'submit' }
  const page = (await post('/raise', fields)).body
  const number = within(page.replace(/<[^>]+>/g, ''), /(SQ-\d{6}-\d{8}-\d{6}-\d)/)
  const code = within(page, /class="code"[^>]*>(.+?)<\/span><span class="heard"/).replace(/<[^>]+>/g, '')
  const ticket = within((await post('/follow', { number, code })).body, /name="ticket" value="([^"]+)"/)
  expect((await post('/follow/proof', { ticket })).body).toContain('核对过了，对得上')
  const saved = await post('/follow/proof-file', { ticket })
  expect([saved.status, saved.headers['content-disposition']]).toEqual([200, 'attachment; filename="check.json"'])
  expect(saved.body).toContain(number)
  for (const word of Object.values(words)) expect(saved.body).not.toContain(word)
  expect((await post('/follow/proof-file', { ticket: 'x' })).status).toBe(401)

  const file = join(dir, 'check.json')
  await writeFile(file, saved.body)
  expect(await run('receipt', 'check', file)).toMatchObject({
    code: 0,
    out: expect.stringMatching(`${number}.*: holds`),
  })
  await writeFile(file, saved.body.replace('\\"persons\\":1', '\\"persons\\":2'))
  expect(await run('receipt', 'check', file)).toMatchObject({ code: 1, out: expect.stringMatching('does not hold') })
  await writeFile(file, '{"event":1}')
  expect(await run('receipt', 'check', file)).toMatchObject({ code: 1, err: expect.stringMatching('no proof saved') })

  // Touched in the ledger, the page says so and gives no proof.
  const { config } = site.context
  vi.stubEnv('ZHAGEN_DATA', config.dataFolder)
  vi.stubEnv('ZHAGEN_KEYS', config.keysFolder)
  vi.stubEnv('DATABASE_URL', site.database.urls.ownerUrl)
  vi.stubEnv('DATABASE_APP_URL', site.database.urls.appUrl)
  await writeFile(file, saved.body)
  expect(await run('receipt', 'check', '--ledger', file)).toMatchObject({ code: 0 })
  await site.database.owner.query(
    `update event set at = at + interval '1 second' where version = 1 and noun = 'demand'`,
  )
  const broken = await post('/follow/proof', { ticket })
  expect([broken.status, broken.body]).toEqual([422, expect.stringContaining('没有对上')])
  expect((await post('/follow/proof-file', { ticket })).status).toBe(422)
})
