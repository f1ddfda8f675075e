import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../test/kit/postgres.ts'
import { usccCheck } from '../../domain/code/uscc.ts'
import { loadRegionFile } from '../region/load.ts'
import { importOrganisations } from './import.ts'
import { scaffoldUnits } from './scaffold.ts'

const ROWS = 50_000
let database: FreshDatabase
let client: pg.PoolClient
beforeAll(async () => {
  database = await freshDatabase()
  client = await database.owner.connect()
  const file = new URL('../../../rules/regions/fictional-9901.csv', import.meta.url).pathname
  await loadRegionFile(client, file, { at: new Date('2026-01-05T01:00:00Z') })
  await scaffoldUnits(client, '990000', { on: '2026-01-05' })
})
afterAll(async () => {
  client?.release()
  await database?.drop()
})

const code = (start: string, n: number) => {
  const first = `${start}990102${n.toString().padStart(9, '0')}`
  return first + usccCheck(first)
}

/** Enterprises and their unions by turns; every fiftieth row is bad. */
async function* file(): AsyncGenerator<Buffer> {
  yield Buffer.from('kind,uscc,name,region,industry,size,ownership,parent,employer\n')
  for (let n = 0; n < ROWS; n++) {
    const pair = n >> 1
    const region = n % 50 === 49 ? '990199' : '990102001'
    yield Buffer.from(
      n % 2 === 0
        ? `用人单位,${code('91', pair)},第${pair}厂,990102001,C,small,private,,\n`
        : `工会,${code('81', pair)},第${pair}厂工会,${region},,,,柳荫街道工会,${code('91', pair)}\n`,
    )
  }
}

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

/** MiB of live heap and buffers after each progress line. */
async function run() {
  const live: number[] = []
  const start = performance.now()
  const result = await importOrganisations(database.owner, file(), {
    on: '2026-01-05',
    onFault: () => undefined,
    onProgress: () => {
      collect()
      const { heapUsed, external } = process.memoryUsage()
      live.push((heapUsed + external) / 2 ** 20)
    },
  })
  return { result, live, seconds: (performance.now() - start) / 1000 }
}

it('brings 50,000 rows within a minute, in memory that does not grow with the file', { timeout: 180_000 }, async () => {
  const first = await run()
  expect(first.result).toMatchObject({ rows: ROWS, created: ROWS - 1000, rejected: 1000 })
  expect(first.seconds).toBeLessThan(60)
  expect(first.live.length).toBe(10)
  // From the tenth part of the file to its end; the rows of the file alone would be some 20 MiB.
  expect((first.live.at(-1) as number) - (first.live[0] as number)).toBeLessThan(5)

  const again = await run()
  expect(again.result).toMatchObject({ rows: ROWS, created: 0, updated: 0, unchanged: ROWS - 1000, rejected: 1000 })
  expect(again.seconds).toBeLessThan(60)
})
