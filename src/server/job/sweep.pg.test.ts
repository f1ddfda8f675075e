import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../test/kit/postgres.ts'
import { sweep } from './sweep.ts'

let db: FreshDatabase

beforeAll(async () => {
  db = await freshDatabase()
})
afterAll(() => db.drop())

test('a trace of wrong codes is gone when its time is over, and not before', async () => {
  const at = new Date('2026-06-15T00:00:00Z')
  const rows = [
    ['\\x01', '2026-06-14T23:59:59Z'],
    ['\\x02', '2026-06-15T00:00:01Z'],
  ]
  for (const [bucket, expires] of rows)
    await db.owner.query('insert into guess (bucket, fails, wait_until, expires_at) values ($1, 1, $2, $2)', [
      bucket,
      expires,
    ])
  await sweep(db, { now: () => at })
  const left = await db.owner.query("select encode(bucket, 'hex') as bucket from guess")
  expect(left.rows).toEqual([{ bucket: '02' }])
})
