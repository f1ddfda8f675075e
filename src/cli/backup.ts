import { statSync } from 'node:fs'
import path from 'node:path'
import { noteBackup } from '../server/backup/last-backup.ts'
import { verifyBackup } from '../server/backup/read-backup.ts'
import { writeBackup } from '../server/backup/write-backup.ts'
import type { Clock } from '../server/clock.ts'
import { keysPath, readKeys } from '../server/keys-file.ts'
import { StartError } from '../server/start-error.ts'
import { interruptible } from './interrupt.ts'
import type { Verb, VerbContext } from './verb.ts'
import { withDatabase } from './with-database.ts'

/** `zhagen backup`: one sealed file with the whole database, or the proof that such a file is whole. */
export const verb: Verb = {
  name: 'backup',
  summary: 'write the whole database into one sealed file, or verify such a file',
  usage: 'backup FILE|FOLDER',
  options: { verify: { type: 'boolean', help: 'read FILE from beginning to end without restoring it' } },
  positionals: { min: 1, max: 1 },
  about: [
    'The server may go on working: everything is read as it stood at one instant. The file is encrypted under the key file and',
    'appears under its name only when it is whole. The key file is never in it: keep the folder ZHAGEN_KEYS (key file, heads,',
    'erasures) apart from the backups, and a copy of it. docs/operate/backup.md says how.',
  ].join('\n'),
  run: (context) => (context.flag('verify') ? verify(context) : write(context)),
}

async function write(context: VerbContext): Promise<undefined> {
  const config = context.config()
  const written = await interruptible('backup', 'no file was left behind', (signal) =>
    withDatabase({ config, verb: 'backup', say: context.say }, ({ db, keys, clock, installation }) => {
      const file = fileFor(context.positionals[0] ?? '', installation.kind, clock)
      return writeBackup({
        owner: db.owner,
        backupKey: keys.backup,
        at: clock.now(),
        file,
        signal,
        onProgress: context.say,
      })
    }),
  )
  context.say(
    `the key file ${keysPath(config.keysFolder)} is not in it, and without it nobody opens it: keep a copy of that folder apart`,
  )
  const { file, bytes, rows, header } = written
  noteBackup(config.dataFolder, new Date(header.at))
  context.print({ file, bytes, rows, header }, `written: ${file}, ${rows} rows, ${bytes} bytes`)
}

async function verify(context: VerbContext): Promise<undefined> {
  const { keysFolder } = context.config()
  const keysFile = readKeys(keysFolder)
  if (!keysFile) throw new StartError(`key file: ${keysPath(keysFolder)} is missing; without it no backup opens`)
  const file = path.resolve(context.positionals[0] ?? '')
  const { header, tables } = await interruptible('backup --verify', 'the file was not read to its end', (signal) =>
    verifyBackup(file, keysFile.keys.backup, context.say, signal),
  )
  const rows = Object.values(tables).reduce((sum, count) => sum + count, 0)
  const batches = header.heads.map(({ realm, batch }) => `realm ${realm} to batch ${batch}`).join(', ')
  context.print(
    { file, header, tables, rows },
    `whole: ${rows} rows of ${header.at}, schema ${header.schema.length}, ${batches || 'no batch yet'}`,
  )
}

/** In a folder the file is named after what it is and when: `zhagen-real-20260615T010000Z.backup`. */
function fileFor(given: string, kind: string, clock: Clock): string {
  const target = path.resolve(given)
  if (!statSync(target, { throwIfNoEntry: false })?.isDirectory()) return target
  const at = clock
    .now()
    .toISOString()
    .replace(/[-:]|\.\d+/g, '')
  return path.join(target, `zhagen-${kind}-${at}.backup`)
}
