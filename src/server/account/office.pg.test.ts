import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PipelineFixture, pipelineFixture, type Staff } from '../../../test/kit/pipeline.ts'
import { makeId } from '../../domain/id.ts'
import { officeOf } from '../view/office.ts'
import { reading } from '../view/scope.ts'
import { onDuty } from './on-duty.ts'

const county = '江湾区总工会'
const street = '柳荫街道工会'
const operator = { kind: 'operator' } as const
const [from, to] = ['2026-06-15T18:00:00+08:00', '2026-06-16T08:30:00+08:00']

let fixture: PipelineFixture
let head: Staff
let admin: Staff
let handler: Staff
beforeAll(async () => {
  fixture = await pipelineFixture()
  head = await fixture.staff(county, 'head')
  admin = await fixture.staff(county, 'admin')
  handler = await fixture.staff(street, 'handler')
})
afterAll(() => fixture?.close())

async function asWriter<T>(work: (client: Parameters<typeof onDuty>[0]) => Promise<T>): Promise<T> {
  const client = await fixture.db.writer.connect()
  try {
    await fixture.context.directory.refresh(client)
    return await work(client)
  } finally {
    client.release()
  }
}
const dutyAt = (unit: number, at: string) => asWriter((client) => onDuty(client, unit, new Date(at)))

test('who is on duty is found at the unit, else at the nearest above, to the second', async () => {
  const mine = { unit: head.unit, post: head.post, from, to }
  expect(await fixture.accept(head, 'duty.set', mine)).toMatchObject({ entry: 1 })
  expect(await dutyAt(head.unit, '2026-06-15T18:00:00+08:00')).toEqual({
    ...{ unit: head.unit, climbed: 0, posts: [head.post] },
  })
  expect(await dutyAt(head.unit, '2026-06-15T17:59:59+08:00')).toBeNull()
  expect(await dutyAt(head.unit, '2026-06-16T08:30:00+08:00')).toBeNull()
  expect(await dutyAt(handler.unit, '2026-06-15T23:00:00+08:00')).toEqual({
    ...{ unit: head.unit, climbed: 1, posts: [head.post] },
  })
  const own = { unit: handler.unit, post: handler.post, from, to: '2026-06-15T22:00:00+08:00' }
  await fixture.accept(admin, 'duty.set', own)
  expect(await dutyAt(handler.unit, '2026-06-15T21:00:00+08:00')).toMatchObject({ climbed: 0, posts: [handler.post] })
  expect(await dutyAt(handler.unit, '2026-06-15T23:00:00+08:00')).toMatchObject({ climbed: 1 })
})

test('two posts are on duty together, and a cleared entry is nobody', async () => {
  const second = await fixture.staff(county, 'handler', 'legal')
  const { entry } = await fixture.accept(admin, 'duty.set', { unit: head.unit, post: second.post, from, to })
  expect(await dutyAt(head.unit, '2026-06-15T20:00:00+08:00')).toMatchObject({ posts: [head.post, second.post] })
  await fixture.accept(head, 'duty.clear', { unit: head.unit, entry })
  expect(await dutyAt(head.unit, '2026-06-15T20:00:00+08:00')).toMatchObject({ posts: [head.post] })
  expect(await dutyAt(-1, from)).toBeNull()
})

test('what is wrong with an entry is told by the field to mend', async () => {
  const mine = { unit: head.unit, post: head.post, from, to }
  const send = (body: object, actor = head) => fixture.send(actor, 'duty.set', { ...mine, ...body })
  await expect(send({ post: handler.post })).rejects.toMatchObject({ code: 'post.unknown', field: 'body.post' })
  await expect(send({ to: from })).rejects.toMatchObject({ code: 'duty.order', field: 'body.to' })
  await expect(send({ unit: 2147483647 })).rejects.toMatchObject({ code: 'unit.unknown', field: 'body.unit' })
  await expect(send({ unit: handler.unit })).rejects.toMatchObject({ code: 'unit.unknown', field: 'body.unit' })
  expect(await send({ from: '2026-07-01T00:00:00Z', to: '2026-08-02T00:00:00Z' })).toMatchObject({
    refused: { code: 'duty.too-long', params: { most: 31 } },
  })
  expect(await send({})).toMatchObject({ refused: { code: 'duty.overlap', params: { entry: 1 } } })
  expect(await send({}, handler)).toMatchObject({ refused: { code: 'not-allowed' } })
  const elsewhere = { kind: 'duty.clear', unit: head.unit, entry: 1 } as const
  await expect(fixture.send(operator, elsewhere.kind, { unit: head.unit, entry: 1 }, '990000')).rejects.toMatchObject({
    code: 'id.wrong-realm',
  })
})

