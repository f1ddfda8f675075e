import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Crew, crewOf, plainLife } from '../../../test/kit/lives.ts'
import { agree, type Paper, paperOf, worker } from '../../../test/kit/paper.ts'
import { type PipelineFixture, pipelineFixture, type Staff } from '../../../test/kit/pipeline.ts'
import type { Block } from '../../domain/article/block.ts'
import { followBatchOf } from '../follow/follow.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import { articlePage } from '../view/newsroom.ts'

let fixture: PipelineFixture
let crew: Crew
let paper: Paper
beforeAll(async () => {
  fixture = await pipelineFixture()
  crew = await crewOf(fixture)
  paper = await paperOf(fixture)
})
afterAll(async () => {
  await paper?.close()
  await fixture?.close()
})

const face = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const plain: Block = { kind: 'paragraph', text: '2012年，工会的人到了纺织车间。' }
const ofWorker: readonly Block[] = [
  plain,
  { kind: 'paragraph', text: '林桂香师傅说，四个月的加班费一分不少。', person: true },
  { kind: 'picture', image: face, alt: '林桂香站在机台前', person: true },
]
const story = async () => {
  const demand = await plainLife(fixture, crew)
  await fixture.accept(worker(demand), 'consent.give', { demand, ...agree })
  return demand
}
/** What anybody can reach of an article: page, whole text, list, search, shared picture, photograph. */
const everything = async (article: string) => {
  const paths = [`/news/${article}`, `/news/${article}?all=1`, '/news', '/news?q=林桂香', `/news/${article}/card.svg`]
  return (await Promise.all(paths.map(paper.get))).map(({ body }) => body).join('\n')
}

test('nothing is read before a second person releases it, and nobody of another union can', async () => {
  const article = await paper.offer([plain])
  await paper.follow()
  expect((await paper.get(`/news/${article}`)).status).toBe(404)
  const own = await fixture.send(paper.first, 'article.release', { article })
  expect(own).toMatchObject({ refused: { code: 'article.own' } })
  const beside = await fixture.staff('示例市总工会', 'editor')
  const opening = (editor: typeof beside) => ({
    ...fixture.opening(editor),
    rules: fixture.context.rules,
    now: fixture.clock.now(),
  })
  expect((await articlePage(opening(paper.second), paper.second, article)).blocks).toHaveLength(1)
  await expect(articlePage(opening(beside), beside, article)).rejects.toMatchObject({ status: 404 })
  expect(await fixture.openedBy(article)).toEqual([paper.second.post])
  await expect(fixture.send(beside, 'article.release', { article })).rejects.toMatchObject({ status: 404 })
  await fixture.accept(paper.second, 'article.release', { article })
  await paper.follow()
  expect((await paper.get(`/news/${article}`)).body).toContain('2012年，工会的人')
})

