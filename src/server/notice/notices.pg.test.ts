import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Addresses } from '../gateway/addresses.ts'
import { reading } from '../view/scope.ts'
import { NoticeFixture, named, robot } from './notices.fixture.ts'
import { ownNotices } from './own-notices.ts'

let it: NoticeFixture

beforeAll(async () => {
  it = await NoticeFixture.open()
})
afterAll(() => it.pipeline.close())
beforeEach(() => it.begin())

const toWorker = () => it.recorded.filter(({ channel }) => channel === 'sms').map(({ text }) => text)

describe('a worker', () => {
  test('who left a number is told neutrally: received, to whom, who opened the identity, answered', async () => {
    const demand = await it.pipeline.raise('工资没有发', named)
    await it.triage(demand)
    await it.pipeline.accept(it.crew.handler, 'order.sign', { demand })
    await it.pipeline.accept(it.crew.handler, 'content.open', { demand, part: 'identity', purpose: 'contact-worker' })
    await it.pipeline.accept(it.crew.handler, 'contact.log', { demand, way: 'call' })
    await it.pipeline.accept(it.crew.handler, 'demand.answer', { demand, claim: 'explained', text: '说明白了' })
    await it.tell()
    expect(it.recorded.filter(({ to }) => to === named.identity.phone)).toHaveLength(4)
    expect(toWorker()).toEqual([
      '您有一条服务进展：已收到。',
      '您有一条服务进展：已有人负责。',
      '您有一条服务进展：请您本人查看记录。',
      '您有一条服务进展：有了回音，请您看看。',
    ])
    expect(await it.rows("to_kind = 'worker' and state <> 'sent'")).toEqual([])
  })

  test('without a name, or without a number, is sent nothing', async () => {
    await it.pipeline.raise('不留姓名', { mode: 'anonymous' })
    await it.pipeline.raise('没留电话', { mode: 'confidential', identity: { name: '某某' } })
    await it.tell()
    expect(it.recorded).toEqual([])
    expect(await it.rows()).toEqual([{ code: 'received', to_kind: 'worker', state: 'dropped', why: 'no-phone' }])
  })

  test('whose identity was erased is sent nothing, though a notice waited', async () => {
    const demand = await it.pipeline.raise('后来抹去', named)
    await it.follow()
    await it.pipeline.accept(it.crew.custodian, 'content.erase', {
      demand,
      parts: ['identity'],
      reason: 'worker-request',
    })
    await it.send()
    expect(it.recorded).toEqual([])
    expect(await it.rows()).toEqual([{ code: 'received', to_kind: 'worker', state: 'dropped', why: 'no-phone' }])
  })

  test('is not woken at night', async () => {
    it.at('2026-06-15T15:00:00Z')
    await it.pipeline.raise('夜里说的', named)
    await it.tell()
    expect(it.recorded).toEqual([])
    it.at('2026-06-16T00:00:01Z')
    await it.send()
    expect(toWorker()).toEqual(['您有一条服务进展：已收到。'])
  })
})

