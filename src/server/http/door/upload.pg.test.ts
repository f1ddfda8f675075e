import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { Upload } from 'tus-js-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newSecret, phonePhoto, plainPdf, sendFile, slowLine, voiceNote } from '../../../../test/kit/file-life.ts'
import { startSite, type TestSite } from '../../../../test/kit/server.ts'
import { sweep } from '../../job/sweep.ts'
import { readVersion } from '../../vault/file-bytes.ts'
import { findUpload } from '../../vault/upload.ts'
import { uploadContext } from './upload-routes.ts'

let site: TestSite
let photo: Buffer
beforeAll(async () => {
  site = await startSite({ at: new Date('2026-06-15T01:00:00Z') })
  photo = await phonePhoto(900, 700, true)
})
afterAll(() => site?.close())

const tus = (secret: string, more: Record<string, string> = {}) => ({
  'tus-resumable': '1.0.0',
  'upload-key': secret,
  ...more,
})
async function begin(length: number, secret = newSecret()) {
  const answer = await fetch(`${site.url}/file`, {
    method: 'POST',
    headers: tus(secret, { 'upload-length': `${length}` }),
  })
  return { answer, secret, at: answer.headers.get('location') ?? '' }
}
const send = (at: string, secret: string, offset: number, bytes: Buffer, more: Record<string, string> = {}) =>
  fetch(site.url + at, {
    method: 'PATCH',
    headers: tus(secret, { 'upload-offset': `${offset}`, 'content-type': 'application/offset+octet-stream', ...more }),
    body: new Uint8Array(bytes),
  })
const head = (at: string, secret: string) => fetch(site.url + at, { method: 'HEAD', headers: tus(secret) })
const stored = async (at: string, secret: string, version: 'original' | 'view' = 'original') => {
  const found = await findUpload(uploadContext(site.context), at.slice('/file/'.length), secret)
  if (!found) throw new Error('no such upload')
  return { found, bytes: await readVersion(site.database.writer, found.key, found.id, version) }
}
const later = (hours: number) => site.clock.stepTo(new Date(site.clock.now().getTime() + hours * 3_600_000))
const code = async (answer: Response) => ((await answer.json()) as { code: string }).code

test('tells what it speaks, and how large a file may be', async () => {
  const answer = await fetch(`${site.url}/file`, { method: 'OPTIONS' })
  expect(answer.status).toBe(204)
  expect(answer.headers.get('tus-version')).toBe('1.0.0')
  expect(answer.headers.get('tus-extension')).toBe('creation,termination,expiration')
  expect(answer.headers.get('tus-max-size')).toBe('20971520')
})

test('a file arrives in pieces; a wrong place is 409, more than was told 413, another secret 404', async () => {
  const { answer, at, secret } = await begin(photo.length)
  expect(answer.status).toBe(201)
  expect(answer.headers.get('upload-expires')).toMatch(/^Tue, 16 Jun 2026 01:0/)
  expect((await send(at, secret, 0, photo.subarray(0, 5000))).headers.get('upload-offset')).toBe('5000')
  const wrong = await send(at, secret, 0, photo.subarray(0, 5000))
  expect([wrong.status, await code(wrong)]).toEqual([409, 'upload.offset'])
  const much = await send(at, secret, 5000, Buffer.concat([photo.subarray(5000), Buffer.alloc(9)]))
  expect([much.status, await code(much)]).toEqual([413, 'body.too-large'])
  expect((await head(at, newSecret())).status).toBe(404)
  expect((await send(at, newSecret(), 5000, photo.subarray(5000))).status).toBe(404)
  const now = await head(at, secret)
  const offset = Number(now.headers.get('upload-offset'))
  expect(now.headers.get('cache-control')).toBe('no-store')
  expect((await send(at, secret, offset, photo.subarray(offset))).status).toBe(204)
  expect((await head(at, secret)).headers.get('upload-state')).toBe('ready')
  expect((await stored(at, secret)).bytes.equals(photo)).toBe(true)
  // What is given is given: nothing is added behind it.
  expect((await send(at, secret, photo.length, Buffer.from('x'))).status).toBe(413)
})

test('asks for the protocol, its version and a secret', async () => {
  const post = (headers: Record<string, string>) => fetch(`${site.url}/file`, { method: 'POST', headers })
  const secret = newSecret()
  expect((await post({ 'upload-key': secret, 'upload-length': '5' })).status).toBe(412)
  expect((await post(tus('short', { 'upload-length': '5' }))).status).toBe(400)
  expect((await post(tus(secret))).status).toBe(400)
  expect((await post(tus(secret, { 'upload-length': '0' }))).status).toBe(400)
  expect((await post(tus(secret, { 'upload-length': '20971521' }))).status).toBe(413)
  const begun = await begin(9)
  expect((await send(begun.at, begun.secret, 0, Buffer.alloc(9), { 'content-type': 'text/plain' })).status).toBe(415)
  expect((await post({ ...tus(secret, { 'upload-length': '5' }), origin: 'https://elsewhere.example' })).status).toBe(
    403,
  )
})

test('what was begun can be ended, and is gone with its time', async () => {
  const parts = async () => Number((await site.database.owner.query('select count(*) as n from file_part')).rows[0].n)
  const before = await parts()
  const one = await begin(photo.length)
  await send(one.at, one.secret, 0, photo.subarray(0, 200_000))
  expect(await parts()).toBeGreaterThan(before)
  expect((await fetch(site.url + one.at, { method: 'DELETE', headers: tus(one.secret) })).status).toBe(204)
  expect((await head(one.at, one.secret)).status).toBe(404)
  expect(await parts()).toBe(before)
  const two = await begin(photo.length)
  await send(two.at, two.secret, 0, photo.subarray(0, 200_000))
  later(25)
  expect((await head(two.at, two.secret)).status).toBe(404)
  await sweep({ writer: site.database.writer }, site.clock)
  expect(await parts()).toBe(0)
})

