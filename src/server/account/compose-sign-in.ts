import type { Pool } from 'pg'
import { type Clock, systemClock } from '../clock.ts'
import { PasswordHash } from './password-hash.ts'
import { Sessions } from './sessions.ts'
import type { SignInContext } from './sign-in.ts'
import type { SignInRules } from './sign-in-rules.ts'

/**
 * Puts together what signing in needs. One for a whole process: the cache of sessions and the queue of passwords are in
 * it. The clock is the machine's, not the story's: sessions are no part of a story.
 */
export function composeSignIn(parts: {
  readonly writer: Pool
  readonly rules: SignInRules
  /** Key for limits against guessing. */
  readonly key: Buffer
  readonly clock?: Clock
}): SignInContext {
  const { writer, rules, key, clock = systemClock } = parts
  const passwords = new PasswordHash(rules.password)
  return { writer, clock, rules, passwords, sessions: new Sessions(writer, clock, rules.session), key }
}
