import { Readable } from 'node:stream'
import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../test/kit/postgres.ts'
import { loadRegionFile } from '../region/load.ts'
import { importOrganisations } from './import.ts'
import { csvLine } from './import-rejects.ts'
import { ImportStopped } from './import-text.ts'
import { scaffoldUnits } from './scaffold.ts'

const on = '2026-01-05'
let database: FreshDatabase
let client: pg.PoolClient
beforeAll(async () => {
  database = await freshDatabase()
  client = await database.owner.connect()
  const file = new URL('../../../rules/regions/fictional-9901.csv', import.meta.url).pathname
  await loadRegionFile(client, file, { at: new Date('2026-01-05T01:00:00Z') })
  await scaffoldUnits(client, '990102', { on })
})
afterAll(async () => {
  client?.release()
  await database?.drop()
})

const HEADER = ['kind', 'uscc', 'name', 'region', 'industry', 'size', 'ownership', 'parent', 'employer']
const code = fc.constantFrom('', '91990102MA0000015T', '81990102MC0000012N', '89990102MC0000020Q', '81990102mc0000039e')
const name = fc.constantFrom('甲厂', '乙厂', '甲工会', '乙工会', '江湾区总工会', '柳荫街道工会')
const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('\0', '"', '1e400', '{1,2}', "'; --"),
)
const cell = (...usual: fc.Arbitrary<string>[]) =>
  fc.oneof({ weight: 20, arbitrary: fc.oneof(...usual) }, { weight: 1, arbitrary: odd })
const row = fc.tuple(
  cell(fc.constantFrom('union', 'union', 'employer')),
  cell(code),
  cell(name),
  cell(fc.constantFrom('990102', '990102001', '990102002')),
  cell(fc.constantFrom('', '', '', 'C')),
  cell(fc.constantFrom('', '', 'small')),
  cell(fc.constant('')),
  cell(fc.constant(''), name, code),
  cell(fc.constant(''), fc.constant(''), name),
)

it('takes or names every row of any file, and the tree stays a tree', async () => {
  let taken = 0
  const file = fc.tuple(fc.array(row, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 12 }))
  await fc.assert(
    fc.asyncProperty(file, async ([rows, rowsPerBatch]) => {
      const text = Buffer.from([HEADER, ...rows].map((cells) => csvLine([...cells])).join(''))
      const lines = new Set<number>()
      const onFault = ({ line }: { line: number }) => lines.add(line)
      const result = await importOrganisations(database.owner, Readable.from([text]), { on, rowsPerBatch, onFault })
      expect(result.created + result.updated + result.unchanged + result.rejected).toBe(result.rows)
      expect(lines.size).toBe(result.rejected)
      taken += result.created + result.updated
      const bent = await client.query(
        `select 1 from unit u left join unit p on p.id = u.parent where u.ancestors <> u.id || coalesce(p.ancestors, '{}')`,
      )
      expect(bent.rowCount).toBe(0)
    }),
    { numRuns: 300 },
  )
  expect(taken).toBeGreaterThan(100)
})

it('stops in words at bytes that are no such file', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, headed) => {
      const text = Buffer.concat([Buffer.from(headed ? 'kind,name,region\n' : ''), bytes])
      const failure = await importOrganisations(database.owner, Readable.from([text]), { on }).catch((error) => error)
      if (failure instanceof Error) expect(failure).toBeInstanceOf(ImportStopped)
    }),
    { numRuns: 200 },
  )
})