test('however the line is cut, the same bytes arrive', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(photo.length), { maxLength: 5 }),
      fc.infiniteStream(fc.boolean()),
      async (places, aborted) => {
        const { at, secret } = await begin(photo.length)
        let offset = 0
        for (const place of [...places.toSorted((a, b) => a - b), photo.length]) {
          if (place <= offset) continue
          const bytes = photo.subarray(offset, place)
          if (aborted.next().value) {
            // The line is cut with the piece under way: told to be longer than what came.
            const stop = new AbortController()
            const body = new ReadableStream({
              start: (out) => {
                out.enqueue(new Uint8Array(bytes))
                setTimeout(() => stop.abort(), 30)
              },
            })
            const headers = tus(secret, {
              'upload-offset': `${offset}`,
              'content-type': 'application/offset+octet-stream',
            })
            const init = { method: 'PATCH', headers, body, duplex: 'half', signal: stop.signal }
            await fetch(site.url + at, init as RequestInit).catch(() => undefined)
          } else await send(at, secret, offset, bytes)
          offset = Number((await head(at, secret)).headers.get('upload-offset'))
        }
        while (offset < photo.length) {
          const answer = await send(at, secret, offset, photo.subarray(offset))
          offset = Number(answer.headers.get('upload-offset') ?? (await head(at, secret)).headers.get('upload-offset'))
        }
        expect((await stored(at, secret)).bytes.equals(photo)).toBe(true)
      },
    ),
    { numRuns: 12 },
  )
})

test('the reference client can talk to us, over a line that is cut twice, and sends little twice', async () => {
  const line = await slowLine(site.url, 4_000_000, [400_000, 900_000])
  const secret = newSecret()
  try {
    const url = await new Promise<string>((resolve, reject) => {
      const upload: Upload = new Upload(photo, {
        endpoint: `${line.url}/file`,
        headers: { 'upload-key': secret },
        chunkSize: 128 * 1024,
        retryDelays: [10, 20, 40, 80],
        onError: reject,
        onSuccess: () => resolve(upload.url ?? ''),
      })
      upload.start()
    })
    const { bytes } = await stored(new URL(url).pathname, secret)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(createHash('sha256').update(photo).digest('hex'))
    // Two cuts, each at most one piece and what requests say of themselves.
    expect(line.sent() - photo.length).toBeLessThan(2 * 128 * 1024 + 40_000)
  } finally {
    await line.close()
  }
})

test('a picture is looked at without where it was taken; the original keeps what it came with', async () => {
  const token = await sendFile(site.url, photo)
  const [id = '', secret = ''] = token.split('.')
  const { bytes: view, found } = await stored(`/file/${id}`, secret, 'view')
  expect(found).toMatchObject({ state: 'ready', type: 'image/jpeg', viewType: 'image/jpeg' })
  const { default: sharp } = await import('sharp')
  const seen = await sharp(view).metadata()
  // Upright: what the phone only told is done.
  expect([seen.width, seen.height, seen.exif, seen.orientation, seen.xmp, seen.iptc]).toEqual([
    ...[700, 900],
    ...[undefined, undefined, undefined, undefined],
  ])
  for (const word of ['Telefon', 'owner-of-the-phone', 'gate three']) {
    expect(photo.includes(word), word).toBe(true)
    expect(view.includes(word), word).toBe(false)
  }
  expect((await sharp(photo).metadata()).exif).toBeDefined()
})

test('what is taken is told by its content', async () => {
  const told = async (bytes: Buffer) => {
    const token = await sendFile(site.url, bytes)
    const [id = '', secret = ''] = token.split('.')
    return (await stored(`/file/${id}`, secret)).found.type
  }
  expect(await told(plainPdf())).toBe('application/pdf')
  expect(await told(voiceNote())).toBe('audio/wav')
})

test('nothing anywhere tells who sent a file, and only the sender can open it', async () => {
  const { owner } = site.database
  const marker = Buffer.from('gate three')
  const { rows: columns } = await owner.query(
    `select table_name as t, column_name as c from information_schema.columns
     where table_name in ('upload', 'file_part', 'file', 'guess') order by 1, 2`,
  )
  expect(columns.map(({ t, c }) => `${t}.${c}`)).toEqual(
    expect.arrayContaining(['upload.wrapped', 'file_part.sealed', 'guess.bucket']),
  )
  for (const { t, c } of columns) {
    const { rows } = await owner.query(`select "${c}" as v from "${t}" where "${c}" is not null`)
    const all = Buffer.concat(rows.map(({ v }) => (Buffer.isBuffer(v) ? v : Buffer.from(String(v)))))
    expect(all.includes('127.0.0.1'), `${t}.${c}`).toBe(false)
    expect(all.includes(marker), `${t}.${c}`).toBe(false)
  }
  expect(readFileSync(new URL(import.meta.url)).includes(marker)).toBe(true)
})

test('from one place so many files are begun in a day; elsewhere nobody waits', async () => {
  later(26)
  const { files } = uploadContext(site.context)
  await site.database.owner.query('delete from guess')
  for (let n = 0; n < files.freePerPlace; n += 1) expect((await begin(10)).answer.status).toBe(201)
  const { answer } = await begin(10)
  expect([answer.status, await code(answer)]).toEqual([429, 'upload.wait'])
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
})
