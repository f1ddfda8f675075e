import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { PipelineFixture } from '../../../test/kit/pipeline.ts'
import { ledgerToTamper, type TamperedLedger } from '../../../test/kit/tampered-ledger.ts'
import { SubjectKeys } from '../vault/subject-keys.ts'

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

describe('content', () => {
  const some = () => one('select * from content where subject = $1 order by id limit 1', middle)

  test('that is gone, or whose key is gone, without an event that erased it', async () => {
    const { id } = await some()
    await run(`delete from content where id = '${id}'`)
    expect(await find()).toMatchObject({ what: 'removed', thing: 'content', content: id, stream: middle })
    await run(
      `insert into content select * from saved.content where id = '${id}'`,
      `delete from subject_key where subject = '${middle}' and part = 'text'`,
    )
    expect(await find()).toMatchObject({ what: 'removed', thing: 'content', stream: middle })
  })

  test('that no event refers to, or that does not fit its commitment', async () => {
    const { id } = await some()
    await run(
      `insert into content select realm, '00000000-0000-7000-8000-000000000002', subject, part, kind, sealed, commitment from content where id = '${id}'`,
    )
    expect(await find()).toMatchObject({
      what: 'added',
      thing: 'content',
      content: '00000000-0000-7000-8000-000000000002',
    })
    await run(
      `delete from content where id = '00000000-0000-7000-8000-000000000002'`,
      `update content set commitment = '\\x00' where id = '${id}'`,
    )
    expect(await find()).toMatchObject({ what: 'changed', thing: 'content', content: id })
  })

  test('that was sealed by somebody else is found when it is opened', async () => {
    const { id, sealed } = await some()
    sealed[40] ^= 1
    await fixture.db.owner.query('update content set sealed = $1 where id = $2', [sealed, id])
    expect(await find()).toBeNull()
    const { first } = await verify({ open: new SubjectKeys(fixture.keysFile.keys) })
    expect(first).toMatchObject({ what: 'changed', thing: 'content', content: id })
  })

  test('that an event erased is gone, and is named when it came back', async () => {
    const { stream, version, part } = await one(
      `select e.stream, e.version, e.body -> 'parts' ->> 0 as part from event e where kind = 'ContentErased' and exists (
         select from event o, json_each(o.body -> 'content') r
         where o.stream = e.stream and o.version < e.version and r.value ->> 'part' = e.body -> 'parts' ->> 0)
       order by position limit 1`,
    )
    const hash = createHash('sha256').update('x').digest()
    const ref = await one(
      `select r.value ->> 'id' as id from event, json_each(body -> 'content') r where stream = $1 and version < $2 and r.value ->> 'part' = $3 limit 1`,
      stream,
      version,
      part,
    )
    await fixture.db.owner.query(`insert into content values (9901, $1, $2, $3, 'message', '\\x00', $4)`, [
      ref.id,
      stream,
      part,
      hash,
    ])
    expect(await find()).toMatchObject({
      what: 'added',
      thing: 'content',
      content: ref.id,
      why: 'it was erased and is still there',
    })
  })

  test('that came back whole, with its key, as from a backup older than its erasure, is named', async () => {
    const demand = await fixture.raise('要删掉的话', { mode: 'named', identity: { name: '某人' } })
    const kept = ['content', 'subject_key'] as const
    for (const table of kept)
      await run(`create table saved.kept_${table} as select * from ${table} where subject = '${demand}'`)
    const worker = { kind: 'claimant', demand, assisted: false } as const
    await fixture.accept(worker, 'content.erase', { demand, parts: ['identity'], reason: 'worker-request' })
    expect(await find()).toBeNull()
    for (const table of kept)
      await run(
        `insert into ${table} select * from saved.kept_${table} where part = 'identity'`,
        `drop table saved.kept_${table}`,
      )
    expect(await find()).toMatchObject({
      what: 'added',
      thing: 'content',
      stream: demand,
      why: 'it was erased and is still there',
    })
  })
})
