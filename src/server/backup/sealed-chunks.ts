import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { Transform, type TransformCallback } from 'node:stream'
import { BackupFault } from './backup-header.ts'

// AES-256-GCM in chunks, each a frame of: 1 byte last?, 4 bytes length, 16 bytes tag, ciphertext. The nonce is the number of
// the chunk and whether it is the last, which no key repeats, as every backup has its own; so a chunk that was left out,
// moved, doubled or cut off does not open.

const chunkSize = 256 * 1024
const frameSize = 21

const nonceOf = (n: number, last: boolean): Buffer => {
  const nonce = Buffer.alloc(12)
  nonce.writeBigUInt64BE(BigInt(n), 0)
  nonce.writeUInt8(last ? 1 : 0, 11)
  return nonce
}
const digestOf = (header: Buffer): Buffer => createHash('sha256').update(header).digest()

/** Seals a stream of bytes, chunk by chunk. */
export class SealChunks extends Transform {
  readonly #key: Buffer
  readonly #digest: Buffer
  #waiting: Buffer[] = []
  #size = 0
  #n = 0

  constructor(key: Buffer, header: Buffer) {
    super()
    this.#key = key
    this.#digest = digestOf(header)
  }

  override _transform(bytes: Buffer, _encoding: string, done: TransformCallback): void {
    this.#waiting.push(bytes)
    this.#size += bytes.length
    if (this.#size > chunkSize) {
      const all = Buffer.concat(this.#waiting)
      let from = 0
      // The last chunk is written at the end only: there is always one, and it is never one of these.
      for (; all.length - from > chunkSize; from += chunkSize) this.#push(all.subarray(from, from + chunkSize), false)
      this.#waiting = [all.subarray(from)]
      this.#size = all.length - from
    }
    done()
  }

  override _flush(done: TransformCallback): void {
    this.#push(Buffer.concat(this.#waiting), true)
    done()
  }

  #push(plain: Buffer, last: boolean): void {
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonceOf(this.#n, last))
    cipher.setAAD(this.#digest)
    const body = Buffer.concat([cipher.update(plain), cipher.final()])
    const frame = Buffer.alloc(5)
    frame.writeUInt8(last ? 1 : 0, 0)
    frame.writeUInt32BE(body.length, 1)
    this.push(Buffer.concat([frame, cipher.getAuthTag(), body]))
    this.#n += 1
  }
}

/** Opens the chunks of a file from an offset on. @throws BackupFault for anything that is not as it was written */
export async function* openChunks(
  file: FileHandle,
  offset: number,
  key: Buffer,
  header: Buffer,
  onBytes: (read: number) => void = () => undefined,
): AsyncGenerator<Buffer> {
  const digest = digestOf(header)
  let at = offset
  for (let n = 0; ; n += 1) {
    const frame = await readExactly(file, at, frameSize)
    const last = frame[0] === 1
    const length = frame.readUInt32BE(1)
    if ((frame[0] ?? 2) > 1 || length > chunkSize) throw new BackupFault(`the backup is damaged in chunk ${n}`)
    const body = await readExactly(file, at + frameSize, length)
    at += frameSize + length
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(n, last))
    decipher.setAAD(digest)
    decipher.setAuthTag(frame.subarray(5))
    let plain: Buffer
    try {
      plain = Buffer.concat([decipher.update(body), decipher.final()])
    } catch {
      const why = n === 0 ? 'does not open with this key file, or its beginning is damaged' : `is damaged in chunk ${n}`
      throw new BackupFault(`the backup ${why}`)
    }
    onBytes(at)
    yield plain
    if (!last) continue
    const { size } = await file.stat()
    if (size !== at) throw new BackupFault(`the backup has ${size - at} bytes behind its end`)
    return
  }
}

/** @throws BackupFault when the file ends before */
export async function readExactly(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, position + filled)
    if (bytesRead === 0) throw new BackupFault('the backup was cut off: its end is missing')
    filled += bytesRead
  }
  return buffer
}
