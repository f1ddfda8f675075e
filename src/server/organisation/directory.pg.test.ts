import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../test/kit/postgres.ts'
import { loadRegionFile } from '../region/load.ts'
import { Directory } from './directory.ts'
import { scaffoldUnits } from './scaffold.ts'

let database: FreshDatabase
let client: pg.PoolClient
let employer: number
let ownUnion: number
const unitAt = new Map<string, number>()

beforeAll(async () => {
  database = await freshDatabase()
  client = await database.owner.connect()
  const file = new URL('../../../rules/regions/fictional-9901.csv', import.meta.url).pathname
  await loadRegionFile(client, file, { at: new Date('2026-01-05T01:00:00Z') })
  await scaffoldUnits(client, '990000', { on: '2026-01-05' })
  const { rows } = await client.query<{ region: string; id: number }>('select region, id from unit')
  for (const { region, id } of rows) unitAt.set(region, id)
  employer = await insert(
    `insert into employer (name, region, realm, valid_from) values ('甲厂', '990102001', 9901, '2026-01-05')`,
  )
  ownUnion = await insert(
    `insert into unit (name, level, kind, region, realm, parent, ancestors, employer, valid_from)
     select '甲厂工会', 'grassroots', 'grassroots', region, realm, id, 900001 || ancestors, ${employer}, '2026-01-05' from unit where region = '990102001'`,
  )
  await client.query('update unit set ancestors[1] = id where id = $1', [ownUnion])
})
afterAll(async () => {
  client?.release()
  await database?.drop()
})

async function insert(sql: string): Promise<number> {
  return (await client.query<{ id: number }>(`${sql} returning id`)).rows[0]?.id as number
}
const at = (region: string) => unitAt.get(region) as number
let posts = 0
async function post(unit: number, role: string, section: string | null = null): Promise<void> {
  await client.query(
    `insert into post (id, account, unit, section, role, full_time, valid_from) values ($1, $2, $3, $4, $5, true, '2026-01-05')`,
    [++posts, randomUUID(), unit, section, role],
  )
  await client.query('update directory_version set n = n + 1')
}

it('tells a unit with its path and sections, and an enterprise with its own union', async () => {
  const directory = new Directory()
  await directory.refresh(client)
  expect(await directory.unit(client, at('990102'))).toMatchObject({
    name: '江湾区总工会',
    level: 'county',
    claimed: false,
    path: [at('990102'), at('990100'), at('990000')],
    sections: expect.arrayContaining(['legal', 'hotline']),
  })
  expect(await directory.unit(client, 999_999)).toBeNull()
  expect(await directory.employer(client, employer)).toMatchObject({ name: '甲厂', region: '990102001' })
  expect(await directory.employerUnion(client, employer)).toBe(ownUnion)
  expect(await directory.employerUnion(client, 999_999)).toBeNull()
  expect((await directory.unitsAt(client, '990102001')).map(({ name }) => name)).toEqual(['柳荫街道工会'])
})

it('asks the database once per version, and again after a change', async () => {
  const directory = new Directory()
  await directory.refresh(client)
  expect((await directory.unit(client, at('990103')))?.name).toBe('临溪县总工会')
  await client.query(`update unit set name = '临溪县总工会（新）' where id = $1`, [at('990103')])
  await directory.refresh(client)
  expect((await directory.unit(client, at('990103')))?.name).toBe('临溪县总工会')
  await client.query('update directory_version set n = n + 1')
  expect((await directory.unit(client, at('990103')))?.name).toBe('临溪县总工会')
  await directory.refresh(client)
  expect((await directory.unit(client, at('990103')))?.name).toBe('临溪县总工会（新）')
})

it('keeps no more than it may, and what was asked for last', async () => {
  const directory = new Directory({ limit: 2 })
  await directory.refresh(client)
  await directory.unit(client, at('990000'))
  await directory.unit(client, at('990100'))
  await directory.unit(client, at('990000'))
  await directory.unit(client, at('990102'))
  expect(directory.size).toBe(2)
  const closed = new pg.Client(database.urls.ownerUrl)
  await closed.connect()
  await closed.end()
  expect((await directory.unit(closed, at('990000')))?.id).toBe(at('990000'))
  await expect(directory.unit(closed, at('990100'))).rejects.toThrow('closed')
})

