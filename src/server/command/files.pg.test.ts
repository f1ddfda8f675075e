import { afterAll, beforeAll, expect, test } from 'vitest'
import { newSecret, phonePhoto, plainPdf, voiceNote } from '../../../test/kit/file-life.ts'
import { type PipelineFixture, pipelineFixture, type Staff } from '../../../test/kit/pipeline.ts'
import type { Actor } from '../../domain/actor.ts'
import { realmOfId } from '../../domain/id.ts'
import { openFile } from '../vault/file-keys.ts'
import { appendBytes, beginUpload, settleUpload, type UploadContext } from '../vault/upload.ts'
import { openedFile } from './opened.ts'

let fixture: PipelineFixture
let triage: Staff
let other: Staff
let photo: Buffer
beforeAll(async () => {
  fixture = await pipelineFixture()
  triage = await fixture.staff('江湾区总工会', 'triage')
  other = await fixture.staff('望江街道工会', 'handler')
  photo = await phonePhoto(200, 100)
})
afterAll(() => fixture?.close())

const uploads = (): UploadContext => ({ ...fixture.context, files: fixture.context.rules.files })
/** A file that waits, by its token. */
async function waiting(bytes = photo): Promise<string> {
  const secret = newSecret()
  const begun = await beginUpload(uploads(), bytes.length, secret)
  if (!begun) throw new Error('full')
  await appendBytes(uploads(), begun, 0, bytes)
  expect((await settleUpload(uploads(), begun)).state).toBe('ready')
  return `${begun.id}.${secret}`
}
const worker = (demand: string): Actor => ({ kind: 'claimant', demand, assisted: false })
const idOf = (token: string) => token.split('.')[0] ?? ''
const count = async (table: string) =>
  Number((await fixture.db.owner.query(`select count(*) as n from ${table}`)).rows[0].n)
async function own(demand: string, file: string, part: 'identity' | 'text' = 'text') {
  const client = await fixture.db.writer.connect()
  try {
    const of = { realm: realmOfId(demand), subject: demand, part, file }
    return await openFile(client, fixture.context.subjectKeys, of, 'own')
  } finally {
    client.release()
  }
}

test('a file comes with the matter, waits no more, and is no word of any event', async () => {
  const token = await waiting()
  const demand = await fixture.raise('机器的护罩拆了', { mode: 'anonymous', files: [token] })
  const { rows } = await fixture.db.owner.query(`select body from event where stream = $1 and kind = 'FileAttached'`, [
    demand,
  ])
  expect(rows.map(({ body }) => body)).toEqual([
    {
      file: idOf(token),
      is: 'photo',
      type: 'image/jpeg',
      bytes: photo.length,
      part: 'text',
      commitment: expect.any(String),
    },
  ])
  expect(await count('upload')).toBe(0)
  expect((await own(demand, idOf(token)))?.type).toBe('image/jpeg')
  // It belongs to this matter alone.
  await expect(fixture.raise('再来一次', { files: [token] })).rejects.toMatchObject({ code: 'file.gone' })
})

test("another's secret opens nothing, and a file that has not arrived whole is none", async () => {
  const token = await waiting()
  const wrong = `${idOf(token)}.${newSecret()}`
  await expect(fixture.raise('话', { files: [wrong] })).rejects.toMatchObject({ code: 'file.gone' })
  const secret = newSecret()
  const begun = await beginUpload(uploads(), photo.length, secret)
  await expect(fixture.raise('话', { files: [`${begun?.id}.${secret}`] })).rejects.toMatchObject({ code: 'file.gone' })
})

test('a voice is taken where the worker gave their name, goes with the identity, and is added by receipt', async () => {
  const voice = await waiting(voiceNote())
  const hidden = await fixture.raise('话')
  await expect(fixture.send(worker(hidden), 'file.attach', { demand: hidden, files: [voice] })).rejects.toMatchObject({
    code: 'file.voice',
  })
  const demand = await fixture.raise('话', { mode: 'named', identity: { name: '测试者' } })
  const paper = await waiting(plainPdf())
  await fixture.accept(worker(demand), 'file.attach', { demand, files: [voice, paper] })
  expect((await own(demand, idOf(voice), 'identity'))?.bytes.equals(voiceNote())).toBe(true)
  const parts = await count('file_part')
  await fixture.accept(worker(demand), 'content.erase', { demand, parts: ['identity'], reason: 'worker-request' })
  expect(await own(demand, idOf(voice), 'identity')).toBeUndefined()
  expect((await own(demand, idOf(paper)))?.type).toBe('application/pdf')
  expect(await count('file_part')).toBe(parts - 1)
})

test('who may read the words opens a file, and the record stands before; to others it is not there', async () => {
  const token = await waiting()
  const demand = await fixture.raise('话', { files: [token] })
  const body = { demand, part: 'text', purpose: 'triage', file: idOf(token) } as const
  await expect(fixture.send(other, 'content.open', body)).rejects.toMatchObject({ status: 404 })
  await expect(fixture.send(triage, 'content.open', { ...body, file: crypto.randomUUID() })).rejects.toMatchObject({
    status: 404,
  })
  await expect(fixture.send(triage, 'content.open', { ...body, part: 'identity' })).rejects.toMatchObject({
    status: 404,
  })
  const outcome = await fixture.send(triage, 'content.open', body)
  const opened = await openedFile(fixture.context, body, outcome)
  expect(opened?.type).toBe('image/jpeg')
  expect(opened?.bytes.includes('owner-of-the-phone')).toBe(false)
  const { rows } = await fixture.db.owner.query(
    `select body from event where kind = 'ContentOpened' and body->>'demand' = $1`,
    [demand],
  )
  expect(rows.map(({ body: told }) => told)).toEqual([{ ...body, unit: triage.unit, post: triage.post }])
})

test('erasing the words erases the files, and nothing of them is left but that they were there', async () => {
  const token = await waiting()
  const demand = await fixture.raise('话', { files: [token] })
  await fixture.accept(worker(demand), 'demand.withdraw', { demand, pressed: false })
  await fixture.accept(worker(demand), 'content.erase', { demand, parts: ['text'], reason: 'worker-request' })
  expect(await own(demand, idOf(token))).toBeUndefined()
  const left = await fixture.db.owner.query('select from file_part where file = $1', [idOf(token)])
  expect(left.rows).toEqual([])
  expect((await fixture.db.owner.query('select from file where id = $1', [idOf(token)])).rows).toEqual([])
})
