import { z } from 'zod'
import { asPassword } from '../../domain/account/password.ts'
import type { Id } from '../../domain/id.ts'
import { readRulesFile } from '../rules/read-rules-file.ts'
import type { RulesFolders } from '../rules/rules-folders.ts'
import { StartError } from '../start-error.ts'
import { grantPost } from './change-account.ts'
import { type AccountDesk, openAccount } from './open-account.ts'
import { vouch } from './vouch.ts'

const said = z.string().min(1)
const demoFile = z.strictObject({
  version: said,
  password: said,
  accounts: z.array(
    z.strictObject({
      login: said,
      name: said,
      unit: said,
      posts: z.array(z.strictObject({ role: said, section: said.optional(), fullTime: z.boolean() })).min(1),
    }),
  ),
})

/** A person of the demo, as the start prints them. */
export type DemoPerson = {
  readonly login: string
  readonly name: string
  readonly unit: string
  readonly roles: readonly string[]
}
/** The people of the demo and the one password they share. */
export type DemoAccounts = { readonly password: string; readonly people: readonly DemoPerson[] }

/** What the file says, for printing; makes nothing. */
export function readDemoAccounts(folders: RulesFolders): DemoAccounts {
  const { password, accounts } = readRulesFile(folders, 'demo-accounts.yaml', demoFile).value
  const people = accounts.map(({ login, name, unit, posts }) => ({
    login,
    name,
    unit,
    roles: posts.map((p) => p.role),
  }))
  return { password, people }
}

/** What the start prints of them: one line each, and the password. */
export function demoAccountLines(folders: RulesFolders): readonly string[] {
  const { password, people } = readDemoAccounts(folders)
  const width = Math.max(...people.map(({ login }) => login.length))
  const lines = people.map(
    ({ login, name, unit, roles }) => `  ${login.padEnd(width)}  ${name}  ${unit}  ${roles.join(', ')}`,
  )
  return [`demo accounts, on this machine only; password: ${password}`, ...lines]
}

/**
 * Makes the people of the demo; those who are there are left as they are. Only where nobody's matter can be harmed: in a
 * database made for a demo or a story, never in a real one.
 * @throws StartError in any other database, or when a union is not there yet
 */
export async function loadDemoAccounts(desk: AccountDesk, folders: RulesFolders): Promise<DemoAccounts> {
  const { writer, passwords } = desk.signIn
  const { rows } = await writer.query<{ kind: string }>('select kind from installation')
  if (rows[0]?.kind !== 'demo' && rows[0]?.kind !== 'story')
    throw new StartError(
      'demo accounts: this database is not a demo; make the accounts of a real one by account create',
    )
  const { password, accounts } = readRulesFile(folders, 'demo-accounts.yaml', demoFile).value
  const hash = await passwords.make(asPassword(password))
  for (const { login, name, unit: unitName, posts } of accounts) {
    const unit = await unitNamed(desk, unitName)
    const found = await findAccount(desk, login)
    const account = found?.account ?? (await openAccount(desk, { login, name, unit, demo: true, hash })).account
    for (const post of posts) {
      if (found?.roles.includes(post.role)) continue
      await grantPost(desk, account, { ...post, unit })
      await vouch(desk, { account, unit, role: post.role }, folders)
    }
  }
  return readDemoAccounts(folders)
}

async function unitNamed(desk: AccountDesk, name: string): Promise<number> {
  const { rows } = await desk.signIn.writer.query<{ id: number }>(
    'select id from unit where name = $1 and valid_to is null order by id',
    [name],
  )
  if (!rows[0]) throw new StartError(`demo accounts: ${name} is not there; load the demo organisations first`)
  return rows[0].id
}

/** An account whose stream was made; roles it ever held count, so that a post the visitor ended stays ended. */
async function findAccount(desk: AccountDesk, login: string): Promise<{ account: Id; roles: string[] } | null> {
  const { rows } = await desk.signIn.writer.query<{ account: Id; roles: string[] }>(
    `select a.id as account, array(select p.role from post p where p.account = a.id) as roles
     from account a join stream s on s.realm = a.realm and s.stream = a.id where a.login = $1`,
    [login],
  )
  return rows[0] ?? null
}
