import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { makeFolder } from './make-folder.ts'
import { errorCode, StartError } from './start-error.ts'

/** Keys by id. `current` seals; the others still open what they sealed. */
export type KeySet = { readonly current: string; readonly keys: ReadonlyMap<string, Buffer> }

/** What stands outside the database, so that the database alone opens nothing and proves nothing. Each key has 32 bytes. */
export type Keys = {
  /** Wraps realm keys. */
  readonly kek: KeySet
  /** MAC of ledger batches. */
  readonly mac: Buffer
  /** HMAC of command bodies. */
  readonly command: Buffer
  /** HMAC of retrieval codes. */
  readonly receipt: Buffer
  /** Pseudonyms of addresses for limits against guessing. */
  readonly abuse: Buffer
  /** Keyed hash of files at rest. */
  readonly file: Buffer
  /** Encrypts backups. */
  readonly backup: Buffer
}

/** The keys and the fingerprint that the database remembers them by. */
export type KeysFile = { readonly keys: Keys; readonly fingerprint: string }

const purposes = ['kek', 'mac', 'command', 'receipt', 'abuse', 'file', 'backup'] as const
type Purpose = (typeof purposes)[number]
type Stored = Record<Purpose, { readonly current: string; readonly keys: Readonly<Record<string, string>> }>

export function keysPath(folder: string): string {
  return path.join(folder, 'keys.json')
}

/** Makes a new key file, only ever for a fresh database. Refuses to replace one. */
export function makeKeys(folder: string): KeysFile {
  const file = keysPath(folder)
  const stored = Object.fromEntries(
    purposes.map((purpose) => {
      const id = `${purpose}-${randomBytes(4).toString('hex')}`
      return [purpose, { current: id, keys: { [id]: randomBytes(32).toString('base64') } }]
    }),
  )
  try {
    makeFolder(folder)
    writeFileSync(file, `${JSON.stringify(stored, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true })
  } catch (error) {
    throw new StartError(
      `ZHAGEN_KEYS: cannot write the key file ${file} (${errorCode(error) ?? error}); choose a writable folder`,
    )
  }
  return readExisting(file)
}

/** Undefined when there is no key file; a StartError when there is one that cannot be used. */
export function readKeys(folder: string): KeysFile | undefined {
  const file = keysPath(folder)
  try {
    // A key file that others may read is mended rather than complained about: nobody reads warnings.
    if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600)
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return undefined
    throw new StartError(
      `key file: ${file} is open to other users and cannot be closed (${errorCode(error)}); run chmod 600 on it`,
    )
  }
  return readExisting(file)
}

function readExisting(file: string): KeysFile {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new StartError(
      `key file: cannot read ${file} (${errorCode(error) ?? error}); give this user the right to read it`,
    )
  }
  const sets = new Map<Purpose, KeySet>()
  const hash = createHash('sha256')
  try {
    const stored: Stored = JSON.parse(text)
    for (const purpose of purposes) {
      const { current, keys } = stored[purpose]
      const set = new Map(Object.entries(keys).map(([id, key]) => [id, Buffer.from(key, 'base64')] as const))
      if (!set.has(current) || [...set.values()].some((key) => key.length !== 32)) throw new Error(purpose)
      for (const [id, key] of [...set].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(id).update('\0').update(key)
      sets.set(purpose, { current, keys: set })
    }
  } catch {
    throw new StartError(`key file: ${file} is damaged; put back the copy you keep apart`)
  }
  const set = (purpose: Purpose): KeySet => sets.get(purpose) as KeySet
  const one = (purpose: Purpose): Buffer => set(purpose).keys.get(set(purpose).current) as Buffer
  return {
    keys: {
      kek: set('kek'),
      mac: one('mac'),
      command: one('command'),
      receipt: one('receipt'),
      abuse: one('abuse'),
      file: one('file'),
      backup: one('backup'),
    },
    fingerprint: hash.digest('hex').slice(0, 16),
  }
}
