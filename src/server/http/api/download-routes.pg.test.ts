import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FuzzSite, fuzzSite, newId } from '../../../../test/fuzz/site.ts'

// Answered tables and papers leave the desk as files: what a browser is told of them, and who is told nothing.

let site: FuzzSite
let county: number
let sheet: string
beforeAll(async () => {
  site = await fuzzSite()
  county = await site.unit('江湾区总工会')
  sheet = await take('服务职工统计表')
})
afterAll(() => site?.close())

async function take(title: string): Promise<string> {
  const words = { unit: county, title, from: '示例市总工会办公室', askedOn: '2026-06-10' }
  const file = Buffer.from('工会,听到的诉求,慰问人次\r\n江湾区总工会,,\r\n').toString('base64')
  const { body } = await site.command(site.staff.triage!, 'sheet.take', { ...words, name: '张三要的.csv', file })
  if (!('accepted' in body)) throw new Error(`not taken: ${JSON.stringify(body)}`)
  const taken = body.accepted.stream
  const columns = [{ column: 1, header: '听到的诉求', measure: 'heard' }]
  const months = { fromMonth: '2026-01', toMonth: '2026-06' }
  await site.command(site.staff.triage!, 'sheet.match', { sheet: taken, ...months, rows: 'own', header: 0, columns })
  return taken
}
const get = (url: string, login?: string) =>
  site.app.inject({ url, headers: login === undefined ? {} : site.staff[login]!.headers })
const nameOf = (disposition: unknown) => decodeURIComponent(String(disposition))

test('a table is filled in the form it came in, under its title and not under the name of its file', async () => {
  const answer = await get(`/api/sheet/${sheet}`, 'triage')
  expect(answer.statusCode).toBe(200)
  expect(answer.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'no-store' })
  expect(nameOf(answer.headers['content-disposition'])).toBe(
    `attachment; filename="_______.csv"; filename*=UTF-8''服务职工统计表.csv`,
  )
  expect(answer.body).toMatch(/^\uFEFF工会,听到的诉求,慰问人次\r\n江湾区总工会,\S+,不掌握\r\n$/)
})

test('a title never ends the header or names a folder', async () => {
  const odd = await get(`/api/sheet/${await take('a"/..\\b: c?')}`, 'triage')
  expect(nameOf(odd.headers['content-disposition'])).toBe(
    `attachment; filename="a__.._b__c_.csv"; filename*=UTF-8''a__.._b_ c_.csv`,
  )
})

test('a paper is a document under the name of its union', async () => {
  const answer = await get(`/api/paper/visit.docx?unit=${county}&from=2026-01&to=2026-06`, 'triage')
  expect(answer.statusCode).toBe(200)
  expect(answer.headers).toMatchObject({
    'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'cache-control': 'no-store',
  })
  expect(nameOf(answer.headers['content-disposition'])).toContain('江湾区总工会情况（领导调研用）.docx')
  expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK')
})

test.each(['city', 'township', 'agent'])('the table of others is not there for %s', async (login) => {
  expect(await told(`/api/sheet/${sheet}`, login)).toEqual([404, 'not-found'])
})

test('what is out of reach or was never made is not there', async () => {
  const paper = `unit=${county}&from=2026-01&to=2026-06`
  expect(await told(`/api/paper/brief.docx?${paper}`, 'township')).toEqual([404, 'not-found'])
  expect(await told(`/api/paper/poem.docx?${paper}`, 'triage')).toEqual([404, 'not-found'])
  expect(await told(`/api/paper/constructor.docx?${paper}`, 'triage')).toEqual([404, 'not-found'])
  expect(await told(`/api/sheet/${newId()}`, 'triage')).toEqual([404, 'not-found'])
})

test('nothing leaves without signing in', async () => {
  for (const url of [`/api/sheet/${sheet}`, `/api/paper/brief.docx?unit=${county}&from=2026-01&to=2026-06`])
    expect(await told(url)).toEqual([401, 'sign-in.needed'])
})

async function told(url: string, login?: string): Promise<unknown[]> {
  const answer = await get(url, login)
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
  expect(answer.headers['content-disposition']).toBeUndefined()
  return [answer.statusCode, answer.json().code]
}

const read = (payload: object, login?: string) =>
  site.app.inject({
    method: 'POST',
    url: '/api/article-text',
    headers: login === undefined ? {} : site.staff[login]!.headers,
    payload,
  })

test('the text of a file is read for those who write, and for nobody else', async () => {
  const file = { form: 'html', text: '<p>一</p><ul><li>二</li></ul>' }
  const answer = await read(file, 'editor')
  expect([answer.statusCode, answer.json()]).toEqual([
    200,
    {
      blocks: [
        { kind: 'paragraph', text: '一' },
        { kind: 'item', text: '二' },
      ],
    },
  ])
  const codes = async (payload: object, login?: string) => {
    const { statusCode, body } = await read(payload, login)
    return [statusCode, JSON.parse(body).code]
  }
  expect(await codes(file)).toEqual([401, 'sign-in.needed'])
  expect(await codes(file, 'handler')).toEqual([403, 'not-allowed'])
  expect(await codes({ form: 'html', text: '<hr>' }, 'editor')).toEqual([422, 'article.unreadable'])
  expect(await codes({ form: 'html', text: '一\u0007' }, 'editor')).toEqual([400, 'field.invalid'])
  expect(await codes({ form: 'docx', text: '一' }, 'editor')).toEqual([400, 'field.invalid'])
  expect(await codes({ form: 'html', text: '一'.repeat(320_001) }, 'editor')).toEqual([400, 'field.invalid'])
})
