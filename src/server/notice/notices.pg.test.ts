import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Crew, crewOf } from '../../../test/kit/lives.ts'
import { type PipelineFixture, pipelineFixture } from '../../../test/kit/pipeline.ts'
import { runFollowersOnce } from '../follow/start-following.ts'
import { Addresses } from '../gateway/addresses.ts'
import { type Channel, type Handed, handed } from '../gateway/gateway.ts'
import { fakeGateways, type Recorded } from '../gateway/gateway-fake.ts'
import { SHIPPED_RULES } from '../rules/load.ts'
import { reading } from '../view/scope.ts'
import { noticeFollower } from './notice-follower.ts'
import { ownNotices } from './own-notices.ts'
import { type SendContext, sendDueOnce } from './send-due.ts'
import { readSendingRules } from './sending-rules.ts'

let fixture: PipelineFixture
let crew: Crew
let recorded: Recorded[]
let answer: (recorded: Recorded) => Handed = () => handed

const county = '江湾区总工会'
const street = '柳荫街道工会'
const phone = '13912345678'
const identity = { name: '测试者某某', phone, reach: '晚上不要打' }
const robot = (name: string) => `https://robot.example/${name}`

beforeAll(async () => {
  fixture = await pipelineFixture({ at: new Date('2026-06-15T01:00:00Z') })
  crew = await crewOf(fixture)
})
afterAll(() => fixture.close())
beforeEach(async () => {
  fixture.clock.stepTo(new Date('2026-06-15T02:00:00Z'))
  answer = () => handed
  await runFollowersOnce(following())
  await fixture.db.owner.query("delete from sent; delete from notice; delete from follower where name = 'digests'")
  await fixture.db.owner.query("insert into follower (name, realm, position) values ('digests', 1, 20260615)")
})

const addresses = new Addresses({
  unions: [
    { union: county, wecom: [robot('county')], phone: ['057112351'] },
    { union: street, dingtalk: [robot('street')] },
  ],
})

function sending(channels?: readonly Channel[]): SendContext {
  const fake = fakeGateways(channels, (one) => answer(one))
  recorded = fake.recorded
  const { context } = fixture
  const outgoing = { gateways: fake.gateways, addresses, sending: readSendingRules(SHIPPED_RULES) }
  return { db: fixture.db, clock: fixture.clock, log: context.log, rules: context.rules, command: context, outgoing }
}

function following() {
  const { clock, rules } = fixture.context
  const making = { clock, notices: rules.notices, sending: readSendingRules(SHIPPED_RULES), addresses }
  return { db: fixture.db, followers: [noticeFollower(making)] }
}

async function tellAndSend(context = sending()): Promise<void> {
  await runFollowersOnce(following())
  await sendDueOnce(context)
}

const toWorker = () => recorded.filter(({ channel }) => channel === 'sms').map(({ text }) => text)
const codes = async (where = 'true') =>
  (
    await fixture.db.owner.query(
      `select code, to_kind, state, why from notice where ${where} order by position, to_kind, code`,
    )
  ).rows

const named = { mode: 'named', identity }
const triage = async (demand: string, more: object = {}) =>
  fixture.accept(crew.triage, 'demand.triage', {
    ...{ demand, topic: 'A03', nature: 'complaint', urgency: 'P2', difficulty: 'plain', lead: crew.handler.unit },
    ...more,
  })

