import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PipelineFixture, pipelineFixture, type Staff } from '../../../test/kit/pipeline.ts'
import { streamBeside } from '../../domain/derived-stream.ts'
import type { CommandKind } from '../../protocol/command.ts'
import { createLog } from '../log.ts'
import { type CascadeContext, runCascades } from './cascade-runner.ts'

let fixture: PipelineFixture
let city: Staff
let campaign: string

const words = { purpose: '听', basis: '会议', fromOn: '2026-01-05', toOn: null, stages: [] }
const clauses = [{ text: '去听', measure: 'heard', cut: null }]
const asCity = (kind: CommandKind, body: object) => fixture.accept(city, kind, body, '990100')

beforeAll(async () => {
  fixture = await pipelineFixture()
  city = await fixture.staff('示例市总工会', 'organiser')
  campaign = (await asCity('campaign.open', { unit: city.unit, title: '到一线去', ...words })).stream
})
afterAll(() => fixture.close())

const context = (more: Partial<CascadeContext> = {}): CascadeContext => ({
  ...{ db: fixture.db, clock: fixture.clock, pipeline: fixture.pipeline, log: createLog('silent') },
  ...more,
})
async function issued(number: string, to = city.unit): Promise<string> {
  const body = { unit: city.unit, campaign, number, title: '意见', clauses }
  const directive = (await asCity('directive.draft', body)).stream
  await asCity('directive.issue', { directive, unit: to })
  return directive
}
async function unitsBelow(unit: number): Promise<number[]> {
  const { rows } = await fixture.db.owner.query(
    'select id from unit where $1 = any (ancestors) and valid_to is null order by id',
    [unit],
  )
  return rows.map(({ id }) => Number(id))
}
async function briefsOf(directive: string): Promise<number[]> {
  const { rows } = await fixture.db.owner.query(
    'select unit, id, realm from brief where directive = $1 order by unit',
    [directive],
  )
  for (const { unit, id, realm } of rows) expect(id).toBe(streamBeside('brief', directive, realm, unit))
  return rows.map(({ unit }) => Number(unit))
}
const placeOf = async (directive: string) =>
  (await fixture.db.owner.query('select * from cascade where directive = $1', [directive])).rows[0]

test('every unit below gets one brief, whose stream follows from directive and unit, however often it is carried', async () => {
  const below = await unitsBelow(city.unit)
  expect(below.length).toBeGreaterThan(5)
  const directive = await issued('2026-1')
  expect(await runCascades(context())).toBe(below.length)
  expect(await briefsOf(directive)).toEqual(below)
  expect(await runCascades(context())).toBe(0)
  expect(await placeOf(directive)).toMatchObject({ delivered: below.length, receivers: below.length })
  expect((await placeOf(directive)).done_at).not.toBeNull()
})

test('goes to the unit it is issued to and to those below that, to nobody beside', async () => {
  const county = await fixture.unit('江湾区总工会')
  const directive = await issued('2026-2', county)
  await runCascades(context())
  expect(await briefsOf(directive)).toEqual(await unitsBelow(county))
})

test('cut off anywhere, it goes on and nobody is passed over or served twice', async () => {
  const below = await unitsBelow(city.unit)
  const directive = await issued('2026-3')
  let left = 4
  const submit: CascadeContext['pipeline']['submit'] = (...command) => {
    left -= 1
    return fixture.pipeline.submit(...command)
  }
  await runCascades(context({ pipeline: { submit } }), { stopped: () => left <= 0 })
  const some = await briefsOf(directive)
  expect(some.length).toBeLessThan(below.length)
  expect((await placeOf(directive)).done_at).toBeNull()
  await runCascades(context())
  expect(await briefsOf(directive)).toEqual(below)
  expect(await placeOf(directive)).toMatchObject({ delivered: below.length })
})

test('a unit that fails holds up nobody and is tried again', async () => {
  const below = await unitsBelow(city.unit)
  const directive = await issued('2026-4')
  const failing = below[1]
  const submit: CascadeContext['pipeline']['submit'] = (actor, command) =>
    (command.body as { unit: number }).unit === failing
      ? Promise.reject(new Error('not now'))
      : fixture.pipeline.submit(actor, command)
  await runCascades(context({ pipeline: { submit } }))
  expect(await briefsOf(directive)).toEqual(below.filter((unit) => unit !== failing))
  expect((await placeOf(directive)).done_at).toBeNull()
  expect(await runCascades(context())).toBe(1)
  expect(await briefsOf(directive)).toEqual(below)
})

test('a unit that is founded later receives what is in force, and nothing that is over', async () => {
  const over = await issued('2026-5')
  const inForce = await issued('2026-6')
  await runCascades(context())
  await asCity('directive.withdraw', { directive: over, reason: '重复' })
  const { rows } = await fixture.db.owner.query(
    `insert into unit (name, level, kind, region, realm, parent, ancestors, valid_from)
     select '新设街道工会', 'township', 'local', '990102', realm, id, array[0] || ancestors, valid_from from unit where id = $1
     returning id`,
    [await fixture.unit('江湾区总工会')],
  )
  const { id } = rows[0]
  await fixture.db.owner.query('update unit set ancestors[1] = id where id = $1', [id])
  expect(await runCascades(context())).toBe(0)
  await fixture.db.owner.query('update directory_version set n = n + 1')
  // Those of the tests before are in force as well.
  expect(await runCascades(context())).toBeGreaterThan(0)
  expect(await briefsOf(inForce)).toContain(id)
  expect(await briefsOf(over)).not.toContain(id)
})

test('of a directive that is withdrawn while it is carried nobody hears any more', async () => {
  const root = await fixture.unit('江湾区总工会')
  await fixture.db.owner.query(
    `insert into unit (name, level, kind, region, realm, parent, ancestors, valid_from)
     select '基层第' || g, 'grassroots', 'grassroots', '990102', realm, id, ancestors, valid_from
     from unit, generate_series(1, 400) g where id = $1`,
    [root],
  )
  await fixture.db.owner.query(
    `update unit set ancestors = array[id] || ancestors where parent = $1 and ancestors[1] <> id`,
    [root],
  )
  const directive = await issued('2026-8', root)
  let left = 100
  const submit: CascadeContext['pipeline']['submit'] = async (actor, command) => {
    left -= 1
    const done = fixture.pipeline.submit(actor, command)
    if (left === 0) await asCity('directive.withdraw', { directive, reason: '写错了' })
    return done
  }
  await runCascades(context({ pipeline: { submit } }))
  const heard = (await briefsOf(directive)).length
  expect(heard).toBeGreaterThanOrEqual(100)
  expect(heard).toBeLessThan(400)
  expect(await runCascades(context())).toBe(0)
  expect((await briefsOf(directive)).length).toBe(heard)
})

test('another process that carries is left to it', async () => {
  const directive = await issued('2026-7')
  const holder = await fixture.db.writer.connect()
  try {
    await holder.query('select pg_advisory_lock($1)', [0x7a68_6373])
    expect(await runCascades(context())).toBe(0)
    expect(await briefsOf(directive)).toEqual([])
  } finally {
    await holder.query('select pg_advisory_unlock($1)', [0x7a68_6373])
    holder.release()
  }
  expect(await runCascades(context())).toBeGreaterThan(0)
})
