import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Random, withSeeds } from '../kit/random.ts'
import { ledgerToTamper, type TamperedLedger } from '../kit/tampered-ledger.ts'

// Whatever single row of the ledger a superuser changes in whatever column, or removes: it is found.

const tables = ['event', 'command', 'ledger_batch', 'stream', 'realm_head'] as const
let ledger: TamperedLedger
let columns: { table: string; column: string; type: string }[]

beforeAll(async () => {
  ledger = await ledgerToTamper()
  const { rows } = await ledger.fixture.db.owner.query(
    `select table_name as table, column_name as column, data_type as type from information_schema.columns
     where table_schema = 'public' and table_name = any ($1) order by 1, ordinal_position`,
    [tables],
  )
  columns = rows
})
afterAll(() => ledger?.fixture.close())

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
  expect(await ledger.verify()).toMatchObject({ intact: true })
  let done = 0
  await withSeeds(
    async (random) => {
      const sql = damage(random)
      // What a unique index refuses was no damage; what left the row as it was neither.
      const hurt = await ledger.run(sql).then(
        () => true,
        () => false,
      )
      const changed = hurt && (await isChanged())
      if (changed) expect((await ledger.verify()).intact, sql).toBe(false)
      done += changed ? 1 : 0
      await ledger.mend()
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
  const { rowCount } = await ledger.fixture.db.owner.query(`${differs.join(' union all ')} limit 1`)
  return rowCount === 1
}
