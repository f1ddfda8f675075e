import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { PasswordRules } from '../../domain/account/password.ts'
import { COMMON_PASSWORDS } from '../rules/own-strangers.ts'
import { readRulesFile } from '../rules/read-rules-file.ts'
import { RulesError } from '../rules/rules-document.ts'
import { layersOf, type RulesFolders, type RulesLayer } from '../rules/rules-folders.ts'
import { errorCode } from '../start-error.ts'

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
 * Reads `session.yaml` and `passwords-common.txt`; the common passwords of a federation's own folder are added.
 * @throws RulesError naming file and line.
 */
export function readSignInRules(folders: RulesFolders): SignInRules {
  const { session, tries, password } = readRulesFile(folders, 'session.yaml', sessionFile).value
  const lines = layersOf(folders).flatMap(commonIn)
  const common = new Set(lines.filter((line) => line !== '' && !line.startsWith('# ')))
  return { session, tries, password: { ...password, common } }
}

function commonIn({ dir, isOwn }: RulesLayer): readonly string[] {
  const file = path.join(dir, COMMON_PASSWORDS)
  if (isOwn && !existsSync(file)) return []
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch (error) {
    const problem = `cannot be read (${errorCode(error)}); put a text there, one password a line`
    throw new RulesError({ own: isOwn ? dir : null, file: COMMON_PASSWORDS, line: 1, problem })
  }
}
