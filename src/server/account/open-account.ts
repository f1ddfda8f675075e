import { randomBytes } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import { asLogin, asPassword, isLogin, weaknessOf } from '../../domain/account/password.ts'
import type { Actor } from '../../domain/actor.ts'
import { type Id, makeId, realmOfId } from '../../domain/id.ts'
import type { CommandBody, CommandKind, Outcome } from '../../protocol/command.ts'
import type { Clock } from '../clock.ts'
import { AccountRefused } from './account-refused.ts'
import { oneTimePassword } from './password-hash.ts'
import type { SignInContext } from './sign-in.ts'

/** What making and changing accounts needs: sign-in for the passwords, the pipeline for the posts, the clock of the ledger. */
export type AccountDesk = {
  readonly signIn: SignInContext
  readonly clock: Clock
  readonly actor: Actor
  readonly submit: (
    actor: Actor,
    submission: { readonly id: string; readonly kind: CommandKind; readonly body: unknown },
  ) => Promise<{ readonly outcome: Outcome }>
}

/** A person to be. Without a password one is drawn, to be handed over once and changed at the first sign-in. */
export type NewPerson = {
  readonly login: string
  readonly name: string
  /** Id of the union the person belongs to. */
  readonly unit: number
  readonly password?: string | undefined
  /** Set by the person just now: no change is asked for. */
  readonly own?: boolean
  readonly demo?: boolean
  /** Made before, where many people share one password: demo and stories only. */
  readonly hash?: string | undefined
}

/** The new account; `oneTime` is the drawn password and stands nowhere else. */
export type NewAccount = { readonly account: Id; readonly login: string; readonly oneTime: string | null }

/**
 * Makes an account: the row with login, name and password outside the ledger, then the stream. A creation that was cut
 * short in between is taken up again by the next one with the same login.
 * @throws AccountRefused
 */
export async function openAccount(desk: AccountDesk, person: NewPerson): Promise<NewAccount> {
  const login = asLogin(person.login)
  if (!isLogin(login)) throw new AccountRefused('login.malformed', { login })
  const name = person.name.normalize('NFC').trim()
  if (name === '' || name.length > 100) throw new AccountRefused('name.malformed', { login })
  const { hash, oneTime } = await passwordOf(desk.signIn, login, person)
  const { writer } = desk.signIn
  const realm = await realmOfUnit(writer, person.unit)
  const at = desk.clock.now()
  const mustChange = !person.own && !person.demo
  return withLogin(writer, login, async (client) => {
    const account = (await unfinished(client, login, realm)) ?? makeId(realm, at.getTime(), randomBytes(8))
    await client.query(
      `insert into account (id, realm, login, name, password_hash, must_change, demo, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (id) do update set name = excluded.name, password_hash = excluded.password_hash,
         must_change = excluded.must_change, demo = excluded.demo`,
      [account, realm, login, name, hash, mustChange, person.demo ?? false, at],
    )
    await order(desk, realm, 'account.create', { account, unit: person.unit })
    return { account, login, oneTime }
  })
}

/** A command of this desk's actor. @throws AccountRefused with the rule's code */
export async function order<K extends CommandKind>(
  desk: AccountDesk,
  realm: number,
  kind: K,
  body: CommandBody<K>,
): Promise<Extract<Outcome, { accepted: unknown }>['accepted']> {
  const id = makeId(realm, desk.clock.now().getTime(), randomBytes(8))
  const { outcome } = await desk.submit(desk.actor, { id, kind, body })
  if ('refused' in outcome) throw new AccountRefused(outcome.refused.code, outcome.refused.params)
  return outcome.accepted
}

/** @throws AccountRefused `password.weak` */
async function passwordOf(
  signIn: SignInContext,
  login: string,
  person: Pick<NewPerson, 'password' | 'hash'>,
): Promise<{ hash: string; oneTime: string | null }> {
  if (person.hash !== undefined) return { hash: person.hash, oneTime: null }
  const oneTime = person.password === undefined ? oneTimePassword(signIn.rules.password.oneTimeLength) : null
  const password = asPassword(person.password ?? oneTime ?? '')
  const why = weaknessOf(password, login, signIn.rules.password)
  if (why) throw new AccountRefused('password.weak', { login, why })
  return { hash: await signIn.passwords.make(password), oneTime }
}

/** A hash for a password given or drawn, checked like any other. @throws AccountRefused `password.weak` */
export async function handOut(
  signIn: SignInContext,
  login: string,
  password: string | undefined,
): Promise<{ hash: string; oneTime: string | null }> {
  return passwordOf(signIn, login, { password })
}

async function realmOfUnit(writer: Pool, unit: number): Promise<number> {
  const { rows } = await writer.query<{ realm: number }>('select realm from unit where id = $1 and valid_to is null', [
    unit,
  ])
  if (!rows[0]) throw new AccountRefused('unit.unknown', { unit })
  return rows[0].realm
}

/**
 * Two who make the same login at once come one after the other, and the second hears that it is taken. In one process
 * they wait outside the pool: each holds a connection while the pipeline needs one more.
 */
async function withLogin<T>(writer: Pool, login: string, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const before = lines.get(writer) ?? Promise.resolve()
  const mine = before.then(() => locked(writer, login, work))
  lines.set(
    writer,
    mine.catch(() => undefined),
  )
  return mine
}

const lines = new WeakMap<Pool, Promise<unknown>>()

async function locked<T>(writer: Pool, login: string, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await writer.connect()
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [`account ${login}`])
    return await work(client)
  } finally {
    await client.query('select pg_advisory_unlock(hashtext($1))', [`account ${login}`]).then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    )
  }
}

async function unfinished(client: PoolClient, login: string, realm: number): Promise<Id | null> {
  const { rows } = await client.query<{ id: Id; finished: boolean }>(
    `select a.id, exists (select from stream s where s.realm = a.realm and s.stream = a.id) as finished
     from account a where a.login = $1`,
    [login],
  )
  const found = rows[0]
  if (!found) return null
  if (found.finished || realmOfId(found.id) !== realm) throw new AccountRefused('login.taken', { login })
  return found.id
}
