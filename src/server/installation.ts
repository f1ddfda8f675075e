import type pg from 'pg'
import type { Clock } from './clock.ts'
import { type KeysFile, keysPath, makeKeys, readKeys } from './keys-file.ts'
import { StartError } from './start-error.ts'

/** What a database is for. Only a story's accepts clock steps; only a demo has demo accounts. */
export type InstallationKind = 'real' | 'demo' | 'story' | 'test' | 'bench'

export type Installation = {
  readonly kind: InstallationKind
  readonly federation: string
  readonly keyFingerprint: string
}

/** Undefined for a database that nobody installed in yet, migrated or not. */
export async function findInstallation(owner: pg.Pool): Promise<Installation | undefined> {
  const { rows } = await owner.query(`select to_regclass('installation') is not null as made`)
  if (!rows[0]?.made) return undefined
  const found = await owner.query<Installation>(
    'select kind, federation, key_fingerprint as "keyFingerprint" from installation',
  )
  return found.rows[0]
}

/**
 * The keys that belong to this database. They are made only for a fresh one: what was sealed with a lost key stays
 * closed, and new keys beside old content would hide that until somebody needs it.
 */
export function matchKeys(
  folder: string,
  installation: Installation | undefined,
  say: (line: string) => void,
): KeysFile {
  const file = keysPath(folder)
  const found = readKeys(folder)
  if (!installation) {
    if (found) return found
    const made = makeKeys(folder)
    say(`keys made in ${file}: back this file up apart from the data; without it nobody can read what workers write`)
    return made
  }
  if (!found) {
    throw new StartError(
      `key file: ${file} is missing; put back the copy you keep apart (fingerprint ${installation.keyFingerprint})`,
    )
  }
  if (found.fingerprint !== installation.keyFingerprint) {
    throw new StartError(
      `key file: ${file} (fingerprint ${found.fingerprint}) does not belong to this database; ` +
        `put back the one with fingerprint ${installation.keyFingerprint}`,
    )
  }
  return found
}

/** Writes the one row that says what this database is. */
export async function recordInstallation(owner: pg.Pool, clock: Clock, installation: Installation): Promise<void> {
  await owner.query(
    'insert into installation (kind, federation, key_fingerprint, created_at) values ($1, $2, $3, $4)',
    [installation.kind, installation.federation, installation.keyFingerprint, clock.now()],
  )
}
