import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { PasswordRules } from '../../domain/account/password.ts'
import { readRulesFile } from '../rules/rules-file.ts'

const count = z.int().min(1)
const sessionFile = z.strictObject({
  version: z.string(),
  session: z.strictObject({
    idleMinutes: count,
    absoluteMinutes: count,
    cacheSeconds: z.int().min(0).max(5),
    touchSeconds: z.int().min(0),
  }),
  tries: z.strictObject({
    free: count,
    firstWaitSeconds: count,
    longestWaitSeconds: count,
    forgetAfterHours: count.max(24),
  }),
  password: z.strictObject({
    minLength: count.min(10),
    maxLength: count.max(1000),
    // The floor of OWASP's advice for argon2id; below it a stolen table falls in days.
    hash: z.strictObject({ memoryKiB: z.int().min(19_456), passes: z.int().min(2), lanes: count }),
    atOnce: count,
    waiting: count,
    oneTimeLength: z.int().min(12),
  }),
})

/** Limits of sessions, waits after wrong tries, what a password must stand up to. */
export type SignInRules = {
  readonly session: z.infer<typeof sessionFile>['session']
  readonly tries: z.infer<typeof sessionFile>['tries']
  readonly password: z.infer<typeof sessionFile>['password'] & PasswordRules
}

/**
 * Reads `session.yaml` and `passwords-common.txt` from the rules folder.
 * @throws RulesError naming file and line.
 */
export function readSignInRules(folder: string): SignInRules {
  const { session, tries, password } = readRulesFile(folder, 'session.yaml', sessionFile).value
  const lines = readFileSync(path.join(folder, 'passwords-common.txt'), 'utf8').split('\n')
  const common = new Set(lines.filter((line) => line !== '' && !line.startsWith('# ')))
  return { session, tries, password: { ...password, common } }
}
