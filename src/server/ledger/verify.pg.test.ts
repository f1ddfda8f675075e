import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { PipelineFixture } from '../../../test/kit/pipeline.ts'
import { ledgerTables, ledgerToTamper, type TamperedLedger } from '../../../test/kit/tampered-ledger.ts'
import { SubjectKeys } from '../vault/subject-keys.ts'
import { batchMac, commandHash, eventHash } from './canonical.ts'
import { headsPath } from './heads-file.ts'
import { merkleRoot } from './merkle.ts'
import { batchPages, commandPages, eventPages, type Pages } from './verify-read.ts'

let ledger: TamperedLedger
let fixture: PipelineFixture
let middle: string
beforeAll(async () => {
  ledger = await ledgerToTamper()
  fixture = ledger.fixture
  middle = ledger.middle
})
afterAll(() => fixture?.close())
afterEach(() => ledger.mend())

const run = (...statements: string[]) => ledger.run(...statements)
const one = (sql: string, ...values: unknown[]) => ledger.one(sql, ...values)
const verify: TamperedLedger['verify'] = (more) => ledger.verify(more)
const find = () => ledger.find()
/** An event of the middle demand. */
const eventOf = (version: number) => one('select * from event where stream = $1 and version = $2', middle, version)

test('an intact ledger verifies, with its content opened', async () => {
  const verified = await verify({ open: new SubjectKeys(fixture.keysFile.keys) })
  expect(verified).toMatchObject({ intact: true, first: null })
  const realm = verified.realms.find((each) => each.realm === 9901)
  const { events, contents } = await one(
    'select (select count(*) from event where realm = 9901) as events, (select count(*) from content) as contents',
  )
  expect(realm).toMatchObject({ realm: 9901, events, opened: contents, findings: [] })
  expect(events).toBeGreaterThan(60)
  expect(contents).toBeGreaterThan(30)
})