it('stops at the nearest unit that is staffed, and says whom it passed by', async () => {
  const directory = new Directory()
  await directory.refresh(client)
  expect(await directory.nearestStaffedUnit(client, '990102001')).toBeNull()

  await post(at('990102'), 'triage', 'hotline')
  await directory.refresh(client)
  expect(await directory.nearestStaffedUnit(client, '990102001')).toMatchObject({
    unit: { id: at('990102') },
    why: 'nearest-staffed',
    passed: [{ unit: at('990102001'), reason: 'unstaffed' }],
  })
  expect(await directory.nearestStaffedUnit(client, '990102')).toMatchObject({ why: 'seat', passed: [] })
  expect(await directory.nearestStaffedUnit(client, '990103100')).toBeNull()

  await post(at('990100'), 'handler')
  await directory.refresh(client)
  expect(await directory.nearestStaffedUnit(client, '990102001', { exclude: [at('990102')] })).toMatchObject({
    unit: { id: at('990100') },
    passed: [
      { unit: at('990102001'), reason: 'unstaffed' },
      { unit: at('990102'), reason: 'excluded' },
    ],
  })
  expect(await directory.nearestStaffedUnit(client, '990102001', { level: 'city' })).toMatchObject({ why: 'seat' })
})

it('knows who is staffed by section and role', async () => {
  const directory = new Directory()
  await directory.refresh(client)
  const staffed = (unit: number, wanted = {}) => directory.staffed(client, unit, wanted)
  expect(await staffed(at('990102'))).toBe(true)
  expect(await staffed(at('990102'), { section: 'hotline' })).toBe(true)
  expect(await staffed(at('990102'), { section: 'legal' })).toBe(false)
  expect(await staffed(at('990102'), { roles: ['handler'] })).toBe(false)
  expect(await staffed(at('990100'), { section: 'legal', roles: ['handler'] })).toBe(true)
  await client.query(`update post set valid_to = '2026-02-01' where unit = $1`, [at('990100')])
  await client.query('update directory_version set n = n + 1')
  await directory.refresh(client)
  expect(await staffed(at('990100'))).toBe(false)
})

it('remembers nothing that a connection without a scope could not see', async () => {
  const directory = new Directory()
  const reader = await database.reader.connect()
  try {
    await directory.refresh(reader)
    expect(await directory.unit(reader, at('990102'))).toBeNull()
    expect(await directory.regionInForce(reader, '990102')).toBe(false)
    await reader.query('begin')
    await reader.query(`set local zh.who = 'public'`)
    await directory.refresh(reader)
    expect((await directory.unit(reader, at('990102')))?.name).toBe('江湾区总工会')
    expect(await directory.regionInForce(reader, '990102')).toBe(true)
    expect(await directory.regionInForce(reader, '990199')).toBe(false)
    await expect(directory.staffed(reader, at('990102'))).rejects.toThrow('sees none')
    await reader.query(`set local zh.who = 'staff'`)
    expect(await directory.staffed(reader, at('990102'))).toBe(true)
  } finally {
    await reader.query('rollback')
    reader.release()
  }
})

it('lists candidates for the routing rule, nearest first', async () => {
  const directory = new Directory()
  await directory.refresh(client)
  const candidates = await directory.candidatesAt(client, '990102001', { section: 'hotline', roles: ['triage'] })
  expect(candidates.map(({ unit, level, section, staffed }) => [unit, level, section, staffed])).toEqual([
    [at('990102001'), 'township', 'hotline', false],
    [at('990102'), 'county', 'hotline', true],
    [at('990100'), 'city', 'hotline', false],
    [at('990000'), 'province', 'hotline', false],
  ])
  const above = await directory.candidatesAbove(client, ownUnion)
  expect(above.map(({ unit }) => unit)).toEqual([at('990102001'), at('990102'), at('990100'), at('990000')])
})
