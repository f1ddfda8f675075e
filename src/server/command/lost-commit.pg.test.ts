import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PipelineFixture, pipelineFixture } from '../../../test/kit/pipeline.ts'
import { makeId } from '../../domain/id.ts'
import { connectDatabase } from '../database.ts'
import { openPart } from '../vault/content.ts'
import { erasuresPath, readErasures } from '../vault/erasures-file.ts'
import { SubjectKeys } from '../vault/subject-keys.ts'

// A batch is committed before it is on the disk: in between the database may fall, and the server live on.

let fixture: PipelineFixture
beforeAll(async () => {
  fixture = await pipelineFixture()
})
afterAll(() => fixture?.close())

const raising = { region: '990102001', channel: 'online', mode: 'confidential', persons: 1, text: '说过的话' }

test('a realm whose first batches were lost with the database seals with no key that was lost with them', async () => {
  const { owner } = fixture.db
  // Nobody could take it yet: refused, and stored. The second one finds the realm's key and remembers it.
  for (let n = 0; n < 2; n++)
    expect(await fixture.send({ kind: 'public' }, 'demand.raise', raising)).toHaveProperty('refused')
  await owner.query('truncate realm_head, realm_key, command, ledger_batch, number_counter')
  await fixture.staff('江湾区总工会', 'triage')
  const demand = await fixture.raise('说过的话')
  const client = await fixture.db.writer.connect()
  const opened = openPart(client, new SubjectKeys(fixture.keysFile.keys), 9901, demand, 'text', 'machine')
  expect([...(await opened.finally(() => client.release())).values()]).toMatchObject([{ value: '说过的话' }])
})

test('who sends again is answered only when what was stored is on the disk', async () => {
  const { owner, urls } = fixture.db
  // The tests' database does not wait for its disk; these connections do.
  const { writer } = connectDatabase(urls)
  writer.on('connect', (client) => void client.query('set synchronous_commit = on'))
  const durable = await pipelineFixture({ over: { ...fixture, db: { ...fixture.db, writer } } })
  await owner.query('create table lazy (n int)')
  try {
    for (let n = 0; n < 20; n++) {
      const id = makeId(9901, fixture.clock.now().getTime(), crypto.getRandomValues(new Uint8Array(8)))
      const submission = { id, kind: 'demand.raise', body: raising } as const
      await durable.pipeline.submit({ kind: 'public' }, submission)
      // Stands for the batch of another server that has committed and still waits for the disk.
      const lazy =
        'set synchronous_commit = off; insert into lazy values (1); select pg_current_wal_insert_lsn() as lsn'
      const lsn = ((await owner.query(lazy)) as unknown as { rows: { lsn: string }[] }[])[2]?.rows[0]?.lsn
      expect(await durable.pipeline.submit({ kind: 'public' }, submission)).toMatchObject({ again: true })
      const { rows } = await owner.query('select pg_current_wal_flush_lsn() >= $1::pg_lsn as flushed', [lsn])
      expect(rows).toEqual([{ flushed: true }])
    }
  } finally {
    await owner.query('drop table lazy')
    await durable.close()
    await writer.end()
  }
})

test('an erasure whose answer was lost stands in its file when it is answered again', async () => {
  const demand = await fixture.raise('说过的话', { mode: 'named', identity: { name: '某人' } })
  const id = makeId(9901, fixture.clock.now().getTime(), crypto.getRandomValues(new Uint8Array(8)))
  const body = { demand, parts: ['identity'], reason: 'worker-request' }
  const erase = () =>
    fixture.pipeline.submit({ kind: 'claimant', demand, assisted: false }, { id, kind: 'content.erase', body })
  const before = readFileSync(erasuresPath(fixture.keysFolder))
  await erase()
  const [written] = readErasures(fixture.keysFolder).filter(({ subject }) => subject === demand)
  expect(written).toMatchObject({ parts: ['identity'], version: 2 })
  // As if the connection had been lost between the commit and its flush.
  writeFileSync(erasuresPath(fixture.keysFolder), before)
  expect(await erase()).toMatchObject({ again: true })
  expect(readErasures(fixture.keysFolder).filter(({ subject }) => subject === demand)).toEqual([written])
})
