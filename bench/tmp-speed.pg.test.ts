import { statSync } from 'node:fs'
import { test } from 'vitest'
import { openBackup, verifyBackup } from '../src/server/backup/read-backup.ts'
import { restoreBackup } from '../src/server/backup/restore-backup.ts'
import { writeBackup } from '../src/server/backup/write-backup.ts'
import { nouns } from '../src/server/command/nouns.ts'
import { verifyLedger } from '../src/server/ledger/verify.ts'
import { rebuildProjections } from '../src/server/projection/rebuild.ts'
import { SubjectKeys } from '../src/server/vault/subject-keys.ts'
import { crewOf, plainLife } from '../test/kit/lives.ts'
import { pipelineFixture } from '../test/kit/pipeline.ts'
import { freshDatabase } from '../test/kit/postgres.ts'

test('speed', async () => {
  const fixture = await pipelineFixture()
  const crew = await crewOf(fixture)
  const t0 = performance.now()
  const lanes = Array.from({ length: 32 }, async () => {
    for (let i = 0; i < 210; i++) await plainLife(fixture, crew)
  })
  await Promise.all(lanes)
  const n = (
    await fixture.db.owner.query(
      'select count(*) as n, (select count(*) from content) as c, (select count(*) from ledger_batch) as b from event',
    )
  ).rows[0]
  console.log('built', n, (performance.now() - t0) / 1000)
  await fixture.db.owner.query('analyze')
  const time = async (what: string, f: () => Promise<unknown>) => {
    const t = performance.now()
    await f()
    const s = (performance.now() - t) / 1000
    console.log(
      what,
      s.toFixed(2),
      's',
      (n.n / s).toFixed(0),
      'events/s',
      'rss',
      (process.memoryUsage().rss / 1e6).toFixed(0),
    )
  }
  const o = { macKey: fixture.keysFile.keys.mac, keysFolder: fixture.keysFolder }
  await time('verify', async () => console.log(JSON.stringify((await verifyLedger(fixture.db.owner, o)).first)))
  await time('verify again', async () => verifyLedger(fixture.db.owner, o))
  await time('verify open', async () =>
    verifyLedger(fixture.db.owner, { ...o, open: new SubjectKeys(fixture.keysFile.keys) }),
  )
  await time('rebuild', async () => rebuildProjections(fixture.db.owner, { folds: nouns }))
  const file = '/tmp/speed.backup'
  const k = fixture.keysFile.keys.backup
  await time('backup', async () => writeBackup({ owner: fixture.db.owner, backupKey: k, at: new Date(), file }))
  console.log(
    'bytes',
    statSync(file).size,
    (await fixture.db.owner.query('select pg_database_size(current_database()) as s')).rows[0],
  )
  await time('backup verify', async () => verifyBackup(file, k))
  const e = await freshDatabase('empty')
  await time('restore', async () => {
    const b = await openBackup(file, k)
    await restoreBackup({
      owner: e.owner,
      clock: fixture.clock,
      backup: b,
      erasures: [],
      beforeCommit: () => {},
      say: () => {},
    })
  })
  await e.drop()
  await fixture.close()
}, 600_000)
