import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSite, type TestSite } from '../../../test/kit/server.ts'
import type { Actor, Role } from '../../domain/actor.ts'
import { makeId } from '../../domain/id.ts'
import type { CommandKind, Outcome } from '../../protocol/command.ts'

let site: TestSite
let posts = 0

beforeAll(async () => {
  site = await startSite({ kind: 'story', at: new Date('2026-06-15T01:00:00Z') })
})
afterAll(() => site.close())

async function unitOf(name: string): Promise<number> {
  const { rows } = await site.database.owner.query('select id from unit where name = $1 and valid_to is null', [name])
  return rows[0].id
}

async function staff(
  unitName: string,
  role: Role,
  section: string | null = null,
): Promise<Extract<Actor, { kind: 'staff' }>> {
  const unit = await unitOf(unitName)
  const account = makeId(9901, site.clock.now().getTime(), crypto.getRandomValues(new Uint8Array(8)))
  const post = 900_000 + ++posts
  await site.database.owner.query(
    'insert into post (id, account, unit, section, role, full_time, valid_from) values ($1, $2, $3, $4, $5, true, $6)',
    [post, account, unit, section, role, site.clock.now()],
  )
  await site.database.owner.query('update directory_version set n = n + 1')
  return { kind: 'staff', account, post, unit, section, role }
}

async function send(actor: Actor, kind: CommandKind, body: object): Promise<Outcome> {
  const id = makeId(9901, site.clock.now().getTime(), crypto.getRandomValues(new Uint8Array(8)))
  return (await site.context.pipeline.submit(actor, { id, kind, body })).outcome
}

test("a demand's plain life goes through every hand and closes with the worker's word", async () => {
  const county = await staff('江湾区总工会', 'triage')
  const handler = await staff('柳荫街道工会', 'handler')
  await staff('江湾区总工会', 'head')
  const raised = await send({ kind: 'public' }, 'demand.raise', {
    ...{ region: '990102001', channel: 'online', mode: 'confidential', persons: 1 },
    text: '三月到五月的加班费没有发',
    identity: { name: '测试者', phone: '13800000000' },
  })
  if (!('accepted' in raised)) throw new Error(JSON.stringify(raised))
  const demand = raised.accepted.stream
  const worker: Actor = { kind: 'claimant', demand, assisted: false }
  const accept = async (actor: Actor, kind: CommandKind, body: object = {}) =>
    expect(await send(actor, kind, { demand, ...body })).toMatchObject({ accepted: { stream: demand } })

  await accept(county, 'demand.triage', {
    topic: 'A03',
    nature: 'complaint',
    urgency: 'P2',
    difficulty: 'plain',
    lead: handler.unit,
  })
  expect(await send(handler, 'contact.log', { demand, way: 'call' })).toMatchObject({
    refused: { code: 'order.not-signed' },
  })
  await accept(handler, 'order.sign')
  expect(await send(handler, 'demand.answer', { demand, claim: 'done', text: '好' })).toMatchObject({
    refused: { code: 'contact.missing' },
  })
  await accept(handler, 'contact.log', { way: 'call', note: '下午通了电话' })
  await accept(handler, 'understanding.write', { text: '加班费三个月没有发' })
  await accept(worker, 'understanding.answer', { yes: true })
  expect(await send(handler, 'demand.answer', { demand, claim: 'done', text: '好' })).toMatchObject({
    refused: { code: 'deed.missing' },
  })
  await accept(handler, 'deed.record', { deed: site.context.rules.deeds[0]?.code, text: '补发', amountFen: 360000 })
  await accept(handler, 'demand.answer', { claim: 'done', text: '已经补发' })
  await accept(worker, 'verdict.give', { solved: 'solved', satisfied: 'satisfied' })

  const { rows } = await site.database.owner.query('select * from demand where id = $1', [demand])
  expect(rows[0]).toMatchObject({
    ...{
      state: 'closed',
      confirmed: 'solved',
      seal_met: 'call',
      seal_understood: 'yes',
      seal_delivered: 'yes',
      next_unit: null,
    },
    due_at: new Date('2026-06-23T15:59:59.000Z'),
  })
  const work = await site.database.owner.query('select count(*)::int as n from work where demand = $1', [demand])
  expect(work.rows[0].n).toBe(0)
})

test('the same command sent eight times at once applies once, and another body under its id is told', async () => {
  const id = makeId(9901, site.clock.now().getTime(), crypto.getRandomValues(new Uint8Array(8)))
  const body = { region: '990102001', channel: 'online', mode: 'anonymous', persons: 1, text: '同一件事' }
  const eight = await Promise.all(
    Array.from({ length: 8 }, () =>
      site.context.pipeline.submit({ kind: 'public' }, { id, kind: 'demand.raise', body }),
    ),
  )
  expect(new Set(eight.map((one) => JSON.stringify(one.outcome))).size).toBe(1)
  expect(eight.filter((one) => !one.again)).toHaveLength(1)
  const { rows } = await site.database.owner.query('select count(*)::int as n from event where command = $1', [id])
  expect(rows[0].n).toBe(1)
  const other = site.context.pipeline.submit(
    { kind: 'public' },
    { id, kind: 'demand.raise', body: { ...body, text: '另一件事' } },
  )
  await expect(other).rejects.toMatchObject({ status: 409, code: 'command.other-body' })
})
