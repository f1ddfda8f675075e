import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Keys } from '../../keys-file.ts'

/**
 * A comment that waits for the code of its writer's phone, sealed, carried by a hidden field from page to page: nothing of
 * it is stored before somebody answers for it. The code of the message follows from the ticket and is stored nowhere.
 */
export type CommentTicket = {
  readonly article: string
  readonly text: string
  readonly phone: string
  readonly until: number
}

const NONCE = 12
const TAG = 16

/** Seals a ticket. */
export function sealComment(keys: Keys, { article, text, phone, until }: CommentTicket): string {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', keyOf(keys, 'ticket'), nonce)
  const sealed = Buffer.concat([cipher.update(JSON.stringify([article, text, phone, until]), 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** Opens a ticket; undefined when it is none of ours. Whether it is over is for the caller to see by `until`. */
export function openComment(keys: Keys, sealed: string): CommentTicket | undefined {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length <= NONCE + TAG) return undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(keys, 'ticket'), bytes.subarray(0, NONCE))
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
    const plain = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8')
    const [article, text, phone, until]: [string, string, string, number] = JSON.parse(plain)
    return { article, text, phone, until }
  } catch {
    return undefined
  }
}

/** The six digits that are sent for a ticket. */
export function codeOf(keys: Keys, sealed: string): string {
  const chance = createHmac('sha256', keyOf(keys, 'code')).update(sealed).digest()
  return String(chance.readUIntBE(0, 6) % 1_000_000).padStart(6, '0')
}

/** Whether a code was typed that belongs to the ticket; full width and blanks do not matter. */
export function isCodeOf(keys: Keys, sealed: string, typed: string): boolean {
  const digits = typed.normalize('NFKC').replace(/\s/g, '')
  return /^\d{6}$/.test(digits) && timingSafeEqual(Buffer.from(digits), Buffer.from(codeOf(keys, sealed)))
}

function keyOf(keys: Keys, what: string): Buffer {
  return Buffer.from(hkdfSync('sha256', keys.receipt, '', `zhagen comment ${what}`, 32))
}
