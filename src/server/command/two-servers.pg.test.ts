import { afterAll, beforeAll, expect, test } from 'vitest'
import { crewOf, plainLife } from '../../../test/kit/lives.ts'
import { type PipelineFixture, pipelineFixture } from '../../../test/kit/pipeline.ts'
import { connectDatabase } from '../database.ts'
import { verifyLedger } from '../ledger/verify.ts'
import { openPart } from '../vault/content.ts'
import { SubjectKeys } from '../vault/subject-keys.ts'

// What one process foresees or remembers, another may make untrue: two servers over one database.

let here: PipelineFixture
let there: PipelineFixture
beforeAll(async () => {
  here = await pipelineFixture()
  const { db, keysFile, keysFolder } = here
  there = await pipelineFixture({ over: { db, keysFile, keysFolder } })
  for (const unit of ['柳荫街道工会', '江湾区总工会']) await here.staff(unit, 'handler')
  await here.staff('江湾区总工会', 'head')
})
afterAll(async () => {
  await there?.close()
  await here?.close()
})

const verified = () =>
  verifyLedger(here.db.owner, {
    macKey: here.keysFile.keys.mac,
    keysFolder: here.keysFolder,
    open: new SubjectKeys(here.keysFile.keys),
  })

test('a rush at both counts every demand once, and the ledger holds', async () => {
  const rush = (at: PipelineFixture, n: number) =>
    Array.from({ length: n }, (_, k) => at.raise(`第${k}件`, { region: k % 3 ? '990102001' : '990102002' }))
  // In waves, so that batches follow one another closely in each process and come between those of the other.
  for (let wave = 0; wave < 6; wave++) await Promise.all([...rush(here, 25), ...rush(there, wave % 2 ? 25 : 3)])
  const { rows } = await here.db.owner.query(
    `select count(*)::int as n, count(distinct number)::int as numbers, max(right(number, 8)) as last from demand`,
  )
  expect(rows[0]).toMatchObject({ n: 234, numbers: 234 })
  expect(rows[0].last).toMatch(/^000234-/)
  expect(await verified()).toMatchObject({ intact: true })
})

test('batches behind one that fails are decided again', async () => {
  const { owner } = here.db
  await owner.query(`create function refuse_it() returns trigger language plpgsql as $$ begin
    if new.persons = 7 then raise exception 'no'; end if; return new; end $$`)
  await owner.query('create trigger refuse_it before insert on demand for each row execute function refuse_it()')
  const before = (await owner.query('select count(*)::int as n from demand')).rows[0].n
  const waves = Array.from({ length: 8 }, async (_, wave) => {
    await new Promise((resolve) => setTimeout(resolve, wave * 4))
    const persons = (n: number) => (wave % 3 === 1 && n === 2 ? 7 : 1)
    return Promise.allSettled(Array.from({ length: 9 }, (_, n) => here.raise('又一件', { persons: persons(n) })))
  })
  const settled = (await Promise.all(waves)).flat()
  await owner.query('drop trigger refuse_it on demand')
  await owner.query('drop function refuse_it()')
  expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(3)
  expect((await owner.query('select count(*)::int as n from demand')).rows[0].n).toBe(before + 69)
  expect(await verified()).toMatchObject({ intact: true })
})

test('what was answered is on the disk', async () => {
  const { owner, urls } = here.db
  // The tests' database does not wait for its disk; these connections do.
  const { writer } = connectDatabase(urls)
  writer.on('connect', (client) => void client.query('set synchronous_commit = on'))
  const durable = await pipelineFixture({ over: { ...here, db: { ...here.db, writer } } })
  // Where the log of the database stands when a batch is about to commit; its commit is written behind that.
  await owner.query('create table commit_at (demand uuid, lsn pg_lsn)')
  await owner.query('grant insert on commit_at to zhagen_writer')
  await owner.query(`create function note_commit() returns trigger language plpgsql as $$ begin
    insert into commit_at values (new.id, pg_current_wal_insert_lsn()); return null; end $$`)
  await owner.query(`create constraint trigger note_commit after insert on demand
    deferrable initially deferred for each row execute function note_commit()`)
  try {
    for (let n = 0; n < 40; n++) {
      const demand = await durable.raise('落笔为据')
      const { rows } = await owner.query(
        'select pg_current_wal_flush_lsn() > lsn as flushed from commit_at where demand = $1',
        [demand],
      )
      expect(rows).toEqual([{ flushed: true }])
    }
  } finally {
    await owner.query('drop trigger note_commit on demand')
    await owner.query('drop function note_commit')
    await owner.query('drop table commit_at')
    await durable.close()
    await writer.end()
  }
})

