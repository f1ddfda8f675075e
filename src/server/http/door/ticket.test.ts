import { randomBytes } from 'node:crypto'
import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import { isId, realmOfId, timeOfId } from '../../../domain/id.ts'
import type { Keys } from '../../keys-file.ts'
import { commandId, newNonce } from './once.ts'
import { receiptQr } from './qr.ts'
import { openTicket, sealTicket } from './ticket.ts'

const one = () => randomBytes(32)
const makeKeys = (): Keys => ({
  kek: { current: 'k', keys: new Map([['k', one()]]) },
  ...{ mac: one(), command: one(), receipt: one(), abuse: one(), file: one(), backup: one() },
})
const keys = makeKeys()
const now = Date.parse('2026-06-15T02:00:00Z')
const of = { demand: '0197f0f0-0000-7000-8000-000000000000', number: 'SQ-990102-20260615-000217-4', assisted: true }

describe('a ticket', () => {
  it('opens to what was sealed and lasts half an hour', () => {
    expect(openTicket(keys, sealTicket(keys, of, now))).toEqual({ ...of, until: now + 30 * 60_000 })
  })
  it('shows nothing of what it holds and never looks the same', () => {
    const text = sealTicket(keys, of, now)
    expect(Buffer.from(text, 'base64url').toString('latin1')).not.toContain('SQ-')
    expect(sealTicket(keys, of, now)).not.toBe(text)
  })
  it('is worth nothing when a single character is changed, cut, foreign or made by another key', () => {
    const text = sealTicket(keys, of, now)
    for (let at = 0; at < text.length; at += 7) {
      const other = text.charAt(at) === 'A' ? 'B' : 'A'
      expect(openTicket(keys, text.slice(0, at) + other + text.slice(at + 1))).toBeUndefined()
    }
    for (const bad of ['', 'x', text.slice(0, -3), 'A'.repeat(4000), sealTicket(makeKeys(), of, now)])
      expect(openTicket(keys, bad)).toBeUndefined()
  })
})

describe('a form is one command', () => {
  const nonce = newNonce(now)
  const id = (body: unknown, of = nonce, realm = 9901, at = now + 1000) =>
    commandId(keys, of, realm, 'demand.raise', body, at)
  it('with the same id for the same content, carrying realm and time', () => {
    const first = id({ text: '一' })
    expect(first).toBe(id({ text: '一' }, nonce, 9901, now + 3_600_000))
    expect(isId(String(first)) && realmOfId(String(first))).toBe(9901)
    expect(timeOfId(String(first))).toBe(now)
  })
  it('and another for another content, form, realm or key', () => {
    const ids = [
      id({ text: '一' }),
      id({ text: '二' }),
      id({ text: '一' }, newNonce(now)),
      id({ text: '一' }, nonce, 9902),
      commandId(makeKeys(), nonce, 9901, 'demand.raise', { text: '一' }, now),
    ]
    expect(new Set(ids).size).toBe(5)
  })
  it.each(['', 'x', 'zzzzzzzz.AAAAAAAAAAAAAAAAAAAAAA', `${nonce}x`, nonce.replace('.', '')])(
    'none for the nonce %s',
    (bad) => {
      expect(id({}, bad)).toBeUndefined()
    },
  )
  it('none after a day', () => {
    expect(id({}, nonce, 9901, now + 24 * 3_600_000 + 1)).toBeUndefined()
  })
})

it('draws of a receipt its number and the address of the follow page, and nothing else', () => {
  const { path, size } = receiptQr('https://zhagen.example.org', of.number)
  const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  for (const [, x, y, n] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let at = 0; at < Number(n); at += 1) drawn[Number(y)]![Number(x) + at] = true
  expect(drawn).toEqual(encode(`https://zhagen.example.org/follow#${of.number}`, { ecc: 'M', border: 2 }).data)
})

it('draws a QR code with quiet edges', () => {
  const { path, size } = receiptQr('https://zhagen.example.org', of.number)
  expect(size).toBeGreaterThan(25)
  expect(path).toMatch(/^M2 2h7v1h-7z/)
})
