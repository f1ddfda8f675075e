import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../test/kit/postgres.ts'
import { SteppingClock } from '../clock.ts'
import { SHIPPED_RULES } from '../rules/load.ts'
import { composeSignIn } from './compose-sign-in.ts'
import { Sessions } from './sessions.ts'
import type { SignInContext } from './sign-in.ts'
import { signIn } from './sign-in.ts'
import { readSignInRules } from './sign-in-rules.ts'
import { bucketOf, countTry, forgetTries } from './wrong-tries.ts'

const ACCOUNT = '01900000-0000-7000-8000-000000000000'
const START = Date.parse('2026-06-15T01:00:00Z')
const rules = readSignInRules(SHIPPED_RULES)
const clock = new SteppingClock(new Date(START))
const minutes = (count: number) => clock.stepTo(new Date(START + count * 60_000))
let database: FreshDatabase
let context: SignInContext
let hash: string

beforeAll(async () => {
  database = await freshDatabase()
  context = composeSignIn({ writer: database.writer, rules, key: Buffer.alloc(32, 7), clock })
  hash = await context.passwords.make('willows by the river')
  await database.owner.query(
    `insert into account (id, realm, login, name, password_hash, must_change, created_at)
     values ($1, 9901, 'li', '李', $2, false, $3)`,
    [ACCOUNT, hash, new Date(START)],
  )
  await database.owner.query(
    `insert into post (id, account, unit, role, full_time, valid_from) values (1, $1, 1, 'agent', true, $2), (2, $1, 1, 'head', true, $2)`,
    [ACCOUNT, new Date(START)],
  )
})
afterAll(() => database?.drop())

test('a session ends an hour after the last click, however it was kept', async () => {
  minutes(0)
  const { token } = (await context.sessions.open(ACCOUNT, hash))!
  minutes(59)
  expect(await context.sessions.find(token)).toMatchObject({ login: 'li', actor: { post: 1 } })
  minutes(118)
  expect(await context.sessions.find(token)).not.toBeNull()
  minutes(179)
  expect(await context.sessions.find(token)).toBeNull()
})

test('a session ends after twelve hours, however busy it was', async () => {
  minutes(0)
  const { token } = (await context.sessions.open(ACCOUNT, hash))!
  for (let at = 30; at < 720; at += 30) {
    minutes(at)
    expect(await context.sessions.find(token), `after ${at} minutes`).not.toBeNull()
  }
  minutes(720)
  expect(await context.sessions.find(token)).toBeNull()
})

test('what another process ended is believed for five seconds at most', async () => {
  minutes(0)
  const elsewhere = new Sessions(database.writer, clock, rules.session)
  const { token } = (await context.sessions.open(ACCOUNT, hash))!
  await context.sessions.find(token)
  clock.stepTo(new Date(START + 61_000))
  expect(await context.sessions.find(token)).not.toBeNull()
  await elsewhere.endAll(ACCOUNT)
  clock.stepTo(new Date(START + 67_000))
  expect(await context.sessions.find(token)).toBeNull()
})

test('no session is opened with a password that was changed while it was being checked', async () => {
  minutes(0)
  expect(await context.sessions.open(ACCOUNT, 'another hash')).toBeNull()
})

test('acts in the post wished for where it is held, else in the first', async () => {
  minutes(0)
  const wished = (await context.sessions.open(ACCOUNT, hash, 2))!
  expect(await context.sessions.find(wished.token)).toMatchObject({ actor: { post: 2, role: 'head' } })
  const strange = (await context.sessions.open(ACCOUNT, hash, 99))!
  expect(await context.sessions.find(strange.token)).toMatchObject({ actor: { post: 1 } })
})

test('what is no token asks the database nothing', async () => {
  const quiet = new Sessions(undefined as never, clock, rules.session)
  for (const token of ['', 'x', 'a'.repeat(44), `${'a'.repeat(42)}'`, '柳'.repeat(43)])
    expect(await quiet.find(token)).toBeNull()
})

test('waits double from the fifth wrong try to a quarter of an hour, and are forgotten after a day', async () => {
  const bucket = bucketOf(Buffer.alloc(32, 1), 'somebody')
  let at = START
  const waits: number[] = []
  for (let n = 1; n <= 12; n++) {
    expect(await countTry(database.writer, bucket, new Date(at), rules.tries)).toEqual({ wait: 0, tries: n })
    if (n < 5) continue
    const { wait } = await countTry(database.writer, bucket, new Date(at), rules.tries)
    waits.push(wait)
    expect(await countTry(database.writer, bucket, new Date(at + wait * 1000 - 1), rules.tries)).toEqual({ wait: 1 })
    at += wait * 1000
  }
  expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900, 900])
  const tomorrow = new Date(at + 25 * 3_600_000)
  expect(await countTry(database.writer, bucket, tomorrow, rules.tries)).toEqual({ wait: 0, tries: 1 })
})

test('eight tries at one instant are counted as eight where eight are free', async () => {
  const bucket = bucketOf(Buffer.alloc(32, 1), 'crowd')
  const lenient = { ...rules.tries, free: 20 }
  const counted = await Promise.all(
    // Arriving in another order than they were sent.
    [5, 3, 8, 1, 7, 2, 6, 4].map((ms) => countTry(database.writer, bucket, new Date(START + ms), lenient)),
  )
  expect(counted.map((each) => ('tries' in each ? each.tries : 0)).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  await forgetTries(database.writer, bucket)
  expect(await countTry(database.writer, bucket, new Date(START), lenient)).toEqual({ wait: 0, tries: 1 })
})

test('a hash with older costs is renewed by the right password', async () => {
  minutes(0)
  const cheap = composeSignIn({
    writer: database.writer,
    key: Buffer.alloc(32, 7),
    clock,
    rules: { ...rules, password: { ...rules.password, hash: { memoryKiB: 19_456, passes: 2, lanes: 1 } } },
  })
  const old = await cheap.passwords.make('willows by the river')
  await database.owner.query('update account set password_hash = $2 where id = $1', [ACCOUNT, old])
  expect(await signIn(context, { login: 'li', password: 'willows by the river' }, true)).toHaveProperty('token')
  const { rows } = await database.owner.query('select password_hash from account where id = $1', [ACCOUNT])
  expect(rows[0].password_hash).toContain(`m=${rules.password.hash.memoryKiB},t=${rules.password.hash.passes}`)
  expect(await signIn(context, { login: 'li', password: 'willows by the river' }, true)).toHaveProperty('token')
})
