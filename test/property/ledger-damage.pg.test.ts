import { copyFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { headsPath } from '../../src/server/ledger/heads-file.ts'
import { verifyLedger } from '../../src/server/ledger/verify.ts'
import { crewOf, plainLife, randomLives } from '../kit/lives.ts'
import { type PipelineFixture, pipelineFixture } from '../kit/pipeline.ts'
import { type Random, withSeeds } from '../kit/random.ts'

// Whatever single row of the ledger a superuser changes in whatever column, removes or doubles: it is found.

const tables = ['event', 'command', 'ledger_batch', 'stream', 'realm_head'] as const
let fixture: PipelineFixture
let columns: { table: string; column: string; type: string }[]

beforeAll(async () => {
  fixture = await pipelineFixture()
  const crew = await crewOf(fixture)
  await plainLife(fixture, crew)
  await withSeeds(async (random) => void (await randomLives(fixture, crew, random, 40)))
  const { owner } = fixture.db
  await owner.query('create schema saved')
  for (const table of tables) await owner.query(`create table saved.${table} as table ${table}`)
  copyFileSync(headsPath(fixture.keysFolder), `${headsPath(fixture.keysFolder)}.saved`)
  const { rows } = await owner.query(
    `select table_name as table, column_name as column, data_type as type from information_schema.columns
     where table_schema = 'public' and table_name = any ($1) order by 1, ordinal_position`,
    [tables],
  )
  columns = rows
})
afterAll(() => fixture?.close())

/** Another value of the column's type, as SQL over the old one. */
function otherValue(random: Random, column: string, type: string): string {
  switch (type) {
    case 'integer':
    case 'bigint':
      return `${column} + ${random.pick([1, -1, 1000, 2_000_000_000 - 10_000])}`
    case 'uuid':
      return `overlay(${column}::text placing '${random.integer(10, 99)}' from ${random.pick([1, 7, 12, 30, 35])})::uuid`
    case 'text':
      return random.pick([`${column} || ' '`, `upper(${column}) || 'x'`, `''`])
    case 'json':
      return random.pick([
        `(${column}::text || ' ')::json`,
        `'{}'`,
        `'[]'`,
        `'null'`,
        `replace(${column}::text, 'e', 'E')::json`,
      ])
    case 'timestamp with time zone':
      return random.pick([`${column} + interval '1 microsecond'`, `${column} - interval '1 day'`, `'-infinity'`])
    case 'bytea':
      return random.pick([`'\\x'`, `set_byte(${column} || '\\x00', 0, ${random.integer(0, 255)})`])
    default:
      throw new Error(`no damage is known for ${type}`)
  }
}

function damage(random: Random): string {
  const { table, column, type } = random.pick(columns)
  const row = `ctid = (select ctid from ${table} order by ctid offset ${random.integer(0, 400)} % (select count(*) from ${table}) limit 1)`
  if (random.chance(0.15)) return `delete from ${table} where ${row}`
  return `update ${table} set ${column} = ${otherValue(random, column, type)} where ${row}`
}

test('any change of a single row is found', async () => {
  const { owner } = fixture.db
  const verify = () => verifyLedger(owner, { macKey: fixture.keysFile.keys.mac, keysFolder: fixture.keysFolder })
  expect(await verify()).toMatchObject({ intact: true })
  let done = 0
  await withSeeds(
    async (random) => {
      const sql = damage(random)
      // What a unique index refuses was no damage; what left the row as it was neither.
      const hurt = await owner.query(sql).then(
        () => true,
        () => false,
      )
      const changed = hurt && (await isChanged())
      if (changed) expect((await verify()).intact, sql).toBe(false)
      done += changed ? 1 : 0
      for (const table of tables) {
        await owner.query(`truncate ${table}`)
        await owner.query(`insert into ${table} select * from saved.${table}`)
      }
    },
    { times: 120 },
  )
  expect(done).toBeGreaterThan(60)
}, 120_000)

async function isChanged(): Promise<boolean> {
  const differs = tables.map(
    (table) =>
      `select 1 from (table ${table}) a full join (table saved.${table}) b on a::text = b::text where a is null or b is null`,
  )
  const { rowCount } = await fixture.db.owner.query(`${differs.join(' union all ')} limit 1`)
  return rowCount === 1
}
