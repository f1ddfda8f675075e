import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { type Id, makeId, type Realm } from '../../../domain/id.ts'
import type { CommandKind } from '../../../protocol/command.ts'
import type { Keys } from '../../keys-file.ts'

// A form open for longer than a day is offered again: by then its answer could no longer be shown anyway.
const OLDEST_MS = 24 * 3_600_000
const AHEAD_MS = 5 * 60_000

/** A nonce for one rendering of a form; says when it was made. */
export function newNonce(now: number): string {
  return `${now.toString(36)}.${randomBytes(16).toString('base64url')}`
}

/**
 * The id of the command a form stands for: the same form with the same content is the same command, however often it is
 * sent (a double tap, a reload), and another content is another one. Undefined when the nonce is none or too old.
 */
export function commandId(
  keys: Keys,
  nonce: string,
  realm: Realm,
  kind: CommandKind,
  body: unknown,
  now: number,
): Id | undefined {
  const made = /^([0-9a-z]{8,9})\.[\w-]{22}$/.exec(nonce)?.[1]
  const at = made ? Number.parseInt(made, 36) : Number.NaN
  if (!(at >= now - OLDEST_MS && at <= now + AHEAD_MS)) return undefined
  const key = Buffer.from(hkdfSync('sha256', keys.command, '', 'zhagen door once', 32))
  const content = createHash('sha256').update(JSON.stringify(body)).digest('hex')
  // Keyed, because the retrieval code follows from the id: who could guess the id could guess the code.
  const chance = createHmac('sha256', key).update([nonce, realm, kind, content].join('\n')).digest()
  return makeId(realm, at, chance.subarray(0, 8))
}
