import { readFileSync } from 'node:fs'
import { AccountRefused } from '../server/account/account-refused.ts'
import type { AccountDesk } from '../server/account/open-account.ts'
import { operatorDesk } from '../server/account/operator-desk.ts'
import { errorCode } from '../server/start-error.ts'
import { UsageError, type VerbContext, VerbFailure } from './verb.ts'
import { type VerbDatabase, withDatabase } from './with-database.ts'

/** Runs `work` at the desk of the operator; what a rule refuses is one line and exit code 1. */
export async function atDesk<T>(
  context: VerbContext,
  verb: string,
  work: (desk: AccountDesk, database: VerbDatabase) => Promise<T>,
): Promise<T> {
  return withDatabase({ config: context.config(), verb, say: context.say }, async (database) => {
    try {
      return await work(operatorDesk(database), database)
    } catch (error) {
      if (error instanceof AccountRefused) throw new VerbFailure(error.message)
      // A command that names something unknown: told by the pipeline before it is stored.
      if (isFault(error)) throw new VerbFailure(`${error.message}${error.field ? ` (${error.field})` : ''}`)
      throw error
    }
  })
}

function isFault(error: unknown): error is Error & { readonly status: number; readonly field: string | undefined } {
  return error instanceof Error && 'status' in error && 'code' in error && Number(error.status) < 500
}

/** An option that must be given. @throws UsageError */
export function need(context: VerbContext, verb: string, option: string): string {
  const value = context.text(option)?.trim()
  if (!value) throw new UsageError(`${verb}: --${option} is needed; zhagen ${verb} --help explains`)
  return value
}

/** What is said when the last post for something ended: it was done, and is not silent. */
export const unstaffedRemark =
  'the union has nobody left for something it could do; doctor says how many open demands wait for nobody'

/** The number of a post. @throws UsageError */
export function postNumber(verb: string, option: string, text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new UsageError(`${verb}: --${option} takes the number of a post; zhagen ${verb} --help explains`)
}

/** The union that the option names: its number, its social credit code (USCC) or its full name. @throws VerbFailure */
export async function unitOf(
  database: VerbDatabase,
  named: string,
): Promise<{ id: number; name: string; realm: number }> {
  const { rows } = await database.db.owner.query<{ id: number; name: string; realm: number }>(
    `select id, name, realm from unit where valid_to is null and (uscc = upper($1) or name = $1 or id::text = $1) order by id limit 3`,
    [named],
  )
  const [unit, second] = rows
  if (!unit)
    throw new VerbFailure(`--unit: there is no union "${named}" in force; give its number, its code or its name`)
  if (second) {
    const numbers = rows.map((row) => row.id).join(', ')
    throw new VerbFailure(`--unit: "${named}" names several unions (${numbers}); give the number of the one you mean`)
  }
  return unit
}

/** The one line of the file, or nothing when none was named. A password never stands on the command line. @throws VerbFailure */
export function passwordFrom(context: VerbContext): string | undefined {
  const file = context.text('password-file')
  if (file === undefined) return undefined
  let text: string
  try {
    text = readFileSync(file, 'utf8').replace(/\r?\n$/, '')
  } catch (error) {
    throw new VerbFailure(
      `--password-file: cannot read ${file} (${errorCode(error)}); give a file that holds the password alone`,
    )
  }
  if (text === '' || text.includes('\n'))
    throw new VerbFailure(`--password-file: ${file} must hold one line, the password alone`)
  return text
}