test('a union that nobody staffs any more gets nothing that was decided ahead for it', async () => {
  const { owner } = here.db
  const { unit, post, account } = await here.staff('柳荫街道工会', 'triage')
  const holds = async (demand: string) =>
    (await owner.query('select triage_unit as unit from demand where id = $1', [demand])).rows[0].unit
  expect(await holds(await here.raise('先来的'))).toBe(unit)
  const head = await owner.connect()
  await head.query('begin')
  await head.query('select from realm_head where realm = 9901 for update')
  // Its end stands at the lock first; what is raised behind it is decided on what was there before both.
  const ended = there.accept({ kind: 'operator' }, 'post.end', { account, post }, '990102')
  await atTheLock(1)
  const raised = here.raise('后来的')
  await atTheLock(2)
  await head.query('rollback')
  head.release()
  await ended
  expect(await holds(await raised)).toBe(await here.unit('江湾区总工会'))
  expect(await verified()).toMatchObject({ intact: true })
})

test('what is said after another server erased opens with the key that is there', async () => {
  const demand = await here.raise('先说的', { mode: 'named', identity: { name: '测试者' } })
  const worker = { kind: 'claimant', demand, assisted: false } as const
  const said = async (at: PipelineFixture, text: string) => at.accept(worker, 'message.post', { demand, text })
  await said(there, '这边也有钥匙')
  await here.db.owner.query("delete from subject_key where subject = $1 and part = 'text'", [demand])
  await here.db.owner.query("delete from content where subject = $1 and part = 'text'", [demand])
  await said(here, '换了钥匙')
  await said(there, '还是打得开')
  expect(await texts(demand)).toEqual(new Set(['换了钥匙', '还是打得开']))
})

test('what is said in the same batch behind an erasure stays', async () => {
  const demand = await plainLife(here, await crewOf(here), { name: '测试者' })
  const worker = { kind: 'claimant', demand, assisted: false } as const
  const erase = { demand, parts: ['text'], reason: 'worker-request' }
  await Promise.all([
    here.accept(worker, 'content.erase', erase),
    here.accept(worker, 'demand.reopen', { demand, text: '从头说' }),
  ])
  const { rows } = await here.db.owner.query(
    `select count(distinct batch)::int as batches, count(*)::int as events from event where stream = $1 and kind = any ($2)`,
    [demand, ['ContentErased', 'DemandReopened']],
  )
  expect(rows).toEqual([{ batches: 1, events: 2 }])
  expect(await texts(demand)).toEqual(new Set(['从头说']))
})

test('what is opened while somebody erases it and more is said is what was there before', async () => {
  const demand = await plainLife(here, await crewOf(here))
  const worker = { kind: 'claimant', demand, assisted: false } as const
  const before = await texts(demand)
  const writer = await here.db.writer.connect()
  let meanwhile: (() => Promise<unknown>) | null = async () => {
    await there.accept(worker, 'content.erase', { demand, parts: ['text'], reason: 'worker-request' })
    await there.accept(worker, 'demand.reopen', { demand, text: '后说的' })
  }
  const client = Object.create(writer, {
    query: {
      value: async (text: string, values: unknown[]) => {
        const answer = await writer.query(text, values)
        const [act] = [meanwhile]
        meanwhile = null
        await act?.()
        return answer
      },
    },
  })
  try {
    const opened = await openPart(client, new SubjectKeys(here.keysFile.keys), 9901, demand, 'text', 'machine')
    expect(new Set([...opened.values()].map(({ value }) => value))).toEqual(before)
  } finally {
    writer.release()
  }
  expect(await texts(demand)).toEqual(new Set(['后说的']))
})

/** Until so many batches wait for the realm. */
async function atTheLock(n: number): Promise<void> {
  const waiting = `select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and application_name = 'zhagen writer'`
  while ((await here.db.owner.query(waiting)).rows[0].n < n) await new Promise((resolve) => setTimeout(resolve, 5))
}

/** Everything said in a matter, opened with keys that nobody has cached. */
async function texts(demand: string): Promise<Set<string>> {
  const client = await here.db.writer.connect()
  const opened = await openPart(client, new SubjectKeys(here.keysFile.keys), 9901, demand, 'text', 'machine')
  client.release()
  return new Set([...opened.values()].map(({ value }) => value))
}