test('a worker is told about with a consent; taken back, the next look shows nothing of it, followers or not', async () => {
  const demand = await plainLife(fixture, crew)
  const more = { tells: 'worker', demand, title: '林桂香的四个月', titleTells: true }
  const article = await paper.offer(ofWorker, more)
  const refused = await fixture.send(paper.second, 'article.release', { article })
  expect(refused).toMatchObject({ refused: { code: 'consent.missing' } })
  await fixture.accept(worker(demand), 'consent.give', { demand, ...agree })
  await fixture.accept(paper.second, 'article.release', { article })
  await paper.follow()
  expect((await everything(article)).match(/林桂香/g)?.length).toBeGreaterThan(6)
  expect((await paper.get(`/news/${article}/picture/2`)).headers['content-type']).toBe('image/png')

  await fixture.accept(worker(demand), 'consent.withdraw', { demand, purpose: 'public-story' })
  // No follower has run yet.
  const now = await everything(article)
  expect(now.replace(/含有“林桂香”的文章|value="林桂香"|q=%E[^"]*|q=林桂香/g, '')).not.toContain('林桂香')
  expect((await paper.get(`/news/${article}/picture/2`)).status).toBe(404)
  expect((await paper.get(`/news/${article}`)).body).toContain('第 2 版')

  await paper.follow()
  const { rows } = await fixture.db.owner.query('select * from published where id = $1', [article])
  expect(JSON.stringify(rows)).not.toContain('林桂香')
  expect(rows[0]).toMatchObject({ version: 2, note: 'person', held: true, demand: null })
  const page = await paper.get(`/news/${article}`)
  expect(page.body).toContain('不再同意公开')
  expect(page.body).toContain('2012年，工会的人')
  // Version 1 is kept, sealed: its event and its content stand.
  const kept = await fixture.db.owner.query(
    `select count(*)::int as n from event e join content c on c.id = (e.body -> 'content' -> 'words' ->> 'id')::uuid
     where e.stream = $1 and e.kind in ('ArticleReleased', 'PersonTakenOut')`,
    [article],
  )
  expect(kept.rows[0].n).toBe(2)
})

test('who agrees again is told about by a text released anew: what was public goes, and is not held for ever', async () => {
  const demand = await story()
  const article = await paper.offer(ofWorker, { tells: 'worker', demand })
  await fixture.accept(paper.second, 'article.release', { article })
  await paper.follow()
  await fixture.accept(worker(demand), 'consent.withdraw', { demand, purpose: 'public-story' })
  await fixture.accept(worker(demand), 'consent.give', { demand, ...agree })
  await paper.follow()
  const rows = async () =>
    (await fixture.db.owner.query('select version, note, held from published where id = $1', [article])).rows
  expect(await rows()).toEqual([{ version: 2, note: 'person', held: true }])
  expect(await everything(article)).not.toContain('一分不少')
})

test('a consent that goes in the moment of the release is seen by whoever writes the copy', async () => {
  const demand = await story()
  const article = await paper.offer(ofWorker, { tells: 'worker', demand })
  await fixture.accept(paper.second, 'article.release', { article })
  await fixture.accept(worker(demand), 'consent.withdraw', { demand, purpose: 'public-story' })
  // The copy is written before anybody takes the worker out: it must not show what stands in it.
  const [, published] = paper.followers
  while (published && (await followBatchOf(fixture.db.writer, published, 9901)) > 0);
  expect(await everything(article)).not.toContain('一分不少')
  await paper.follow()
  const { rows } = await fixture.db.owner.query('select version, note, words from published where id = $1', [article])
  expect(rows).toEqual([{ version: 2, note: 'person', words: expect.not.stringContaining('一分不少') }])
})

test('handled twice, late and from the beginning, the copy is where the article stands', async () => {
  const demand = await story()
  const article = await paper.publish(ofWorker, { tells: 'worker', demand })
  await fixture.accept(worker(demand), 'consent.withdraw', { demand, purpose: 'public-story' })
  await paper.follow()
  const read = () => fixture.db.owner.query('select * from published where id = $1', [article])
  const before = (await read()).rows
  await fixture.db.owner.query(`delete from published; update follower set position = 0 where name = 'published-news'`)
  const [, published] = paper.followers
  // In pieces, so that the copy is written after the release and again after the taking out.
  while (published && (await followBatchOf(fixture.db.writer, published, 9901, 7)) > 0)
    expect(JSON.stringify((await read()).rows)).not.toContain('一分不少')
  expect((await read()).rows).toEqual(before)
})

test('whoever has the matter deleted is told about no longer', async () => {
  const demand = await story()
  const article = await paper.publish(ofWorker, { tells: 'worker', demand })
  const parts = { parts: ['identity', 'text'], reason: 'worker-request' }
  await fixture.accept(worker(demand), 'content.erase', { demand, ...parts })
  expect(await everything(article)).not.toContain('一分不少')
  await paper.follow()
  const { rows } = await fixture.db.owner.query('select note from published where id = $1', [article])
  expect(rows).toEqual([{ note: 'person' }])
})

test('a whole article is taken off with a notice, by its paper or the head of a union above', async () => {
  const article = await paper.publish([plain])
  const off = { article, what: 'whole', reason: 'mistaken' }
  const city = await fixture.staff('示例市总工会', 'head')
  await fixture.accept(city, 'article.withdraw', off)
  await paper.follow()
  const page = await paper.get(`/news/${article}`)
  expect(page.status).toBe(410)
  expect(page.body).toContain('内容有误')
  expect(page.body).not.toContain('2012年')
  expect((await paper.get(`/news/${article}/card.svg`)).status).toBe(410)
})

test('pages are small, need no script, are stored by nobody and carry no tracker', async () => {
  const blocks = Array.from(
    { length: 8 },
    (_, n): Block => ({ kind: 'paragraph', text: `第${n}段${'字'.repeat(150)}` }),
  )
  const article = await paper.publish(blocks)
  for (const path of ['/news', `/news/${article}`, `/news/${article}?all=1`, `/news/${article}?care=1&lang=en`]) {
    const page = await paper.get(path)
    expect(page.status).toBe(200)
    expect(page.headers['cache-control']).toBe('no-store')
    expect(gzipSync(page.body).length).toBeLessThan(30_000)
    expect(page.body).not.toMatch(/<script(?! src="\/door\/)|utm_|<img[^>]+src="(?!\/news\/)/)
    const outside = [...page.body.matchAll(/https?:\/\/([^/"<]+)/g)].map(([, host]) => host)
    expect(new Set(outside)).toEqual(new Set(path === '/news' ? [] : ['union.example']))
  }
  const pages = await Promise.all([1, 2, 3, 4].map((n) => paper.get(`/news/${article}?page=${n}`)))
  const texts = (body: string) => [...body.matchAll(/<p>(第\d+段)/g)].map(([, text]) => text)
  expect(pages.flatMap(({ body }) => texts(body))).toEqual(texts((await paper.get(`/news/${article}?all=1`)).body))
  expect((await paper.get(`/news/${article}?page=5`)).status).toBe(404)
})

test('one person in two posts is one person, and two at once release once', async () => {
  const { account, unit } = paper.first
  const { post } = await fixture.accept({ kind: 'operator' }, 'post.grant', {
    account,
    unit,
    role: 'head',
    fullTime: true,
  })
  const again: Staff = { ...paper.first, post: Number(post), role: 'head' }
  const article = await paper.offer([plain])
  expect(await fixture.send(again, 'article.release', { article })).toMatchObject({ refused: { code: 'article.own' } })
  const both = await Promise.all([1, 2].map(() => fixture.send(paper.second, 'article.release', { article })))
  expect(both.filter((outcome) => 'accepted' in outcome).length).toBe(1)
  expect(both.find((outcome) => 'refused' in outcome)).toMatchObject({ refused: { code: 'article.not-offered' } })
})

test('a withdrawal and a release that meet end without the worker', async () => {
  const demand = await story()
  const article = await paper.offer(ofWorker, { tells: 'worker', demand })
  await Promise.all([
    fixture.send(paper.second, 'article.release', { article }),
    fixture.accept(worker(demand), 'consent.withdraw', { demand, purpose: 'public-story' }),
    paper.follow(),
  ])
  expect((await everything(article)).includes('一分不少')).toBe(false)
  await paper.follow()
  expect((await everything(article)).includes('一分不少')).toBe(false)
})

test('a withdrawal waits for the copy that is being written, and holds it back', async () => {
  const demand = await story()
  const article = await paper.offer(ofWorker, { tells: 'worker', demand })
  await fixture.accept(paper.second, 'article.release', { article })
  const [, published] = paper.followers
  const client = await fixture.db.writer.connect()
  try {
    await client.query('begin')
    // The consent is in force for whoever writes; the copy is not there yet for whoever takes it back.
    await published?.handle(client, [{ stream: article, kind: 'ArticleReleased' } as PastEvent])
    const back = fixture.accept(worker(demand), 'consent.withdraw', { demand, purpose: 'public-story' })
    await new Promise((resolve) => setTimeout(resolve, 300))
    await client.query('commit')
    await back
  } finally {
    client.release()
  }
  const { rows } = await fixture.db.owner.query('select held from published where id = $1', [article])
  expect(rows).toEqual([{ held: false }])
  expect((await everything(article)).includes('一分不少')).toBe(false)
})

test('a name stands only where the worker agreed to it, and where it goes with the consent', async () => {
  const name = { name: '林桂香' }
  const demand = await plainLife(fixture, crew, name)
  await fixture.accept(worker(demand), 'consent.give', { demand, ...agree, name: false })
  const hidden: Block = { kind: 'paragraph', text: '林 桂 香（化名）拿到了。', person: true }
  const answers = (found: readonly string[]) => ({ answers: found.map((finding) => ({ finding, answer: 'agreed' })) })
  const article = await paper.offer([plain, hidden], { tells: 'worker', demand })
  const refused = await fixture.send(paper.second, 'article.release', { article, ...answers([]) })
  expect(refused).toEqual({ refused: { code: 'consent.name', params: { block: 2 } } })

  await fixture.accept(worker(demand), 'consent.withdraw', { demand, purpose: 'public-story' })
  await fixture.accept(worker(demand), 'consent.give', { demand, ...agree })
  const loose = await paper.offer([{ ...plain, text: '林桂香的事。' }, hidden], { tells: 'worker', demand })
  const unmarked = await fixture.send(paper.second, 'article.release', { article: loose })
  expect(unmarked).toEqual({ refused: { code: 'article.unmarked', params: { block: 1 } } })
})

test('nobody tells of a worker on a consent that was not given within reach', async () => {
  const demand = await story()
  const far = await paperOf(fixture, { union: '望江街道工会' })
  const article = await far.offer(ofWorker, { tells: 'worker', demand })
  const refused = await fixture.send(far.second, 'article.release', { article })
  expect(refused).toMatchObject({ refused: { code: 'consent.missing' } })
  await far.close()
})

test('no answer about an article may be kept by anybody on the way', async () => {
  const article = await paper.publish([plain, { kind: 'picture', image: face, alt: '车间' }])
  for (const path of [
    `/news/${article}`,
    `/news/${article}?all=1`,
    `/news/${article}/card.svg`,
    `/news/${article}/picture/1`,
  ]) {
    const { status, headers } = await paper.get(path)
    expect([path, status, headers['cache-control'], headers.etag, headers['last-modified']]).toEqual([
      ...[path, 200, 'no-store', undefined, undefined],
    ])
  }
})

test('a figure is counted: live at every look, frozen at the release with its day, and never what is too few', async () => {
  const { unit } = paper.first
  const { rows } = await fixture.db.owner.query('select realm, ancestors as path from unit where id = $1', [unit])
  const [{ realm, path }] = rows
  const set = (n: number, measure = 'heard') =>
    fixture.db.owner.query(
      `insert into figure (realm, unit, measure, cut, month, n, persons, path) values ($1, $2, $3, '', '2026-05-01', $4, $4, $5)
       on conflict (realm, unit, measure, cut, month) do update set n = excluded.n`,
      [realm, unit, measure, n, path],
    )
  await set(12)
  await set(3, 'met')
  const figure = (mode: 'live' | 'frozen', measure = 'heard'): Block => ({
    ...{ kind: 'figure', measure, from: '2026-05', to: '2026-05', mode },
  })
  const article = await paper.publish([plain, figure('live'), figure('frozen'), figure('live', 'met')])
  const shown = async () =>
    [
      ...(await paper.get(`/news/${article}?all=1`)).body.matchAll(
        /<figure class="figure"><b>([^<]+)<[^·]*· [^·]*· ([^<]+)</g,
      ),
    ].map(([, n, when]) => `${n} ${when}`)
  expect(await shown()).toEqual(['12 随时更新', '12 截至 2026-06-15', '不足五例，不显示 随时更新'])
  await set(40)
  expect(await shown()).toEqual(['40 随时更新', '12 截至 2026-06-15', '不足五例，不显示 随时更新'])
  await expect(paper.offer([plain, { ...figure('live'), measure: 'read-rate' } as Block])).rejects.toMatchObject({
    status: 422,
  })
})
