import type { ClientBase, Pool } from 'pg'
import type { FileRules } from '../../domain/file/file-rules.ts'
import type { Clock } from '../clock.ts'
import { detect } from '../file/detect.ts'
import { inspect } from '../file/inspect.ts'
import type { Keys } from '../keys-file.ts'
import { randomTake } from '../random.ts'
import { commitmentOf, readVersion, sealPart, waitingKey, writeVersion } from './file-bytes.ts'
import { seal, unseal } from './subject-keys.ts'

/** What a file that waits for its matter needs. */
export type UploadContext = {
  readonly writer: Pool
  readonly keys: Keys
  readonly clock: Clock
  readonly files: FileRules
}

/** A waiting file, opened with its uploader's secret. */
export type Waiting = {
  readonly id: string
  readonly key: Buffer
  readonly length: number
  readonly received: number
  readonly state: 'open' | 'ready' | 'refused'
  /** Why it is not taken. */
  readonly refusal: string | null
  readonly type: string | null
  readonly viewType: string | null
  readonly commitment: Buffer | null
  readonly expiresAt: Date
}

/** What the uploader draws and sends with each request: 32 random bytes in base64url. Nothing of it is stored. */
export function isSecret(text: unknown): text is string {
  return typeof text === 'string' && /^[\w-]{43}$/.test(text)
}

/** Begins a file. Undefined when so much waits already that no more is taken. */
export async function beginUpload(
  context: UploadContext,
  length: number,
  secret: string,
): Promise<Waiting | undefined> {
  const { writer, keys, files } = context
  const id = crypto.randomUUID()
  const key = randomTake(32)
  const wrapped = seal(waitingKey(keys, id, secret), key, `upload ${id}`)
  const expiresAt = keptUntil(context)
  const { rowCount } = await writer.query(
    `insert into upload (id, wrapped, length, expires_at) select $1::uuid, $2::bytea, $3::bigint, $4::timestamptz
     where $3::bigint + coalesce((select sum(length) from upload), 0) <= $5::bigint`,
    [id, wrapped, length, expiresAt, files.mostWaitingBytes],
  )
  if (rowCount === 0) return undefined
  return { ...{ id, key, length, received: 0, state: 'open', expiresAt }, ...unknown }
}

const unknown = { refusal: null, type: null, viewType: null, commitment: null }

/** The file with this id and secret; undefined where there is none, it is over, or the secret is another's. */
export async function findUpload(context: UploadContext, id: string, secret: string): Promise<Waiting | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) || !isSecret(secret)) return undefined
  const { rows } = await context.writer.query(
    `select wrapped, length, received, state, refusal, type, view_type, commitment, expires_at
     from upload where id = $1 and expires_at > $2`,
    [id, context.clock.now()],
  )
  const [row] = rows
  if (!row) return undefined
  const key = openedKey(context.keys, id, secret, row.wrapped)
  if (!key) return undefined
  return {
    ...{ id, key, state: row.state, refusal: row.refusal, type: row.type, viewType: row.view_type },
    ...{ commitment: row.commitment, expiresAt: row.expires_at },
    length: Number(row.length),
    received: Number(row.received),
  }
}

/**
 * Adds bytes behind those received, or says that somebody else was there first (`conflict`). What is nothing that is taken
 * is refused with its first bytes, so that nobody sends twenty megabytes of it.
 */
export async function appendBytes(
  context: UploadContext,
  { id, key }: Waiting,
  at: number,
  bytes: Buffer,
): Promise<'stored' | 'conflict' | 'refused'> {
  const { rowCount } = await context.writer.query(
    `with moved as (update upload set received = received + $3::bigint, expires_at = $5
       where id = $1 and state = 'open' and received = $2::bigint and received + $3::bigint <= length returning id)
     insert into file_part (file, version, at, sealed) select id, 'original', $2::bigint, $4::bytea from moved`,
    [id, at, bytes.length, sealPart(key, id, 'original', at, bytes), keptUntil(context)],
  )
  if (rowCount === 0) return 'conflict'
  // Shorter beginnings do not tell what they are of; the whole is looked through in the end all the same.
  if (at > 0 || bytes.length < 4100 || (await detect(bytes, context.files))) return 'stored'
  await refuse(context, id, 'type')
  return 'refused'
}

