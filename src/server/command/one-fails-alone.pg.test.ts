import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PipelineFixture, pipelineFixture, type Staff } from '../../../test/kit/pipeline.ts'
import { makeId } from '../../domain/id.ts'
import { runBatch } from './run-batch.ts'
import { WallBreach } from './wall.ts'

// What a broken database or a broken first wall does to a batch: one command fails, nothing is half-done.

let fixture: PipelineFixture
let handler: Staff
beforeAll(async () => {
  fixture = await pipelineFixture()
  handler = await fixture.staff('柳荫街道工会', 'handler')
  await fixture.staff('江湾区总工会', 'head')
})
afterAll(() => fixture?.close())

const newId = () => makeId(9901, fixture.clock.now().getTime(), crypto.getRandomValues(new Uint8Array(8)))
const said = (persons: number) => ({
  region: '990102001',
  channel: 'online',
  mode: 'confidential',
  persons,
  text: '加班费没有发',
})
const raise = (persons: number, id = newId()) =>
  fixture.pipeline.submit({ kind: 'public' }, { id, kind: 'demand.raise', body: said(persons) })

/** Everything a command may write, by table. */
async function rows(): Promise<Record<string, number>> {
  const tables = ['event', 'command', 'content', 'subject_key', 'receipt', 'demand', 'work', 'stream', 'ledger_batch']
  const each = [
    ...tables.map((table) => `(select count(*)::int from ${table}) as ${table}`),
    '(select max(position)::int from realm_head) as position',
  ]
  return (await fixture.db.owner.query(`select ${each.join(', ')}`)).rows[0]
}

/** A defect of ours, made by a trigger: the database refuses what is written to a table. */
async function refusing<T>(condition: string, work: () => Promise<T>, on = 'insert on demand'): Promise<T> {
  const { owner } = fixture.db
  const table = on.split(' ').at(-1)
  await owner.query(
    `create function refuse_it() returns trigger language plpgsql as $$ begin ${condition} return new; end $$`,
  )
  await owner.query(`create trigger refuse_it before ${on} for each row execute function refuse_it()`)
  try {
    return await work()
  } finally {
    await owner.query(`drop trigger refuse_it on ${table}`)
    await owner.query('drop function refuse_it()')
  }
}

const written = ['event', 'command', 'stream', 'ledger_batch', 'demand', 'work', 'content', 'subject_key', 'receipt']

// The statements of a batch are sent without waiting for one another: none may be sent after what ends the transaction.
test.each([...written.map((table) => `insert on ${table}`), 'update on realm_head'])(
  'when %s fails, nothing of the command is stored, and it can be sent again',
  async (on) => {
    const before = await rows()
    const id = newId()
    await expect(refusing("raise exception 'no';", () => raise(1, id), on)).rejects.toThrow()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await rows()).toEqual(before)
    expect((await raise(1, id)).again).toBe(false)
  },
)

test.each(['content', 'subject_key'])('when an erasure cannot delete from %s, everything stays', async (table) => {
  const demand = await fixture.raise('食堂的饭是冷的', { mode: 'named', identity: { name: '测试者' } })
  const worker = { kind: 'claimant', demand, assisted: false } as const
  const before = await rows()
  const erase = () => fixture.accept(worker, 'content.erase', { demand, parts: ['identity'], reason: 'worker-request' })
  await expect(refusing("raise exception 'no';", erase, `delete on ${table}`)).rejects.toThrow()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await rows()).toEqual(before)
  await erase()
  const after = await rows()
  for (const each of ['content', 'subject_key']) expect(after[each], each).toBe(Number(before[each]) - 1)
})

test('of twenty-one commands at once one breaks in the database and fails alone', async () => {
  const before = await rows()
  const settled = await refusing("if new.persons = 7 then raise exception 'no'; end if;", () =>
    Promise.allSettled(Array.from({ length: 21 }, (_, n) => raise(n === 10 ? 7 : 1))),
  )
  expect(settled.map(({ status }) => status)).toEqual(
    Array.from({ length: 21 }, (_, n) => (n === 10 ? 'rejected' : 'fulfilled')),
  )
  const after = await rows()
  for (const table of ['event', 'command', 'receipt', 'demand', 'stream', 'position'])
    expect(after[table], table).toBe(Number(before[table]) + 20)
})

test('when the backend of the writer is killed in the middle of a batch, nothing is half-done and the next command works', async () => {
  const before = await rows()
  const ids = Array.from({ length: 5 }, newId)
  const settled = await refusing('perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(1);', () =>
    Promise.allSettled(ids.map((id) => raise(1, id))),
  )
  expect(settled.every(({ status }) => status === 'rejected')).toBe(true)
  expect(await rows()).toEqual(before)
  // The phone sends the same commands again: each is handled once.
  for (const id of ids) expect((await raise(1, id)).again).toBe(false)
  for (const id of ids) expect((await raise(1, id)).again).toBe(true)
  expect((await rows()).demand).toBe(Number(before.demand) + 5)
})

test('what gets past the table of grants is stopped by the database, and takes nothing with it', async () => {
  const raised = await fixture.raise('食堂的饭是冷的')
  const triage = await fixture.staff('江湾区总工会', 'triage')
  const lead = {
    demand: raised,
    topic: 'A03',
    nature: 'complaint',
    urgency: 'P2',
    difficulty: 'plain',
    lead: handler.unit,
  }
  await fixture.accept(triage, 'demand.triage', lead)
  // A first wall that believes whatever unit it is told: the post is one of another union.
  const stranger = await fixture.staff('江湾精工有限公司工会', 'handler')
  const liar: Staff = { ...stranger, unit: handler.unit, section: null }
  const before = await rows()
  await expect(
    fixture.pipeline.submit(liar, { id: newId(), kind: 'order.sign', body: { demand: raised } }),
  ).rejects.toThrow(WallBreach)
  await expect(
    fixture.pipeline.submit({ ...liar, post: 999_999 }, { id: newId(), kind: 'order.sign', body: { demand: raised } }),
  ).rejects.toThrow(WallBreach)
  expect(await rows()).toEqual(before)
  // In one batch with an honest command the transaction falls as a whole; the pipeline then replays one by one.
  const client = await fixture.db.writer.connect()
  try {
    await client.query('begin')
    const asked = [handler, liar].map((actor) => ({
      id: newId(),
      kind: 'message.post' as const,
      actor,
      basedOn: undefined,
      mac: Buffer.alloc(32),
      body: { demand: raised, text: '您好' },
    }))
    const sign = {
      id: newId(),
      kind: 'order.sign' as const,
      actor: handler,
      basedOn: undefined,
      mac: Buffer.alloc(32),
      body: { demand: raised },
    }
    await expect(runBatch(fixture.context, client, 9901, [sign, ...asked], null, () => undefined)).rejects.toThrow(
      WallBreach,
    )
  } finally {
    await client.query('rollback')
    client.release()
  }
  expect(await rows()).toEqual(before)
  expect(await fixture.send(handler, 'order.sign', { demand: raised })).toMatchObject({ accepted: { stream: raised } })
})