describe('a worker', () => {
  test('who left a number is told neutrally: received, to whom, who opened the identity, answered', async () => {
    const demand = await fixture.raise('工资没有发', named)
    await triage(demand)
    await fixture.accept(crew.handler, 'order.sign', { demand })
    await fixture.accept(crew.handler, 'content.open', { demand, part: 'identity', purpose: 'contact-worker' })
    await fixture.accept(crew.handler, 'contact.log', { demand, way: 'call' })
    await fixture.accept(crew.handler, 'demand.answer', { demand, claim: 'explained', text: '说明白了' })
    await tellAndSend()
    expect(recorded.filter(({ to }) => to === phone)).toHaveLength(4)
    expect(toWorker()).toEqual([
      '您有一条服务进展：已收到。',
      '您有一条服务进展：已有人负责。',
      '您有一条服务进展：请您本人查看记录。',
      '您有一条服务进展：有了回音，请您看看。',
    ])
    expect(await codes("to_kind = 'worker' and state <> 'sent'")).toEqual([])
  })

  test('without a name, or without a number, is sent nothing', async () => {
    await fixture.raise('不留姓名', { mode: 'anonymous' })
    await fixture.raise('没留电话', { mode: 'confidential', identity: { name: '某某' } })
    await tellAndSend()
    expect(recorded).toEqual([])
    expect(await codes()).toEqual([{ code: 'received', to_kind: 'worker', state: 'dropped', why: 'no-phone' }])
  })

  test('whose identity was erased is sent nothing, though a notice waited', async () => {
    const demand = await fixture.raise('后来抹去', named)
    await runFollowersOnce(following())
    await fixture.accept(crew.custodian, 'content.erase', { demand, parts: ['identity'], reason: 'worker-request' })
    await sendDueOnce(sending())
    expect(recorded).toEqual([])
    expect(await codes()).toEqual([{ code: 'received', to_kind: 'worker', state: 'dropped', why: 'no-phone' }])
  })

  test('is not woken at night', async () => {
    fixture.clock.stepTo(new Date('2026-06-15T15:00:00Z'))
    await fixture.raise('夜里说的', named)
    await tellAndSend()
    expect(recorded).toEqual([])
    fixture.clock.stepTo(new Date('2026-06-16T00:00:01Z'))
    await sendDueOnce(sending())
    expect(toWorker()).toEqual(['您有一条服务进展：已收到。'])
  })
})

describe('the same again', () => {
  test('told twice, from the beginning, is told once', async () => {
    await fixture.raise('一件', named)
    await fixture.db.owner.query("delete from notice; update follower set position = 0 where name = 'notices'")
    await runFollowersOnce(following())
    const first = await codes()
    expect(first.length).toBeGreaterThan(3)
    await fixture.db.owner.query("update follower set position = 0 where name = 'notices'")
    await runFollowersOnce(following())
    expect(await codes()).toEqual(first)
    await sendDueOnce(sending())
    await sendDueOnce(sending())
    expect(recorded).toEqual([])
  })

  test('a provider out of order is tried again later, one that refuses is not, and the log says both', async () => {
    await fixture.raise('一件', named)
    answer = () => ({ ok: false, why: 'http-503', retry: true })
    await tellAndSend()
    expect(recorded).toHaveLength(1)
    await sendDueOnce(sending())
    expect(recorded).toHaveLength(0)
    fixture.clock.stepTo(new Date('2026-06-15T02:02:00Z'))
    answer = () => ({ ok: false, why: 'http-403', retry: false })
    await sendDueOnce(sending())
    expect(await codes()).toEqual([{ code: 'received', to_kind: 'worker', state: 'failed', why: 'http-403' }])
    const { rows } = await fixture.db.owner.query('select gateway, place, outcome from sent order by at')
    expect(rows).toEqual([
      { gateway: 'sms', place: 0, outcome: 'http-503' },
      { gateway: 'sms', place: 0, outcome: 'http-403' },
    ])
  })

  test('what is a week old is no news', async () => {
    await fixture.raise('一件', named)
    fixture.clock.stepTo(new Date('2026-06-28T02:00:00Z'))
    await tellAndSend()
    expect(recorded).toEqual([])
    expect(await codes()).toEqual([{ code: 'received', to_kind: 'worker', state: 'dropped', why: 'late' }])
  })
})

