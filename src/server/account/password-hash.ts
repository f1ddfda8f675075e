import { randomInt } from 'node:crypto'
import { hash, parseOptions, verify } from '@node-rs/argon2'
import type { SignInRules } from './sign-in-rules.ts'

/** Every place and every seat in the queue is taken. */
export class PasswordsBusy extends Error {
  override readonly name = 'PasswordsBusy'
}

/**
 * argon2id, so many at once and so many in the queue: each takes tens of megabytes, and a crowd at the door must not
 * take the machine from those who are inside.
 */
export class PasswordHash {
  readonly #rules: SignInRules['password']
  readonly #queue: (() => void)[] = []
  #busy = 0
  #stranger: Promise<string> | undefined

  constructor(rules: SignInRules['password']) {
    this.#rules = rules
  }

  /** PHC string with its own salt. @throws PasswordsBusy */
  make(password: string): Promise<string> {
    const { memoryKiB, passes, lanes } = this.#rules.hash
    return this.#inTurn(() => hash(password, { memoryCost: memoryKiB, timeCost: passes, parallelism: lanes }))
  }

  /** Whether the password fits. Without a hash (nobody has that login) it takes the same time and says no. @throws PasswordsBusy */
  async fits(stored: string | null, password: string): Promise<boolean> {
    const against = stored ?? (await this.#hashOfNobody())
    const same = await this.#inTurn(() => verify(against, password))
    return same && stored !== null
  }

  /** True when the hash was made with other costs than today's. */
  isStale(stored: string): boolean {
    const { memoryKiB, passes, lanes } = this.#rules.hash
    const { memoryCost, timeCost, parallelism } = parseOptions(stored)
    return memoryCost !== memoryKiB || timeCost !== passes || parallelism !== lanes
  }

  /** Makes the hash that strangers are checked against, so that the first stranger waits no longer than the second. */
  async warm(): Promise<void> {
    await this.#hashOfNobody()
  }

  #hashOfNobody(): Promise<string> {
    this.#stranger ??= this.make(oneTimePassword(32))
    return this.#stranger
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#busy >= this.#rules.atOnce) {
      if (this.#queue.length >= this.#rules.waiting) throw new PasswordsBusy('too many passwords to check')
      await new Promise<void>((resolve) => this.#queue.push(resolve))
    } else this.#busy += 1
    try {
      return await work()
    } finally {
      const next = this.#queue.shift()
      if (next) next()
      else this.#busy -= 1
    }
  }
}

// Without signs that look alike on paper: 0 O, 1 l I.
const SIGNS = 'abcdefghijkmnpqrstuvwxyz23456789'

/** A password to be handed over once, five bits of chance a sign, in groups of four. */
export function oneTimePassword(signs: number): string {
  const drawn = Array.from({ length: signs }, () => SIGNS.charAt(randomInt(SIGNS.length))).join('')
  return drawn.replace(/(.{4})(?=.)/g, '$1-')
}
