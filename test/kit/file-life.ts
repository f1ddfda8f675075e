import { randomBytes } from 'node:crypto'
import { connect, createServer, type Server, type Socket } from 'node:net'
import sharp from 'sharp'

/** A secret as a worker's page draws it. */
export const newSecret = () => randomBytes(32).toString('base64url')

/** A photo as a phone takes it: held sideways, with the place, the phone and its owner written beside the picture. */
export async function phonePhoto(width = 640, height = 480, noisy = false): Promise<Buffer> {
  const raw = noisy ? randomBytes(width * height * 3) : Buffer.alloc(width * height * 3, 120)
  return sharp(raw, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 95 })
    .withExif({
      IFD0: { Make: 'Telefon', Model: 'T-1', Artist: 'owner-of-the-phone', ImageDescription: 'gate three' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 14/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '121/1 29/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()
}

/** A paper of one page; `more` stands in its catalogue. */
export function plainPdf(more = ''): Buffer {
  return Buffer.from(
    `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${more} >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`,
    'latin1',
  )
}

/** A second of silence as a voice note: RIFF WAVE, 8 kHz, one channel. */
export function voiceNote(): Buffer {
  const sound = Buffer.alloc(8000, 128)
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + sound.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(8000, 24)
  head.writeUInt32LE(8000, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(sound.length, 40)
  return Buffer.concat([head, sound])
}

/** Sends a whole file as tus does, and gives its token; throws with what the server said where it is not taken. */
export async function sendFile(url: string, bytes: Buffer, secret = newSecret()): Promise<string> {
  const headers = { 'tus-resumable': '1.0.0', 'upload-key': secret }
  const begun = await fetch(`${url}/file`, {
    method: 'POST',
    headers: { ...headers, 'upload-length': String(bytes.length) },
  })
  if (begun.status !== 201) throw new Error(await begun.text())
  const address = begun.headers.get('location') ?? ''
  const sent = await fetch(`${url}${address}`, {
    method: 'PATCH',
    headers: { ...headers, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    body: new Uint8Array(bytes),
  })
  if (sent.status !== 204) throw new Error(((await sent.json()) as { code: string }).code)
  return `${address.slice('/file/'.length)}.${secret}`
}

/** A line to a site that is slow, and is cut when so many bytes went up. */
export interface Line {
  readonly url: string
  /** Bytes that went up, all in all. */
  readonly sent: () => number
  /** Cuts every connection now. */
  readonly cut: () => void
  close(): Promise<void>
}

/** @param cuts after how many bytes upward every connection is cut; each once */
export async function slowLine(url: string, bytesPerSecond: number, cuts: readonly number[]): Promise<Line> {
  const { hostname, port } = new URL(url)
  const open = new Set<Socket>()
  const waiting = [...cuts]
  let sent = 0
  const cut = () => {
    for (const each of open) each.destroy()
  }
  const server: Server = createServer((near) => {
    const far = connect(Number(port), hostname)
    for (const each of [near, far]) {
      open.add(each)
      each
        .on('error', () => undefined)
        .on('close', () => {
          open.delete(each)
          near.destroy()
          far.destroy()
        })
    }
    far.pipe(near)
    near.on('data', (chunk: Buffer) => {
      sent += chunk.length
      if (waiting[0] !== undefined && sent >= waiting[0]) {
        waiting.shift()
        cut()
        return
      }
      near.pause()
      far.write(chunk)
      setTimeout(() => near.resume(), (chunk.length / bytesPerSecond) * 1000)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const at = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${at}`,
    sent: () => sent,
    cut,
    close: () => {
      cut()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