describe('a union', () => {
  const group = { ...named, persons: 12 }

  test('is told of a P1 at once, and reads it at its desk though no gateway is there', async () => {
    const demand = await it.pipeline.raise('十二个人没拿到钱', group)
    await it.tell({ channels: [] })
    expect(await it.rows("to_kind = 'unit'")).toEqual([
      { code: 'p1', to_kind: 'unit', state: 'dropped', why: 'no-gateway' },
    ])
    const { rows } = await reading(it.pipeline.db.reader, it.crew.triage, (client) =>
      ownNotices(client, it.crew.triage, it.pipeline.context.rules.notices),
    )
    expect(rows).toMatchObject([{ code: 'p1', demand, state: 'dropped', sentAt: null }])
    expect(rows[0]?.text.zh).toMatch(/^紧急 SQ-990102-20260615-\d{6}-.：请签收，06-15 \d\d:\d\d 前联系职工$/)
    const elsewhere = await reading(it.pipeline.db.reader, it.crew.handler, (client) =>
      ownNotices(client, it.crew.handler, it.pipeline.context.rules.notices),
    )
    expect(elsewhere.rows).toEqual([])
  })

  test('that has part-time cadres is left in peace at night', async () => {
    await it.pipeline.raise('白天', group)
    await it.pipeline.db.owner.query('update post set full_time = false where id = $1', [it.crew.triage.post])
    it.at('2026-06-15T15:00:00Z')
    await it.pipeline.raise('夜里', group)
    await it.tell()
    expect(it.recorded.filter(({ channel }) => channel === 'wecom')).toEqual([])
    it.at('2026-06-16T00:00:01Z')
    await it.send()
    expect(it.recorded.filter(({ to }) => to === robot('county'))).toHaveLength(2)
    await it.pipeline.db.owner.query('update post set full_time = true where id = $1', [it.crew.triage.post])
  })

  test('gets one digest a working day, with what is due and what is new, and no second', async () => {
    it.at('2026-06-16T00:10:00Z')
    const demand = await it.pipeline.raise('一件', named)
    await it.triage(demand)
    await it.tell()
    expect(it.recorded.filter(({ channel }) => channel === 'dingtalk')).toEqual([])
    it.at('2026-06-16T00:29:00Z')
    await it.send()
    expect(it.recorded.filter(({ channel }) => channel === 'dingtalk')).toEqual([])
    it.at('2026-06-16T00:31:00Z')
    await it.send()
    const digests = it.recorded.filter(({ to }) => to === robot('street'))
    expect(digests).toHaveLength(1)
    expect(digests[0]?.text).toContain('新派的工单 1 件，等待签收')
    expect(digests[0]?.text).toContain('今天到期')
    expect(digests[0]?.text).not.toContain('SQ-')
    it.at('2026-06-16T06:00:00Z')
    await it.send()
    expect(it.recorded).toEqual([])
    // Saturday: nothing; Monday speaks again.
    await it.pipeline.db.owner.query('update demand set callback_open = true, callback_unit = $2 where id = $1', [
      demand,
      it.crew.handler.unit,
    ])
    it.at('2026-06-20T02:00:00Z')
    await it.send()
    expect(it.recorded).toEqual([])
    it.at('2026-06-22T02:00:00Z')
    await it.send()
    const monday = it.recorded.filter(({ to }) => to === robot('street'))
    expect(monday).toHaveLength(1)
    expect(monday[0]?.text).toContain('已超期')
    expect(monday[0]?.text).toContain('今天要回访 1 件')
    expect(monday[0]?.text).not.toContain('新派')
  })

  test('rings for a P0 every five minutes, at night too, until the order is signed', async () => {
    it.at('2026-06-15T15:00:00Z')
    const demand = await it.pipeline.raise('有危险', named)
    await it.triage(demand, { urgency: 'P0', lead: it.crew.triage.unit })
    await it.tell()
    expect(it.recorded.map(({ channel }) => channel).sort()).toEqual(['phone', 'wecom'])
    expect(it.recorded[0]?.text).toContain('特急 SQ-990102')
    await it.send()
    expect(it.recorded).toEqual([])
    for (const at of ['05:01', '10:02']) {
      it.at(`2026-06-15T15:${at}Z`)
      await it.send()
      expect(it.recorded.map(({ channel }) => channel)).toEqual(['phone'])
    }
    // Somebody is on duty from now on: the phone beside the roster rings as well.
    const { rows } = await it.pipeline.db.owner.query('select login from account where id = $1', [it.crew.head.account])
    expect(`login-${it.crew.head.account.slice(-12)}`).toBe(rows[0].login)
    const duty = {
      unit: it.crew.head.unit,
      post: it.crew.head.post,
      from: '2026-06-15T12:00:00Z',
      to: '2026-06-16T00:00:00Z',
    }
    await it.pipeline.accept({ kind: 'operator' }, 'duty.set', duty)
    it.at('2026-06-15T15:15:05Z')
    const book = new Addresses({ people: [{ login: rows[0].login, phone: ['13700000000'] }] })
    await it.send({ addresses: book })
    expect(it.recorded.map(({ to }) => to)).toEqual(['13700000000'])
    await it.pipeline.accept(it.crew.head, 'order.sign', { demand })
    it.at('2026-06-15T15:20:10Z')
    await it.send()
    expect(it.recorded).toEqual([])
    expect(await it.rows("code = 'p0'")).toEqual([{ code: 'p0', to_kind: 'unit', state: 'sent', why: 'taken-up' }])
  })
})

test('a cadre with an address of their own is told there, and a union reads its own notices only', async () => {
  const { rows } = await it.pipeline.db.owner.query('select login from account where id = $1', [it.crew.triage.account])
  const book = new Addresses({ people: [{ login: rows[0].login, mail: ['zhou@example.org'] }] })
  await it.pipeline.raise('十二个人', { ...named, persons: 12 })
  await it.tell({ addresses: book })
  expect(it.recorded.filter(({ channel }) => channel === 'mail').map(({ to }) => to)).toEqual(['zhou@example.org'])
  const all = 'select to_kind, to_unit from notice order by to_kind'
  const seen = (who: typeof it.crew.triage) =>
    reading(it.pipeline.db.reader, who, async (client) => (await client.query(all)).rows)
  expect(await seen(it.crew.triage)).toEqual([
    { to_kind: 'post', to_unit: it.crew.triage.unit },
    { to_kind: 'unit', to_unit: it.crew.triage.unit },
  ])
  expect(await seen(it.crew.handler)).toEqual([])
  expect((await it.pipeline.db.reader.query(all)).rows).toEqual([])
  await expect(it.pipeline.db.reader.query('select from sent')).rejects.toThrow(/permission denied/)
})

test('the employer’s own union is told nothing, not even what it was told before it was known', async () => {
  const { rows } = await it.pipeline.db.owner.query(
    'select u.id, u.employer from unit u where u.employer is not null and u.valid_to is null limit 1',
  )
  const { id, employer } = rows[0]
  const demand = await it.pipeline.raise('用人单位欠薪', { ...named, persons: 12, employer })
  await it.follow()
  expect(await it.rows(`to_unit = ${id}`)).toEqual([])
  await it.pipeline.db.owner.query(
    `insert into notice (realm, id, demand, position, code, way, to_kind, to_unit, params, not_before, state, made_at)
     values (9901, gen_random_uuid(), $1, 1, 'p1', 'now', 'unit', $2, '{}', $3, 'queued', $3)`,
    [demand, id, it.pipeline.clock.now()],
  )
  await it.triage(demand, { urgency: 'P1' })
  await it.follow()
  expect(await it.rows(`to_unit = ${id}`)).toEqual([])
})

test('no name, number, word or address stands in what notices leave behind', async () => {
  const demand = await it.pipeline.raise('秘密的一句话', { ...named, persons: 12 })
  await it.triage(demand, { urgency: 'P1' })
  await it.tell()
  expect(it.recorded.length).toBeGreaterThan(2)
  const { rows } = await it.pipeline.db.owner.query(
    'select (select json_agg(n)::text from notice n) || (select json_agg(s)::text from sent s) as all',
  )
  expect(rows[0].all).toContain(demand)
  for (const word of [named.identity.phone, named.identity.name, '秘密', '晚上', 'robot.example', '057112351', '进展'])
    expect(rows[0].all).not.toContain(word)
})
