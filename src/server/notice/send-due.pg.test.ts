import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Handed } from '../gateway/gateway.ts'
import { NoticeFixture, named } from './notices.fixture.ts'
import { type SendContext, sendDueOnce } from './send-due.ts'

let it: NoticeFixture

beforeAll(async () => {
  it = await NoticeFixture.open()
})
afterAll(() => it.pipeline.close())
beforeEach(() => it.begin())

const toWorker = () => it.recorded.filter(({ channel }) => channel === 'sms').map(({ text }) => text)

describe('the same again', () => {
  test('told twice, from the beginning, is told once', async () => {
    for (const persons of [1, 12, 12]) await it.pipeline.raise('一件', { ...named, persons })
    await it.pipeline.db.owner.query("delete from notice; update follower set position = 0 where name = 'notices'")
    await it.follow()
    const first = await it.rows()
    expect(first.length).toBeGreaterThan(3)
    await it.pipeline.db.owner.query("update follower set position = 0 where name = 'notices'")
    await it.follow()
    expect(await it.rows()).toEqual(first)
    await it.send()
    await it.send()
    expect(it.recorded).toEqual([])
  })

  test('a provider out of order is tried again later, one that refuses is not, and the log says both', async () => {
    await it.pipeline.raise('一件', named)
    await it.tell({ answer: { ok: false, why: 'http-503', retry: true } })
    expect(it.recorded).toHaveLength(1)
    await it.send()
    expect(it.recorded).toHaveLength(0)
    it.at('2026-06-15T02:02:00Z')
    await it.send({ answer: { ok: false, why: 'http-403', retry: false } })
    expect(await it.rows()).toEqual([{ code: 'received', to_kind: 'worker', state: 'failed', why: 'http-403' }])
    const { rows } = await it.pipeline.db.owner.query('select gateway, place, outcome from sent order by at')
    expect(rows).toEqual([
      { gateway: 'sms', place: 0, outcome: 'http-503' },
      { gateway: 'sms', place: 0, outcome: 'http-403' },
    ])
  })

  test('what is a week old is no news', async () => {
    await it.pipeline.raise('一件', named)
    it.at('2026-06-28T02:00:00Z')
    await it.tell()
    expect(it.recorded).toEqual([])
    expect(await it.rows()).toEqual([{ code: 'received', to_kind: 'worker', state: 'dropped', why: 'late' }])
  })
})

describe('two processes', () => {
  test('send each notice once between them', async () => {
    for (let n = 0; n < 8; n += 1) await it.pipeline.raise(`第${n}件`, named)
    await it.follow()
    const context = it.sending()
    const tried = await Promise.all([sendDueOnce(context), sendDueOnce(context)])
    expect(it.recorded).toHaveLength(8)
    expect(tried[0] + tried[1]).toBe(8)
  })

  test('of which one dies between handing over and writing it down, lose nothing', async () => {
    await it.pipeline.raise('一件', named)
    await it.follow()
    const context = it.sending()
    const died: SendContext = {
      ...context,
      outgoing: {
        ...context.outgoing,
        gateways: { sms: { channel: 'sms', send: () => new Promise<Handed>(() => undefined) } },
      },
    }
    void sendDueOnce(died)
    await expect.poll(() => it.rows("tries = 1 and state = 'queued'")).toHaveLength(1)
    await it.send()
    expect(it.recorded).toEqual([])
    it.at('2026-06-15T02:01:05Z')
    await it.send()
    expect(toWorker()).toEqual(['您有一条服务进展：已收到。'])
  })
})

describe('what a worker wished', () => {
  const wishing = (wishes: Record<string, string>) =>
    it.pipeline.raise('一件', { ...named, identity: { ...named.identity, ...wishes } })

  test('neither calls nor texts: nothing goes out, and the log says why without the number', async () => {
    await wishing({ how: 'none' })
    await it.tell()
    expect(it.recorded).toEqual([])
    expect(await it.rows()).toEqual([{ code: 'received', to_kind: 'worker', state: 'dropped', why: 'not-wanted' }])
  })

  test('texts only: the text goes out', async () => {
    await wishing({ how: 'text' })
    await it.tell()
    expect(toWorker()).toEqual(['您有一条服务进展：已收到。'])
  })

  test('safe from eight in the evening until two at night: it waits for eight, and goes out once', async () => {
    await wishing({ from: '20:00', to: '02:00' })
    await it.tell()
    expect(it.recorded).toEqual([])
    expect(await it.rows()).toEqual([{ code: 'received', to_kind: 'worker', state: 'queued', why: 'not-now' }])
    it.at('2026-06-15T11:59:00Z')
    expect(await it.send()).toEqual([])
    it.at('2026-06-15T12:00:30Z')
    await it.send()
    expect(toWorker()).toEqual(['您有一条服务进展：已收到。'])
    it.at('2026-06-15T12:10:00Z')
    expect(await it.send()).toEqual([])
  })
})

test('what cannot be tried at all does not hold up what is behind it', async () => {
  const broken = await it.pipeline.raise('打不开', named)
  await it.pipeline.raise('打得开', named)
  await it.follow()
  it.pipeline.context.subjectKeys.forget(`9901 ${broken} identity`)
  await it.pipeline.db.owner.query(
    "update subject_key set wrapped = '\\x00' where subject = $1 and part = 'identity'",
    [broken],
  )
  await it.send()
  expect(it.recorded).toHaveLength(1)
  expect((await it.rows()).map(({ state, why }) => [state, why])).toEqual([
    ['queued', 'error'],
    ['sent', null],
  ])
})
