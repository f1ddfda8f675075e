import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../test/kit/postgres.ts'
import { readUscc } from '../../domain/code/uscc.ts'
import { loadRegionFile } from '../region/load.ts'
import { loadDemoOrganisations } from './demo.ts'

const on = '2026-01-05'
let database: FreshDatabase
let client: pg.PoolClient
beforeAll(async () => {
  database = await freshDatabase()
  client = await database.owner.connect()
  await expect(loadDemoOrganisations(client, { on })).rejects.toThrow('load the fictional regions first')
  const file = new URL('../../../rules/regions/fictional-9901.csv', import.meta.url).pathname
  await loadRegionFile(client, file, { at: new Date('2026-01-05T01:00:00Z') })
  await loadDemoOrganisations(client, { on })
})
afterAll(async () => {
  client?.release()
  await database?.drop()
})

const rows = async (sql: string) => (await client.query(sql)).rows

it('is one county with what stands above it and two of its townships', async () => {
  const local = await rows(
    `select u.name, u.level, u.uscc, p.name as parent from unit u left join unit p on p.id = u.parent
     where u.kind = 'local' order by u.region`,
  )
  expect(local.map(({ name, level, uscc, parent }) => [name, level, uscc, parent])).toEqual([
    ['中华全国总工会', 'nation', null, null],
    ['示例省总工会', 'province', null, '中华全国总工会'],
    ['示例市总工会', 'city', null, '示例省总工会'],
    ['江湾区总工会', 'county', '89990102MC0000020Q', '示例市总工会'],
    ['柳荫街道工会', 'township', null, '江湾区总工会'],
    ['望江街道工会', 'township', null, '江湾区总工会'],
  ])
})

it('has a dozen enterprises with sound codes, and half of them a union of their own', async () => {
  const codes = await rows('select uscc from employer union all select uscc from unit where uscc is not null')
  expect(codes).toHaveLength(12 + 6 + 1)
  expect(codes.filter(({ uscc }) => readUscc(uscc).problem !== null)).toEqual([])
  const [own] = await rows(
    `select u.uscc as union, e.uscc as employer, p.name as parent
     from unit u join employer e on e.id = u.employer join unit p on p.id = u.parent where e.name = '江湾精工有限公司'`,
  )
  expect(own).toEqual({ union: '81990102MC0000012N', employer: '91990102MA0000015T', parent: '柳荫街道工会' })
})

it('changes nothing the second time', async () => {
  const before = await rows('select n, (select count(*) from unit) as units from directory_version')
  await loadDemoOrganisations(client, { on })
  expect(await rows('select n, (select count(*) from unit) as units from directory_version')).toEqual(before)
})
