import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSite, type TestSite } from '../../../../test/kit/server.ts'
import { posterQr } from './qr.ts'

let site: TestSite
let union: { id: number; name: string; region: string }
beforeAll(async () => {
  site = await startSite({ kind: 'story', at: new Date('2026-06-15T01:00:00Z') })
  const { rows } = await site.database.owner.query("select id, name, region from unit where name = '柳荫街道工会'")
  union = rows[0]
})
afterAll(() => site?.close())

async function get(path: string) {
  const answer = await fetch(site.url + path, { headers: { accept: 'text/html' } })
  expect(answer.headers.get('set-cookie')).toBeNull()
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', text: await answer.text() }
}

test('every union has a poster, cards, a form, and the same as drawings that stand alone', async () => {
  const { path } = posterQr(site.url, union.id)
  for (const end of ['', '/cards', '/form']) {
    const { status, text } = await get(`/poster/${union.id}${end}`)
    expect(status).toBe(200)
    expect(text).toContain(union.name)
    expect(text).toContain(path)
    expect(text.replaceAll('http://www.w3.org/2000/svg', '').replaceAll(`${site.url}/raise?union=`, '')).not.toMatch(
      /https?:/,
    )
  }
  for (const drawing of ['poster', 'card', 'contact']) {
    const { type, text } = await get(`/poster/${union.id}/${drawing}.svg`)
    expect(type).toBe('image/svg+xml; charset=utf-8')
    expect(text).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 \d+ \d+"/)
    expect(text).toContain(path)
  }
})

test('the code opens the form with the region of the union filled in, and a wrong one opens it empty', async () => {
  const { text } = await get(`/raise?union=${union.id}`)
  expect(text).toContain(`name="region" value="${union.region}"`)
  // It fills in and is told once; nothing of the union travels with what is sent.
  expect(text).not.toContain('name="union"')
  for (const wrong of ['999999', 'x', '-1', ''])
    expect((await get(`/raise?union=${wrong}`)).text).not.toContain('name="region"')
  // A region said beside it still counts where the union is none.
  expect((await get('/raise?union=x&region=990102')).text).toContain('name="region" value="990102"')
})

test('the text for a chat group is a text, in both languages', async () => {
  const { type, text } = await get(`/poster/${union.id}/chat.txt`)
  expect(type).toBe('text/plain; charset=utf-8')
  expect(text).toContain(`\n${site.url}/raise?union=${union.id}\n`)
  expect(text).toContain('先打 110、119、120')
  expect((await get(`/poster/${union.id}/chat.txt?lang=en`)).text).toContain('Tell the union')
})

test('no poster for a union that is not there any more; a name is a text and never markup', async () => {
  for (const id of ['0', '999999', 'x']) expect((await get(`/poster/${id}`)).status).toBe(404)
  const { owner } = site.database
  await owner.query("update unit set name = '<b>甲&乙</b>工会' where id = $1", [union.id])
  for (const end of ['', '/cards', '/form', '/poster.svg']) {
    const { text } = await get(`/poster/${union.id}${end}`)
    expect(text).toContain('&lt;b&gt;甲&amp;乙')
    expect(text).not.toContain('<b>甲')
  }
  await owner.query("update unit set valid_to = '2026-06-14' where id = $1", [union.id])
  expect((await get(`/poster/${union.id}`)).status).toBe(404)
})
