import { readFileSync } from 'node:fs'
import { flawOfAdmin } from '../server/account/first-administrator.ts'
import { readSignInRules } from '../server/account/sign-in-rules.ts'
import type { FirstAdmin } from '../server/install.ts'
import type { Installation, InstallationKind } from '../server/installation.ts'
import { errorCode, StartError } from '../server/start-error.ts'
import { askPerson } from './prompt.ts'
import type { VerbContext } from './verb.ts'

/** What a start is to make of a database, if it is fresh. */
export type Wanted = {
  readonly kind: InstallationKind
  readonly federation: string
  readonly admin: FirstAdmin | undefined
}

/** Of the fictional region 990102, where the demo plays. */
const demoFederation = '江湾区总工会（演示）'

/** Reads options and asks for the rest, before anything is written. An installed database is what it is. */
export async function whatIsWanted(context: VerbContext, installed: Installation | undefined): Promise<Wanted> {
  const empty = context.flag('empty')
  if (installed) {
    if (empty && installed.kind !== 'real') {
      throw new StartError(
        `--empty: this database already holds a ${installed.kind} installation; set ZHAGEN_DATA and ZHAGEN_KEYS to other folders`,
      )
    }
    // A start that was cut off before its administrator was made can be asked for one again.
    const admin = empty && context.text('admin') !== undefined ? await readAdmin(context) : undefined
    return { kind: installed.kind, federation: installed.federation, admin }
  }
  if (!empty) {
    const stray = ['federation', 'admin', 'admin-password-file', 'region'].find(
      (option) => context.text(option) !== undefined,
    )
    if (stray) throw new StartError(`--${stray}: belongs to a real installation; give --empty as well`)
    return { kind: 'demo', federation: demoFederation, admin: undefined }
  }
  const federation = context.text('federation')?.trim() || (await askPerson('Name of the federation', '--federation'))
  return { kind: 'real', federation, admin: await readAdmin(context) }
}

/** Checked before anything is written: an installation without an administrator is of no use to anybody. */
async function readAdmin(context: VerbContext): Promise<FirstAdmin> {
  const login = context.text('admin')?.trim() || (await askPerson('Login of the first administrator', '--admin'))
  const password = await readPassword(context)
  const flaw = flawOfAdmin(readSignInRules(context.config().rules).password, login, password)
  if (flaw) throw new StartError(`--admin: ${flaw}`)
  const region = context.text('region')
  return { login, password, ...(region === undefined ? {} : { region }) }
}

async function readPassword(context: VerbContext): Promise<string> {
  const file = context.text('admin-password-file')
  if (file === undefined) return askPerson('Password of the first administrator', '--admin-password-file', true)
  let password: string
  try {
    password = readFileSync(file, 'utf8').replace(/\r?\n$/, '')
  } catch (error) {
    throw new StartError(
      `--admin-password-file: cannot read ${file} (${errorCode(error)}); give a file that holds the password alone`,
    )
  }
  if (password === '' || password.includes('\n')) {
    throw new StartError(`--admin-password-file: ${file} must hold one line, the password alone`)
  }
  return password
}