test('nobody makes an account where the office of a union has its stream', async () => {
  const { rows } = await fixture.db.owner.query("select stream from stream where noun = 'office' limit 1")
  await expect(
    fixture.send(operator, 'account.create', { account: rows[0].stream, unit: head.unit }),
  ).rejects.toMatchObject({ code: 'field.invalid' })
})

test('small-office mode is switched by the administrator and known at once', async () => {
  const { directory } = fixture.context
  const isSmall = (unit: number) => asWriter((client) => directory.smallOffice(client, unit))
  expect(await isSmall(handler.unit)).toBe(false)
  expect(await fixture.send(head, 'office.set-small', { unit: head.unit, on: true })).toMatchObject({
    refused: { code: 'not-allowed' },
  })
  await fixture.accept(admin, 'office.set-small', { unit: handler.unit, on: true })
  expect([await isSmall(handler.unit), await isSmall(head.unit)]).toEqual([true, false])
  expect(await fixture.send(admin, 'office.set-small', { unit: handler.unit, on: true })).toMatchObject({
    refused: { code: 'office.as-it-is' },
  })
  await fixture.accept(admin, 'office.set-small', { unit: handler.unit, on: false })
  expect(await isSmall(handler.unit)).toBe(false)
})

test('the ledger says by post who acted, and the directory which posts one person holds and held', async () => {
  const { directory } = fixture.context
  const one = await fixture.staff(county, 'triage')
  const { post } = await fixture.accept(operator, 'post.grant', {
    ...{ account: one.account, unit: one.unit, role: 'handler', fullTime: true },
  })
  await fixture.accept(operator, 'post.end', { account: one.account, post: one.post })
  expect(await asWriter((client) => directory.postsOfAccount(client, one.account))).toEqual([one.post, post])
  const nobody = makeId(9901, fixture.clock.now().getTime(), new Uint8Array(8))
  expect(await asWriter((client) => directory.postsOfAccount(client, nobody))).toEqual([])
  const other = makeId(9901, fixture.clock.now().getTime(), new Uint8Array(8).fill(7))
  const publicly = reading(fixture.db.reader, { kind: 'public' }, (client) => directory.postsOfAccount(client, other))
  await expect(publicly).rejects.toThrow('sees none')
})

test('one page shows mode, roster and sections, with the verbs of who looks', async () => {
  await fixture.staff(street, 'handler', 'legal')
  const at = new Date('2026-06-15T12:00:00Z')
  const page = await reading(fixture.db.reader, head, (client) => officeOf(client, head, { unit: head.unit, at }))
  expect(page).toMatchObject({
    unit: { id: head.unit, name: county },
    small: false,
    duties: [{ entry: 1, post: head.post, role: 'head', now: true }],
    onDuty: { unit: { id: head.unit }, climbed: 0, posts: [head.post] },
    verbs: ['duty.set', 'duty.clear'],
  })
  expect(page?.sections.every((section) => section.staffed)).toBe(true)
  const below = await reading(fixture.db.reader, admin, (client) => officeOf(client, admin, { unit: handler.unit, at }))
  expect(below).toMatchObject({ verbs: ['duty.set', 'duty.clear', 'office.set-small'] })
  const above = await reading(fixture.db.reader, handler, (client) =>
    officeOf(client, handler, { unit: head.unit, at }),
  )
  expect(above).toBeNull()
})

test('a reader without a scope sees neither table', async () => {
  for (const table of ['office', 'duty']) {
    const { rows } = await fixture.db.reader.query(`select count(*)::int as n from ${table}`)
    expect(rows[0].n, table).toBe(0)
  }
})
