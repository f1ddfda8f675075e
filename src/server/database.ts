import pg from 'pg'
import { errorCode, StartError } from './start-error.ts'

/** Three ways into one database. Only `owner` may change its shape; requests use the other two. */
export type Database = {
  /** Migrations, installation, backup, checks. */
  readonly owner: pg.Pool
  /** The command pipeline. */
  readonly writer: pg.Pool
  /** Views: sees nothing until a transaction sets a scope. */
  readonly reader: pg.Pool
  end(): Promise<void>
}

export type DatabaseUrls = { readonly ownerUrl: string; readonly appUrl: string }

const { builtins } = pg.types
const int8Array = 1016
const dateArray = 1182
const textArray = 1009

/**
 * bigint comes as a number, because every counter here stays far below 2^53, and one that does not is an error rather
 * than a rounded value. A date is the day as written, 'YYYY-MM-DD': a Date would move it by the machine's time zone.
 */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (format === 'binary') return pg.types.getTypeParser(oid, 'binary')
    if (oid === builtins.INT8) return parseSafeInteger
    if (oid === int8Array) return (text: string) => parseArray(text).map((each) => each && parseSafeInteger(each))
    if (oid === builtins.DATE) return (text: string) => text
    if (oid === dateArray) return parseArray
    return pg.types.getTypeParser(oid, 'text')
  },
}

/** Every array has the notation of text[]; read so, its elements stay as written. */
function parseArray(text: string): readonly (string | null)[] {
  const parse: (text: string) => readonly (string | null)[] = pg.types.getTypeParser(textArray as number, 'text')
  return parse(text)
}

function parseSafeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError('a bigint beyond 2^53 came from the database')
  return value
}

// A writer that hangs must not hold a realm for ever. One limit for its whole transaction where the server knows that (17
// and later); a limit between statements sets a timer at each of them, which cost a tenth of a batch's time.
const limitTransaction = `select set_config(case when current_setting('server_version_num')::integer >= 170000
  then 'transaction_timeout' else 'idle_in_transaction_session_timeout' end, '60s', false)`

/**
 * Opens the pools; nothing is connected before the first query. `onLost` hears of connections that ended while idle,
 * which is what a stopping or restarted PostgreSQL looks like from here.
 */
export function connectDatabase(urls: DatabaseUrls, onLost: (error: Error) => void = () => undefined): Database {
  const pool = (connectionString: string, name: string, max: number, options?: string) => {
    const made = new pg.Pool({
      connectionString,
      application_name: `zhagen ${name}`,
      max,
      types,
      // Queries asked without waiting go out at once: a batch takes three round trips instead of fifteen. Nothing here
      // uses cursors, which pipelining refuses.
      pipeline: true,
      // A pool that never lets go keeps its prepared statements; the server's limit leaves room.
      idleTimeoutMillis: 0,
      connectionTimeoutMillis: 10_000,
      ...(options === undefined ? {} : { options }),
    })
    made.on('error', onLost)
    // The pool listens only to those at rest. One that is lost while somebody holds it between two questions would end the
    // process; its holder learns of it by the next question.
    made.on('connect', (client) => client.on('error', onLost))
    return made
  }
  const asRole = (role: string) => `-c role=${role} -c idle_in_transaction_session_timeout=60s`
  const owner = pool(urls.ownerUrl, 'owner', 4)
  const writer = pool(urls.appUrl, 'writer', 8, '-c role=zhagen_writer')
  writer.on('connect', (client) => void client.query(limitTransaction).catch(onLost))
  const reader = pool(urls.appUrl, 'reader', 16, `${asRole('zhagen_reader')} -c statement_timeout=30s`)
  return {
    owner,
    writer,
    reader,
    end: async () => {
      await Promise.all([owner.end(), writer.end(), reader.end()])
    },
  }
}

/** One question to each pool, so that a wrong address or a missing right is one line at start and not a page of errors later. */
export async function checkConnections(database: Database, own: boolean): Promise<void> {
  const named = own ? 'DATABASE_URL' : 'embedded database'
  await tryPool(database.owner, named)
  await tryPool(database.writer, own ? 'DATABASE_APP_URL' : named)
  await tryPool(database.reader, own ? 'DATABASE_APP_URL' : named)
}

/** Explains why a pool cannot connect, without its address. */
export async function tryPool(pool: pg.Pool, named: string): Promise<void> {
  try {
    await pool.query('select 1')
  } catch (error) {
    const code = errorCode(error)
    const reason = error instanceof pg.DatabaseError ? error.message : (code ?? 'no answer')
    throw new StartError(`${named}: cannot connect (${reason}); check address, login and that PostgreSQL runs`)
  }
}