describe('an event', () => {
  const changes = {
    body: `body = replace(body::text, '"way":"call"', '"way":"person"')::json`,
    'body, to the byte': `body = (body::text || ' ')::json`,
    actor: `actor = 'claimant'`,
    instant: `at = at + interval '1 millisecond'`,
    'instant, below the millisecond': `at = at + interval '1 microsecond'`,
    'instant, to no instant': `at = 'infinity'`,
    kind: `kind = 'MessagePosted'`,
    rules: `rules = 'sha256:0'`,
    command: 'command = stream',
    hash: `hash = decode(repeat('00', 32), 'hex')`,
    noun: `noun = 'access'`,
    batch: 'batch = batch + 1',
  }
  test.each(Object.entries(changes))('with another %s is named', async (_, change) => {
    const { position, batch, version } = await eventOf(5)
    await run(`update event set ${change} where stream = '${middle}' and version = 5`)
    const stands = change.startsWith('batch') ? batch + 1 : batch
    expect(await find()).toMatchObject({
      realm: 9901,
      what: 'changed',
      thing: 'event',
      position,
      stream: middle,
      version,
      batch: stands,
    })
  })

  test('with another body, its hash, its stream and the stream head recomputed, is named by its batch', async () => {
    const { batch } = await eventOf(5)
    await run(`update event set actor = 'claimant' where stream = '${middle}' and version = 5`)
    await rehash(5)
    expect(await find()).toMatchObject({ what: 'changed', thing: 'batch', batch })
  })

  test('that was deleted is named', async () => {
    const { position, batch } = await eventOf(4)
    await run(`delete from event where stream = '${middle}' and version = 4`)
    expect(await find()).toMatchObject({ what: 'removed', thing: 'event', position, stream: middle, version: 4, batch })
  })

  test('that was deleted, being one of two of its command, is named', async () => {
    const { position } = await eventOf(2)
    await run(`delete from event where stream = '${middle}' and version = 2`)
    expect(await find()).toMatchObject({ what: 'removed', thing: 'event', position, stream: middle, version: 2 })
  })

  test('that was put in at the end is named', async () => {
    const { position } = await one('select position from realm_head where realm = 9901')
    await run(
      `insert into event select realm, ${position + 1}, stream, version + 100, noun, kind, body, actor, command, rules, at, batch, prev, hash
       from event where stream = '${middle}' and version = 5`,
    )
    expect(await find()).toMatchObject({
      what: 'added',
      thing: 'event',
      position: position + 1,
      stream: middle,
      version: 105,
    })
  })

  test('that was put in before others, which were pushed on, is named', async () => {
    const put = await eventOf(3)
    const forged = { ...put, body: JSON.stringify(put.body), version: 90, kind: 'MessagePosted' }
    await run(`update event set position = -position where realm = 9901 and position >= ${put.position}`)
    await run('update event set position = 1 - position where position < 0')
    await fixture.db.owner.query(
      `insert into event (realm, position, stream, version, noun, kind, body, actor, command, rules, at, batch, prev, hash)
       values (9901, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        ...[put.position, middle, 90, put.noun, forged.kind, forged.body, put.actor, put.command, put.rules, put.at],
        ...[put.batch, put.prev, eventHash(forged)],
      ],
    )
    expect(await find()).toMatchObject({
      what: 'added',
      thing: 'event',
      position: put.position,
      stream: middle,
      version: 90,
    })
  })

  test('that changed places with another is named', async () => {
    const [early, late] = [await eventOf(4), await eventOf(8)]
    await swapPositions(early.position, late.position)
    expect(await find()).toMatchObject({
      what: 'reordered',
      thing: 'event',
      position: early.position,
      stream: middle,
      version: 8,
    })
  })
})

async function swapPositions(a: number, b: number): Promise<void> {
  await run(
    `update event set position = -1 where realm = 9901 and position = ${a}`,
    `update event set position = ${a} where realm = 9901 and position = ${b}`,
    `update event set position = ${b} where realm = 9901 and position = -1`,
  )
}

/** Recomputes hashes and the stream's head from a version on, as somebody without the key can. */
async function rehash(from: number, stream = middle): Promise<void> {
  const { rows } = await fixture.db.owner.query(
    'select *, body::text as body from event where stream = $1 and version >= $2 order by version',
    [stream, from],
  )
  let prev: Buffer = rows[0].prev
  for (const row of rows) {
    const hash = eventHash({ ...row, prev })
    await fixture.db.owner.query('update event set prev = $1, hash = $2 where stream = $3 and version = $4', [
      prev,
      hash,
      stream,
      row.version,
    ])
    prev = hash
  }
  await fixture.db.owner.query('update stream set head = $1 where stream = $2', [prev, stream])
}

describe('a stream', () => {
  test('whose tail was cut off, its row set back, is named by the first event of it', async () => {
    const { position } = await eventOf(7)
    const last = await eventOf(6)
    await run(`delete from event where stream = '${middle}' and version > 6`)
    await fixture.db.owner.query('update stream set version = 6, head = $1 where stream = $2', [last.hash, middle])
    expect(await find()).toMatchObject({ what: 'removed', thing: 'event', position, stream: middle, version: 7 })
  })

  test('that was deleted altogether is named', async () => {
    const { position } = await eventOf(1)
    await run(`delete from event where stream = '${middle}'`, `delete from stream where stream = '${middle}'`)
    expect(await find()).toMatchObject({ what: 'removed', thing: 'event', position, stream: middle, version: 1 })
  })

  test('whose row was changed, removed or added is named', async () => {
    await run(`update stream set version = version - 1 where stream = '${middle}'`)
    expect(await find()).toMatchObject({ what: 'changed', thing: 'stream', stream: middle })
    await run(`delete from stream where stream = '${middle}'`)
    expect(await find()).toMatchObject({ what: 'removed', thing: 'stream', stream: middle })
    await run(
      `insert into stream select * from saved.stream where stream = '${middle}'`,
      `update stream set noun = 'access' where stream = '${middle}'`,
    )
    expect(await find()).toMatchObject({ what: 'changed', thing: 'stream', stream: middle })
  })
})

describe('a batch', () => {
  test.each([1, 3])('of the last %i, removed with all that it held and the heads set back, is named', async (count) => {
    const { batch } = await one('select batch from realm_head where realm = 9901')
    await cutAfter(batch - count)
    expect(await find()).toMatchObject({ what: 'removed', thing: 'batch', batch: batch - count + 1 })
    expect((await find())?.why).toContain(`the heads file knows batch ${batch}`)
  })

  test('removed from the middle is named', async () => {
    const { batch } = await eventOf(4)
    await run(`delete from ledger_batch where realm = 9901 and n = ${batch}`)
    expect(await find()).toMatchObject({ what: 'removed', thing: 'batch', batch })
  })

  test('that changed places with another is named', async () => {
    const { batch } = await eventOf(4)
    await run(
      `update ledger_batch set n = -1 where n = ${batch}`,
      `update ledger_batch set n = ${batch} where n = ${batch + 1}`,
      `update ledger_batch set n = ${batch + 1} where n = -1`,
    )
    expect(await find()).toMatchObject({ what: 'reordered', thing: 'batch', batch })
  })

  test.each([
    'first_position = first_position - 1',
    'commands = commands + 1',
    `at = at - interval '1 second'`,
    `root = '\\x00'`,
    `prev = '\\x00'`,
    `mac = '\\x00'`,
  ])('with %s is named', async (change) => {
    const { batch } = await eventOf(4)
    await run(`update ledger_batch set ${change} where realm = 9901 and n = ${batch}`)
    expect(await find()).toMatchObject({ what: 'changed', thing: 'batch', batch })
  })

  test('sealed with another key is named', async () => {
    const { batch } = await eventOf(4)
    await reseal(batch, Buffer.alloc(32, 1))
    expect(await find()).toMatchObject({ what: 'changed', thing: 'batch', batch })
  })

  test('is named when everything from a change on was recomputed without the key', async () => {
    const { batch } = await eventOf(5)
    await run(`update event set actor = 'claimant' where stream = '${middle}' and version = 5`)
    await rehash(5)
    await reseal(batch, Buffer.alloc(32, 1))
    expect(await find()).toMatchObject({ what: 'changed', thing: 'batch', batch })
  })

  test('rewritten with the right key is named by the heads file', async () => {
    const { batch: last } = await one('select batch from realm_head where realm = 9901')
    const { rows } = await fixture.db.owner.query('select stream from event where realm = 9901 and batch = $1', [last])
    await run(`update event set rules = 'other' where realm = 9901 and batch = ${last}`)
    const { stream } = rows[0]
    await rehash(
      (await one('select min(version) as v from event where stream = $1 and batch = $2', stream, last)).v,
      stream,
    )
    await reseal(last, fixture.keysFile.keys.mac)
    const found = await find()
    expect(found).toMatchObject({ what: 'changed', thing: 'batch', batch: last })
    expect(found?.why).toContain('heads file')
  })
})

/** Cuts the realm off behind a batch and sets every head in the database back. */
async function cutAfter(batch: number): Promise<void> {
  const { owner } = fixture.db
  await run(...['event', 'command'].map((table) => `delete from ${table} where realm = 9901 and batch > ${batch}`))
  await run(`delete from ledger_batch where realm = 9901 and n > ${batch}`)
  await owner.query(
    `update realm_head h set batch = b.n, position = b.last_position, mac = b.mac from ledger_batch b where b.realm = h.realm and b.n = $1 and h.realm = 9901`,
    [batch],
  )
  await run(
    'delete from stream s where not exists (select from event e where e.realm = s.realm and e.stream = s.stream)',
  )
  await run(
    `update stream s set version = e.version, head = e.hash from
     (select distinct on (stream) stream, version, hash from event order by stream, version desc) e where e.stream = s.stream`,
  )
  await run(
    'delete from content where realm = 9901 and position(id::text in (select string_agg(body::text, $$ $$) from event)) = 0',
  )
}

/** Recomputes roots and MACs from a batch on with a key. */
async function reseal(from: number, key: Buffer): Promise<void> {
  const client = await fixture.db.owner.connect()
  const drain = async <R>(pages: Pages<R>) => {
    const rows: R[] = []
    for (let row = await pages.peek(); row; row = await pages.peek()) {
      rows.push(row)
      pages.take()
    }
    return rows
  }
  const [batches, events, commands] = [
    await drain(batchPages(client, 9901)),
    await drain(eventPages(client, 9901)),
    await drain(commandPages(client, 9901)),
  ]
  let prev = batches.find((b) => b.n === from)?.prev as Buffer
  for (const batch of batches.filter((b) => b.n >= from)) {
    const root = merkleRoot([
      ...events.filter((e) => e.batch === batch.n).map((e) => e.hash),
      ...commands.filter((c) => c.batch === batch.n).map(commandHash),
    ])
    const mac = batchMac(key, { ...batch, root, prev })
    await client.query('update ledger_batch set root = $2, prev = $3, mac = $4 where realm = 9901 and n = $1', [
      batch.n,
      root,
      prev,
      mac,
    ])
    prev = mac
  }
  await client.query('update realm_head set mac = $1 where realm = 9901', [prev])
  client.release()
}

describe('a command', () => {
  const accepted = () =>
    one(`select id, batch from command where outcome -> 'accepted' ->> 'stream' = $1 order by batch limit 1`, middle)
  const refused = () =>
    one(`select id, batch from command where outcome -> 'refused' is not null order by batch limit 1`)

  test('whose outcome was changed is named', async () => {
    const other = await refused()
    const { id, batch } = await accepted()
    await run(`update command set outcome = '{"refused":{"code":"not-allowed","params":{}}}' where id = '${id}'`)
    expect(await find()).toMatchObject({ what: 'changed', thing: 'command', command: id, batch })
    await run(
      `update command set outcome = replace(outcome::text, 'code', 'Code')::json where id = '${other.id}'`,
      `update command set outcome = s.outcome from saved.command s where s.id = command.id and s.id = '${id}'`,
    )
    expect(await find()).toMatchObject({ what: 'changed', thing: 'command', command: other.id, batch: other.batch })
  })

  test.each([`actor = 'operator'`, `kind = 'order.sign'`, `body_mac = '\\x00'`, `at = at + interval '1 second'`])(
    'with %s is found in its batch',
    async (change) => {
      const { id, batch } = await accepted()
      await run(`update command set ${change} where id = '${id}'`)
      expect(await find()).toMatchObject({ what: 'changed', batch })
    },
  )

  test('that was deleted is named', async () => {
    const { id, batch } = await accepted()
    await run(`delete from command where id = '${id}'`)
    expect(await find()).toMatchObject({ what: 'removed', thing: 'command', command: id, batch })
  })

  test('that was added is named', async () => {
    const { batch } = await accepted()
    await run(
      `insert into command select realm, '00000000-0000-7000-8000-000000000001', kind, actor, body_mac, outcome, batch, ordinal + 1, at
       from command where realm = 9901 and batch = ${batch}`,
    )
    expect(await find()).toMatchObject({
      what: 'added',
      thing: 'command',
      command: '00000000-0000-7000-8000-000000000001',
    })
  })
})

describe('a realm', () => {
  test('that was deleted altogether is named', async () => {
    await run(...ledgerTables.map((table) => `delete from ${table} where realm = 9901`))
    expect(await find()).toMatchObject({ realm: 9901, what: 'removed', thing: 'realm' })
  })

  test.each(['position = position + 1', 'batch = batch - 1', `mac = '\\x00'`])(
    'whose head has %s is named',
    async (change) => {
      await run(`update realm_head set ${change} where realm = 9901`)
      expect(await find()).toMatchObject({ realm: 9901, what: 'changed', thing: 'realm head' })
    },
  )

  test('without a head is named, and so is a heads file that is gone', async () => {
    await run('delete from realm_head where realm = 9901')
    expect(await find()).toMatchObject({ what: 'removed', thing: 'realm head' })
    await run('insert into realm_head select * from saved.realm_head where realm = 9901')
    writeFileSync(headsPath(fixture.keysFolder), '')
    expect(await find()).toMatchObject({ what: 'removed', thing: 'heads' })
  })

  test('may be ahead of the heads file', async () => {
    const lines = readFileSync(headsPath(fixture.keysFolder), 'utf8').trimEnd().split('\n')
    writeFileSync(headsPath(fixture.keysFolder), `${lines.slice(0, -3).join('\n')}\n`)
    expect(await verify()).toMatchObject({ intact: true })
  })
})
