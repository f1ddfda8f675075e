import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase } from '../kit/postgres.ts'
import { type Ended, emptyInstallation, Place, Zhagen, zhagen } from './zhagen-process.ts'

/** One line that begins as said, exit code 1, nothing on stdout, no postgres left. */
function refused(ended: Ended, place: Place, line: RegExp): void {
  const lines = ended.stderr.trimEnd().split('\n')
  expect(lines.at(-1)).toMatch(line)
  expect(ended.stderr).not.toMatch(/^\s+at /m)
  expect({ code: ended.code, stdout: ended.stdout, postgres: place.postgresPid() }).toEqual({
    code: 1,
    stdout: '',
    postgres: undefined,
  })
}

describe('before anything is made', () => {
  let place: Place
  beforeEach(() => {
    place = new Place()
  })
  afterEach(() => place.remove())

  test.each([
    ['PUBLIC_URL', { PUBLIC_URL: 'zhagen' }],
    ['HOST', { HOST: '203.0.113.7' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgresql://nobody:secret@127.0.0.1:1/none' }],
    ['data folder /proc/zhagen', { ZHAGEN_DATA: '/proc/zhagen' }],
    ['ZHAGEN_KEYS', { ZHAGEN_KEYS: '/proc/zhagen' }],
  ])('a wrong %s is one line that names it', async (name, env) => {
    const ended = await zhagen(place, ['start'], env)
    refused(ended, place, new RegExp(`^zhagen: ${name}: .+`))
    expect(ended.stderr).not.toContain('secret')
  })

  test('rules of a federation that are looser than what ships', async () => {
    const own = path.join(place.folder, 'rules')
    mkdirSync(own)
    writeFileSync(path.join(own, 'limits.yaml'), 'triage:\n  P2: { officeMinutes: 300 }\n')
    const ended = await zhagen(place, ['start'], { ZHAGEN_RULES: own })
    refused(
      ended,
      place,
      /^zhagen: \S+\/rules\/limits\.yaml:2: triage\.P2: 300 office minutes is looser than 240 .*; \S/,
    )
    expect(existsSync(place.data)).toBe(false)
    refused(await zhagen(place, ['start'], { ZHAGEN_RULES: `${own}/none` }), place, /^zhagen: ZHAGEN_RULES: .+; .+/)
  })

  test('a taken port', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const address = other.address()
    const port = String(typeof address === 'object' && address?.port)
    refused(await zhagen(place, ['start'], { PORT: port }), place, /^zhagen: PORT: \d+ is taken by another program/)
    other.close()
  })

  test('an unknown verb or option is answered by a hint and exit code 2', async () => {
    expect(await zhagen(place, ['strat'])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^zhagen: unknown verb "strat"/),
    })
    expect(await zhagen(place, ['start', '--emtpy'])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/start --help/),
    })
  })

  test('a verb that needs data makes none', async () => {
    expect((await zhagen(place, ['doctor', '--json'])).code).toBe(0)
    expect(existsSync(place.data)).toBe(false)
  })
})

describe('beside a running server', () => {
  const place = new Place()
  let server: Zhagen
  beforeAll(async () => {
    server = new Zhagen(place, emptyInstallation(place))
    await server.ready()
  })
  afterAll(async () => {
    await server.stop()
    await place.remove()
  })

  test('a second start on the same folder says whose it is', async () => {
    const { code, stderr, stdout } = await zhagen(place, ['start'])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/^zhagen: data folder .+: in use by zhagen start \(process \d+\); .+\n$/)
    expect(place.postgresPid()).toBeGreaterThan(0)
  })
})

describe('an installation that does not fit', () => {
  const place = new Place()
  const keyFile = path.join(place.keys, 'keys.json')
  beforeAll(async () => {
    const server = new Zhagen(place, emptyInstallation(place))
    await server.ready()
    await server.stop()
  })
  afterAll(() => place.remove())

  test('a missing key file is not made anew', async () => {
    renameSync(keyFile, `${keyFile}.apart`)
    refused(await zhagen(place, ['start']), place, /^zhagen: key file: .+ is missing; put back the copy you keep apart/)
    expect(existsSync(keyFile)).toBe(false)
    renameSync(`${keyFile}.apart`, keyFile)
  })

  test('a key file of another installation is told', async () => {
    const other = new Place()
    const server = new Zhagen(other, emptyInstallation(other))
    await server.ready()
    await server.stop()
    renameSync(keyFile, `${keyFile}.apart`)
    copyFileSync(path.join(other.keys, 'keys.json'), keyFile)
    await other.remove()
    refused(await zhagen(place, ['start']), place, /^zhagen: key file: .+ does not belong to this database/)
    rmSync(keyFile)
    renameSync(`${keyFile}.apart`, keyFile)
  })
})

describe('a PostgreSQL of one’s own', () => {
  const place = new Place()
  afterAll(() => place.remove())

  test('serves without an embedded one; a newer schema is refused', async () => {
    const database = await freshDatabase('empty')
    const env = { DATABASE_URL: database.urls.ownerUrl, DATABASE_APP_URL: database.urls.appUrl }
    const server = new Zhagen(place, emptyInstallation(place), env)
    const health = await (await fetch(`${await server.ready()}/health`)).json()
    expect(health).toMatchObject({ status: 'ok' })
    expect((await server.stop()).code).toBe(0)
    expect(existsSync(place.data)).toBe(false)
    const newer = `insert into migration (id, name, sha256, applied_at) values (9999, 'later', '', '2030-01-01Z')`
    await database.owner.query(newer)
    refused(
      await zhagen(place, ['start'], env),
      place,
      /^zhagen: the database has schema 9999, this zhagen knows \d+; start the newer zhagen/,
    )
    await database.owner.query(`delete from migration where id = 9999; update migration set sha256 = 'x' where id = 1`)
    refused(await zhagen(place, ['start'], env), place, /^zhagen: schema 1 ledger was applied from another file/)
    await database.drop()
  })
})