describe('a union', () => {
  const group = { ...named, persons: 12 }

  test('is told of a P1 at once, and reads it at its desk though no gateway is there', async () => {
    const demand = await fixture.raise('十二个人没拿到钱', group)
    await tellAndSend(sending([]))
    expect(await codes("to_kind = 'unit'")).toEqual([
      { code: 'p1', to_kind: 'unit', state: 'dropped', why: 'no-gateway' },
    ])
    const { rows } = await reading(fixture.db.reader, crew.triage, (client) =>
      ownNotices(client, crew.triage, fixture.context.rules.notices),
    )
    expect(rows).toMatchObject([{ code: 'p1', demand, state: 'dropped', sentAt: null }])
    expect(rows[0]?.text.zh).toMatch(/^紧急 SQ-990102-20260615-\d{6}-.：请签收，06-15 \d\d:\d\d 前联系职工$/)
    const elsewhere = await reading(fixture.db.reader, crew.handler, (client) =>
      ownNotices(client, crew.handler, fixture.context.rules.notices),
    )
    expect(elsewhere.rows).toEqual([])
  })

  test('that has part-time cadres is left in peace at night', async () => {
    await fixture.raise('白天', group)
    await fixture.db.owner.query('update post set full_time = false where id = $1', [crew.triage.post])
    fixture.clock.stepTo(new Date('2026-06-15T15:00:00Z'))
    await fixture.raise('夜里', group)
    await tellAndSend()
    expect(recorded.filter(({ channel }) => channel === 'wecom')).toEqual([])
    fixture.clock.stepTo(new Date('2026-06-16T00:00:01Z'))
    await sendDueOnce(sending())
    expect(recorded.filter(({ to }) => to === robot('county'))).toHaveLength(2)
    await fixture.db.owner.query('update post set full_time = true where id = $1', [crew.triage.post])
  })

  test('gets one digest a working day, with what is due and what is new, and no second', async () => {
    const demand = await fixture.raise('一件', named)
    await triage(demand)
    await tellAndSend()
    expect(recorded.filter(({ channel }) => channel === 'dingtalk')).toEqual([])
    fixture.clock.stepTo(new Date('2026-06-16T00:29:00Z'))
    await sendDueOnce(sending())
    expect(recorded.filter(({ channel }) => channel === 'dingtalk')).toEqual([])
    fixture.clock.stepTo(new Date('2026-06-16T00:31:00Z'))
    await sendDueOnce(sending())
    const digests = recorded.filter(({ to }) => to === robot('street'))
    expect(digests).toHaveLength(1)
    expect(digests[0]?.text).toContain('新派的工单 1 件，等待签收')
    expect(digests[0]?.text).toContain('今天到期')
    expect(digests[0]?.text).not.toContain('SQ-')
    fixture.clock.stepTo(new Date('2026-06-16T06:00:00Z'))
    await sendDueOnce(sending())
    expect(recorded).toEqual([])
    // Saturday: nothing; Monday speaks again.
    fixture.clock.stepTo(new Date('2026-06-20T02:00:00Z'))
    await sendDueOnce(sending())
    expect(recorded).toEqual([])
    fixture.clock.stepTo(new Date('2026-06-22T02:00:00Z'))
    await sendDueOnce(sending())
    const monday = recorded.filter(({ to }) => to === robot('street'))
    expect(monday).toHaveLength(1)
    expect(monday[0]?.text).toContain('已超期')
    expect(monday[0]?.text).not.toContain('新派')
  })

  test('rings for a P0 every five minutes, at night too, until the order is signed', async () => {
    fixture.clock.stepTo(new Date('2026-06-15T15:00:00Z'))
    const demand = await fixture.raise('有危险', named)
    await triage(demand, { urgency: 'P0', lead: crew.triage.unit })
    await tellAndSend()
    expect(recorded.map(({ channel }) => channel).sort()).toEqual(['phone', 'wecom'])
    expect(recorded[0]?.text).toContain('特急 SQ-990102')
    await sendDueOnce(sending())
    expect(recorded).toEqual([])
    for (const at of ['05:01', '10:02']) {
      fixture.clock.stepTo(new Date(`2026-06-15T15:${at}Z`))
      await sendDueOnce(sending())
      expect(recorded.map(({ channel }) => channel)).toEqual(['phone'])
    }
    // Somebody is on duty from now on: the phone beside the roster rings as well.
    const { rows } = await fixture.db.owner.query('select login from account where id = $1', [crew.head.account])
    expect(`login-${crew.head.account.slice(-12)}`).toBe(rows[0].login)
    const duty = {
      unit: crew.head.unit,
      post: crew.head.post,
      from: '2026-06-15T12:00:00Z',
      to: '2026-06-16T00:00:00Z',
    }
    await fixture.accept({ kind: 'operator' }, 'duty.set', duty)
    fixture.clock.stepTo(new Date('2026-06-15T15:15:05Z'))
    const book = new Addresses({ people: [{ login: rows[0].login, phone: ['13700000000'] }] })
    const context = sending()
    await sendDueOnce({ ...context, outgoing: { ...context.outgoing, addresses: book } })
    expect(recorded.map(({ to }) => to)).toEqual(['13700000000'])
    await fixture.accept(crew.head, 'order.sign', { demand })
    fixture.clock.stepTo(new Date('2026-06-15T15:20:10Z'))
    await sendDueOnce(sending())
    expect(recorded).toEqual([])
    expect(await codes("code = 'p0'")).toEqual([{ code: 'p0', to_kind: 'unit', state: 'sent', why: 'taken-up' }])
  })
})

