import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Paper, paperOf, withComments } from '../../../../test/kit/paper.ts'
import { type PipelineFixture, pipelineFixture } from '../../../../test/kit/pipeline.ts'
import type { Block } from '../../../domain/article/block.ts'
import { commentsOf } from '../../view/comments.ts'

const phone = '13900000000'
const plain: readonly Block[] = [{ kind: 'paragraph', text: '2012年，工会的人到了厂里。' }]
let fixture: PipelineFixture
let paper: Paper
beforeAll(async () => {
  fixture = await pipelineFixture({ rules: withComments })
  paper = await paperOf(fixture)
})
afterAll(async () => {
  await paper?.close()
  await fixture?.close()
})

/** An article anybody may comment on. */
async function openArticle(): Promise<string> {
  const article = await paper.publish(plain)
  await fixture.accept(paper.first, 'article.comments', { article, open: true })
  await paper.follow()
  return article
}
const ticketIn = (body: string) => /name="ticket" value="([^"]+)"/.exec(body)?.[1] ?? ''
const codeSent = () => /\d{6}/.exec(paper.sent.at(-1)?.text ?? '')?.[0] ?? ''
/** Says something and types in the code that came; gives the page at the end. */
async function comment(article: string, text: string, by = phone) {
  const asked = await paper.post(`/news/${article}/comment`, { text, phone: by })
  expect(asked.status, asked.body).toBe(200)
  const ticket = ticketIn(asked.body)
  const kept = await paper.post(`/news/${article}/comment`, { ticket, code: codeSent() })
  return { ticket, kept }
}
const kept = (body: string) => {
  const [number = '', code = ''] = [...body.matchAll(/<dd class="mono">([^<]+)<\/dd>/g)].map(([, text]) => text)
  return { number, code }
}
const queue = (actor = paper.first, list: 'waiting' | 'all' = 'waiting') =>
  commentsOf({ ...fixture.context, reader: fixture.db.reader }, actor, { list })

test('off as it ships, and off for an article nobody opened: 0 and nothing else', async () => {
  const article = await paper.publish(plain)
  const page = await paper.get(`/news/${article}`)
  expect(page.body).toContain('评论 0')
  expect(page.body).not.toContain('/comment')
  expect((await paper.get(`/news/${article}/comment`)).status).toBe(404)
  expect((await paper.post(`/news/${article}/comment`, { text: '好', phone })).status).toBe(404)
  const shut = await pipelineFixture()
  const other = await paperOf(shut)
  try {
    const one = await other.publish(plain)
    const asked = await shut.send(other.first, 'article.comments', { article: one, open: true })
    expect(asked).toMatchObject({ refused: { code: 'comments.off' } })
  } finally {
    await other.close()
    await shut.close()
  }
})

test('a comment is verified by phone, read by an editor, counted once published, and taken back by its writer', async () => {
  const article = await openArticle()
  const before = paper.sent.length
  const { ticket, kept: page } = await comment(article, '写得实在。\n希望多来。')
  expect(paper.sent.length - before).toBe(1)
  expect(paper.sent.at(-1)).toMatchObject({ to: phone })
  expect(page.body).toContain('等编辑看')
  // Sent again, by a reload or a double tap, it is the same one.
  const again = await paper.post(`/news/${article}/comment`, { ticket, code: codeSent() })
  expect(kept(again.body)).toEqual(kept(page.body))
  expect((await paper.get(`/news/${article}`)).body).toContain('评论 0')

  const [row] = (await queue()).rows
  expect(row).toMatchObject({
    article,
    text: '写得实在。\n希望多来。',
    verbs: ['comment.read', 'comment.publish', 'comment.refuse'],
  })
  expect(JSON.stringify(row)).not.toContain(phone)
  await fixture.accept(paper.second, 'comment.publish', { comment: row?.comment })
  const shown = await paper.get(`/news/${article}`)
  expect(shown.body).toContain('评论 1')
  expect(shown.body).toContain('写得实在。<br>希望多来。')
  expect(shown.body).not.toContain(phone)

  const held = kept(page.body)
  expect((await paper.post('/comment', { ...held, code: 'AAAA-AAAA-AAAA' })).status).toBe(401)
  expect((await paper.post('/comment', held)).body).toContain('已经公开')
  expect((await paper.post('/comment', { ...held, do: 'withdraw' })).body).toContain('您已经撤回')
  const gone = await paper.get(`/news/${article}`)
  expect(gone.body).toContain('评论 0')
  expect(gone.body).not.toContain('写得实在')
  expect((await queue(paper.first, 'all')).rows.find(({ comment: id }) => id === row?.comment)).toMatchObject({
    text: null,
    status: 'withdrawn',
  })
  // Words and number are erased, not only out of sight: nobody could open them any more.
  const left = await fixture.db.owner.query(
    `select (select count(*)::int from content where subject = $1) as contents,
       (select count(*)::int from subject_key where subject = $1) as keys`,
    [row?.comment],
  )
  expect(left.rows).toEqual([{ contents: 0, keys: 0 }])
})