/** One file is looked through at a time: each takes its size several times over, and a core. */
let line: Promise<unknown> = Promise.resolve()

/** Looks through a file that has arrived whole, once; gives it as it stands then. */
export function settleUpload(context: UploadContext, waiting: Waiting): Promise<Waiting> {
  const settled = line.then(() => settle(context, waiting))
  line = settled.catch(() => undefined)
  return settled
}

async function settle(context: UploadContext, waiting: Waiting): Promise<Waiting> {
  const { writer, files } = context
  const { id, key } = waiting
  const { rows } = await writer.query(`select from upload where id = $1 and state = 'open' and received = length`, [id])
  if (rows.length > 0) {
    const bytes = await readVersion(writer, key, id, 'original')
    const seen = await inspect(bytes, files)
    if ('unfit' in seen) await refuse(context, id, seen.unfit)
    else {
      if (seen.view) await writeVersion(writer, key, id, 'view', seen.view.bytes)
      await writer.query(
        `update upload set state = 'ready', type = $2, view_type = $3, commitment = $4 where id = $1 and state = 'open'`,
        [id, seen.type, seen.view?.type ?? null, commitmentOf(key, bytes)],
      )
    }
  }
  const now = await writer.query(
    'select state, refusal, type, view_type, commitment, received from upload where id = $1',
    [id],
  )
  const row = now.rows[0]
  // Ended by its uploader meanwhile.
  if (!row) return { ...waiting, state: 'refused', refusal: 'gone' }
  const { state, refusal, type, view_type: viewType, commitment } = row
  return { ...waiting, state, refusal, type, viewType, commitment, received: Number(row.received) }
}

/** The bytes of what is not taken go at once; why is kept until the uploader has heard it. */
async function refuse({ writer }: UploadContext, id: string, why: string): Promise<void> {
  await writer.query(
    `with ended as (update upload set state = 'refused', refusal = $2 where id = $1 and state = 'open' returning id)
     delete from file_part using ended where file = ended.id`,
    [id, why],
  )
}

/** Ends a file that still waits. */
export async function endUpload({ writer }: UploadContext, id: string): Promise<void> {
  await writer.query(
    `with ended as (delete from upload where id = $1 returning id)
     delete from file_part p using ended where p.file = ended.id and not exists (select from file f where f.id = ended.id)`,
    [id],
  )
}

/** Ends every file whose time is over. */
export async function sweepUploads(writer: Pool, now: Date): Promise<void> {
  await writer.query(
    `with ended as (delete from upload where expires_at <= $1 returning id)
     delete from file_part p using ended where p.file = ended.id and not exists (select from file f where f.id = ended.id)`,
    [now],
  )
}

function keptUntil({ clock, files }: UploadContext): Date {
  return new Date(clock.now().getTime() + files.keepHours * 3_600_000)
}

/** A file that waits whole and looked through, not yet given to a matter; undefined otherwise. */
export async function readyFile(client: ClientBase, keys: Keys, now: Date, id: string, secret: string) {
  const { rows } = await client.query(
    `select wrapped, length, type, view_type, commitment from upload
     where id = $1 and state = 'ready' and expires_at > $2 and not exists (select from file where file.id = upload.id)`,
    [id, now],
  )
  const [row] = rows
  if (!row) return undefined
  const key = openedKey(keys, id, secret, row.wrapped)
  if (!key) return undefined
  const { type, view_type: viewType, commitment } = row
  const told = { type: type as string, viewType: viewType as string | null, commitment: commitment as Buffer }
  return { ...{ id, key, bytes: Number(row.length) }, ...told }
}

function openedKey(keys: Keys, id: string, secret: string, wrapped: Buffer): Buffer | undefined {
  try {
    return unseal(waitingKey(keys, id, secret), wrapped, `upload ${id}`)
  } catch {
    return undefined
  }
}