describe('two processes', () => {
  test('send each notice once between them', async () => {
    for (let n = 0; n < 8; n += 1) await fixture.raise(`第${n}件`, named)
    await runFollowersOnce(following())
    const context = sending()
    const tried = await Promise.all([sendDueOnce(context), sendDueOnce(context)])
    expect(recorded).toHaveLength(8)
    expect(tried[0] + tried[1]).toBe(8)
  })

  test('of which one dies between handing over and writing it down, lose nothing', async () => {
    await fixture.raise('一件', named)
    await runFollowersOnce(following())
    const context = sending()
    const died: SendContext = {
      ...context,
      outgoing: {
        ...context.outgoing,
        gateways: { sms: { channel: 'sms', send: () => new Promise<Handed>(() => undefined) } },
      },
    }
    void sendDueOnce(died)
    await expect.poll(() => codes("tries = 1 and state = 'queued'")).toHaveLength(1)
    await sendDueOnce(sending())
    expect(recorded).toEqual([])
    fixture.clock.stepTo(new Date('2026-06-15T02:01:05Z'))
    await sendDueOnce(sending())
    expect(toWorker()).toEqual(['您有一条服务进展：已收到。'])
  })
})

test('what cannot be tried at all does not hold up what is behind it', async () => {
  const broken = await fixture.raise('打不开', named)
  await fixture.raise('打得开', named)
  await runFollowersOnce(following())
  fixture.context.subjectKeys.forget(`9901 ${broken} identity`)
  await fixture.db.owner.query("update subject_key set wrapped = '\\x00' where subject = $1 and part = 'identity'", [
    broken,
  ])
  await sendDueOnce(sending())
  expect(recorded).toHaveLength(1)
  expect((await codes()).map(({ state, why }) => [state, why])).toEqual([
    ['queued', 'error'],
    ['sent', null],
  ])
})

test('a cadre with an address of their own is told there, and a union reads its own notices only', async () => {
  const { rows } = await fixture.db.owner.query('select login from account where id = $1', [crew.triage.account])
  const book = new Addresses({ people: [{ login: rows[0].login, mail: ['zhou@example.org'] }] })
  const { clock, rules } = fixture.context
  const making = { clock, notices: rules.notices, sending: readSendingRules(SHIPPED_RULES), addresses: book }
  await fixture.raise('十二个人', { ...named, persons: 12 })
  await runFollowersOnce({ db: fixture.db, followers: [noticeFollower(making)] })
  const context = sending()
  await sendDueOnce({ ...context, outgoing: { ...context.outgoing, addresses: book } })
  expect(recorded.filter(({ channel }) => channel === 'mail').map(({ to }) => to)).toEqual(['zhou@example.org'])
  const all = 'select to_kind, to_unit from notice order by to_kind'
  const seen = (who: typeof crew.triage) =>
    reading(fixture.db.reader, who, async (client) => (await client.query(all)).rows)
  expect(await seen(crew.triage)).toEqual([
    { to_kind: 'post', to_unit: crew.triage.unit },
    { to_kind: 'unit', to_unit: crew.triage.unit },
  ])
  expect(await seen(crew.handler)).toEqual([])
  expect((await fixture.db.reader.query(all)).rows).toEqual([])
  await expect(fixture.db.reader.query('select from sent')).rejects.toThrow(/permission denied/)
})

test('the employer’s own union is told nothing, not even what it was told before it was known', async () => {
  const { rows } = await fixture.db.owner.query(
    'select u.id, u.employer from unit u where u.employer is not null and u.valid_to is null limit 1',
  )
  const { id, employer } = rows[0]
  const demand = await fixture.raise('用人单位欠薪', { ...named, persons: 12, employer })
  await runFollowersOnce(following())
  expect(await codes(`to_unit = ${id}`)).toEqual([])
  await fixture.db.owner.query(
    `insert into notice (realm, id, demand, position, code, way, to_kind, to_unit, params, not_before, state, made_at)
     values (9901, gen_random_uuid(), $1, 1, 'p1', 'now', 'unit', $2, '{}', $3, 'queued', $3)`,
    [demand, id, fixture.clock.now()],
  )
  await triage(demand)
  await runFollowersOnce(following())
  expect(await codes(`to_unit = ${id}`)).toEqual([])
})

test('no name, number, word or address stands in what notices leave behind', async () => {
  const demand = await fixture.raise('秘密的一句话', { ...named, persons: 12 })
  await triage(demand)
  await tellAndSend()
  expect(recorded.length).toBeGreaterThan(2)
  const { rows } = await fixture.db.owner.query(
    'select (select json_agg(n)::text from notice n) || (select json_agg(s)::text from sent s) as all',
  )
  expect(rows[0].all).toContain(demand)
  for (const word of [phone, identity.name, '秘密', '晚上', 'robot.example', '057112351', '进展'])
    expect(rows[0].all).not.toContain(word)
})