test('what is refused says why to its writer, and to nobody else', async () => {
  const article = await openArticle()
  const { kept: page } = await comment(article, '那个姓林的……')
  const row = (await queue()).rows.find((each) => each.article === article)
  await fixture.accept(paper.first, 'comment.refuse', { comment: row?.comment, reason: 'names-person' })
  expect((await paper.post('/comment', kept(page.body))).body).toContain('写到了具体的人')
  expect((await paper.get(`/news/${article}`)).body).toContain('评论 0')
  const nobodys = await fixture.send(paper.first, 'comment.refuse', { comment: row?.comment, reason: 'names-person' })
  expect(nobodys).toMatchObject({ refused: { code: 'comment.over' } })
})

test('nobody of another union reads or decides, and nobody sends one past the door', async () => {
  const article = await openArticle()
  await comment(article, '好文章')
  const row = (await queue()).rows.find((each) => each.article === article)
  const beside = await fixture.staff('示例市总工会', 'editor')
  expect((await queue(beside)).rows).toEqual([])
  await expect(fixture.send(beside, 'comment.publish', { comment: row?.comment })).rejects.toMatchObject({
    status: 404,
  })
  const handler = await fixture.staff('江湾区总工会', 'handler')
  await expect(queue(handler)).rejects.toMatchObject({ status: 403 })
  const direct = { article, text: '直接写', phone }
  await expect(fixture.send({ kind: 'public' }, 'comment.write', direct)).rejects.toMatchObject({ status: 403 })
  await expect(fixture.send(paper.first, 'comment.write', direct)).rejects.toMatchObject({ status: 403 })
  const another = { kind: 'claimant', demand: article, assisted: false } as const
  expect(await fixture.send(another, 'comment.withdraw', { comment: row?.comment })).toMatchObject({
    refused: { code: 'comment.writers-only' },
  })
})

test('what reaches a person is not taken, nor what is empty or too long, nor a number that takes no message', async () => {
  const article = await openArticle()
  const before = paper.sent.length
  const said = async (text: string, by = phone) => {
    const page = await paper.post(`/news/${article}/comment`, { text, phone: by })
    expect(page.status).toBe(422)
    return page.body
  }
  expect(await said('  ')).toContain('请写下想说的话')
  expect(await said('字'.repeat(501))).toContain('500 个字以内')
  expect(await said('打 １３８ ００１３ ８０００ 找我')).toContain('像电话')
  expect(await said('好', '12351')).toContain('能收短信的手机号')
  // What was typed is still there.
  expect(await said('好<b>', '123')).toContain('好&lt;b&gt;')
  expect(paper.sent.length).toBe(before)
})

test('codes are few, tries are few, and a code is of its ticket', async () => {
  const article = await openArticle()
  const by = '13700000001'
  const ask = () => paper.post(`/news/${article}/comment`, { text: '好', phone: by })
  const first = ticketIn((await ask()).body)
  const right = codeSent()
  const wrong = right === '000000' ? '000001' : '000000'
  const typed = (ticket: string, code: string) => paper.post(`/news/${article}/comment`, { ticket, code })
  expect((await typed(first, wrong)).status).toBe(401)
  expect((await typed(`${first.slice(0, -4)}AAAA`, right)).status).toBe(422)
  const second = ticketIn((await ask()).body)
  expect(codeSent() === right || (await typed(second, right)).status === 401).toBe(true)
  expect((await ask()).status).toBe(200)
  const fourth = await ask()
  expect([fourth.status, Number(fourth.headers['retry-after']) > 0]).toEqual([429, true])
  for (let n = 0; n < 8; n += 1) await typed(second, wrong)
  expect((await typed(first, right)).status).toBe(429)
})

test('a ticket ends, and is good for its own article alone', async () => {
  const [article, other] = [await openArticle(), await openArticle()]
  const page = await paper.post(`/news/${article}/comment`, { text: '过期的', phone: '13700000002' })
  const ticket = ticketIn(page.body)
  const code = codeSent()
  expect((await paper.post(`/news/${other}/comment`, { ticket, code })).status).toBe(422)
  fixture.clock.stepTo(new Date(fixture.clock.now().getTime() + 11 * 60_000))
  const late = await paper.post(`/news/${article}/comment`, { ticket, code })
  expect(late.status).toBe(422)
  expect(late.body).toContain('过期的')
})

test('what was taken out of an article does not come back under it', async () => {
  const article = await openArticle()
  await comment(article, '好的', '13700000003')
  const row = (await queue()).rows.find((each) => each.article === article)
  await fixture.accept(paper.first, 'comment.publish', { comment: row?.comment })
  await fixture.accept(paper.first, 'article.comments', { article, open: false })
  await paper.follow()
  const page = await paper.get(`/news/${article}`)
  expect(page.body).toContain('评论 0')
  expect(page.body).not.toContain('好的')
})

test('words and numbers of writers stand sealed, and nowhere else', async () => {
  const article = await openArticle()
  const { ticket } = await comment(article, '只此一句话', '13700000004')
  expect(Buffer.from(ticket, 'base64url').toString('latin1')).not.toContain('13700000004')
  const { rows } = await fixture.db.owner.query(
    `select (select count(*)::int from event where body::text like '%13700000004%' or body::text like '%只此一句话%') as events,
       (select count(*)::int from comment c where c::text like '%只此%') as rows,
       (select count(*)::int from command where outcome::text like '%13700000004%') as commands,
       (select array_agg(distinct part::text order by part::text) from content where kind like 'comment.%') as parts`,
  )
  expect(rows).toEqual([{ events: 0, rows: 0, commands: 0, parts: ['identity', 'text'] }])
})
