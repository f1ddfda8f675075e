import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Keys } from '../../keys-file.ts'

/**
 * Proof that number and code were given, sealed, carried by hidden fields from page to page. It stands where other sites
 * keep a cookie: an anonymous worker's phone keeps nothing (domain §4 rule 3), and closing the page ends it.
 */
export type Ticket = {
  readonly demand: string
  readonly number: string
  readonly assisted: boolean
  readonly until: number
}

/** Epoch milliseconds a ticket lasts: long enough to read and write, short enough for a lost phone. */
const LASTS_MS = 30 * 60_000
const NONCE = 12
const TAG = 16

/** Seals a ticket that lasts half an hour from `now`. */
export function sealTicket(keys: Keys, of: Omit<Ticket, 'until'>, now: number): string {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', keyOf(keys), nonce)
  const text = JSON.stringify([of.demand, of.number, of.assisted, now + LASTS_MS])
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** Opens a ticket; undefined when it is none of ours. Whether it is over is for the caller to see by `until`. */
export function openTicket(keys: Keys, text: string): Ticket | undefined {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length <= NONCE + TAG || bytes.length > 500) return undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(keys), bytes.subarray(0, NONCE))
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
    const plain = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8')
    const [demand, number, assisted, until]: [string, string, boolean, number] = JSON.parse(plain)
    return { demand, number, assisted, until }
  } catch {
    return undefined
  }
}

function keyOf(keys: Keys): Buffer {
  return Buffer.from(hkdfSync('sha256', keys.receipt, '', 'zhagen door ticket', 32))
}
