import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ledgerToTamper, type TamperedLedger } from '../../../test/kit/tampered-ledger.ts'
import { checkProof, type InclusionProof, proveFirst } from './prove.ts'

let ledger: TamperedLedger
beforeAll(async () => {
  ledger = await ledgerToTamper()
})
afterAll(() => ledger?.fixture.close())
afterEach(() => ledger.mend())

/** By the role the server writes with, which may read the ledger and change nothing in it. */
const prove = (stream = ledger.middle) => {
  const { db, keysFile } = ledger.fixture
  return proveFirst(db.writer, keysFile.keys.mac, { realm: 9901, stream })
}

test('the first event of every stream is proved, and the proof holds without the ledger', async () => {
  const { rows } = await ledger.fixture.db.owner.query(
    "select stream from event where realm = 9901 and version = 1 and noun = 'demand'",
  )
  expect(rows.length).toBeGreaterThan(2)
  for (const { stream } of rows) {
    const proof = (await prove(stream)) as InclusionProof
    expect(checkProof(JSON.parse(JSON.stringify(proof)))).toBe(true)
    expect(JSON.parse(proof.event.body).number).toMatch(/^SQ-/)
  }
  expect(await prove('01920000-0000-7000-8000-000000000000')).toBeNull()
})

test('a proof that was touched does not hold', async () => {
  const proof = (await prove()) as InclusionProof
  const { event, path, root } = proof
  const other = (hash: string) => hash.replace(/^./, (first) => (first === '0' ? '1' : '0'))
  for (const touched of [
    { ...proof, event: { ...event, body: event.body.replace('"persons":1', '"persons":2') } },
    { ...proof, event: { ...event, at: event.at + 1 } },
    { ...proof, path: path.slice(1) },
    { ...proof, path: path.map((step) => ({ ...step, left: !step.left })) },
    { ...proof, root: other(root) },
  ])
    expect(checkProof(touched)).toBe(false)
})

test.each([
  [
    'the event',
    `update event set body = replace(body::text, '"persons":1', '"persons":2')::json where stream = $S and version = 1`,
  ],
  [
    'what was asked in its batch',
    `update command set outcome = '{}'::json where batch = (select batch from event where stream = $S and version = 1) and realm = 9901`,
  ],
  [
    'the seal of its batch',
    `update ledger_batch set commands = commands + 1 where n = (select batch from event where stream = $S and version = 1) and realm = 9901`,
  ],
  ['all of it', 'delete from event where stream = $S and version = 1'],
])('nothing is proved once somebody touched %s', async (_, statement) => {
  await ledger.run(statement.replaceAll('$S', `'${ledger.middle}'`))
  expect(await prove()).toBeNull()
})
