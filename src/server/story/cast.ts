import type pg from 'pg'
import { isLogin } from '../../domain/account/password.ts'
import { realmOfRegion } from '../../domain/id.ts'
import type { Cast } from '../../protocol/story.ts'
import { accountOf, grantPost } from '../account/change-account.ts'
import { loadDemoAccounts } from '../account/demo-accounts.ts'
import { type AccountDesk, openAccount } from '../account/open-account.ts'
import { changeDirectory } from '../organisation/change-directory.ts'
import { SHIPPED_RULES } from '../rules/load.ts'
import { seatCastUnit } from './cast-unit.ts'
import { type Names, named, noNames } from './names.ts'

/** What making a cast needs. `on`: local date from which units are in force; `hash`: of the story's one password. */
export type CastDesk = {
  readonly owner: pg.Pool
  readonly accounts: AccountDesk
  readonly on: string
  readonly hash: string
}

/** Makes a story's cast in its fresh database and gives the names under which everybody can be called. */
export async function makeCast(desk: CastDesk, cast: Cast): Promise<Names> {
  const names = noNames()
  const client = await desk.owner.connect()
  try {
    await changeDirectory(client, async () => {
      await fullNames(client, names)
      for (const employer of cast.employers ?? []) {
        const id = await makeEmployer(client, employer, desk.on)
        for (const name of [employer.name, employer.id]) names.employers.set(name, id)
      }
      for (const unit of cast.units ?? []) {
        const id = await seatCastUnit(client, unit, names, desk.on)
        for (const name of [unit.name, unit.id]) names.units.set(name, id)
      }
      return { result: null, changed: true }
    })
  } finally {
    client.release()
  }
  if (cast.demo) await bringDemoPeople(desk, names)
  for (const [n, person] of (cast.people ?? []).entries()) {
    const login = isLogin(person.id) ? person.id : `person-${n + 1}`
    const unit = named('unit', names.units, person.posts[0]?.unit ?? '')
    const { account } = await openAccount(desk.accounts, {
      login,
      name: person.name,
      unit,
      demo: true,
      hash: desk.hash,
    })
    for (const { unit: at, role, section, fullTime = true } of person.posts) {
      const given = { unit: named('unit', names.units, at), role, section, fullTime }
      names.values.set(`${person.id}/${role}`, await grantPost(desk.accounts, account, given))
    }
    names.people.set(person.id, { account, login })
  }
  for (const { id, name, phone } of cast.workers ?? []) names.workers.set(id, { name, phone, receipts: [] })
  return names
}

/** Units and employers can always be called by their full name; of namesakes the first. */
async function fullNames(client: pg.ClientBase, names: Names): Promise<void> {
  for (const table of ['unit', 'employer'] as const) {
    const { rows } = await client.query<{ id: number; name: string }>(
      `select id, name from ${table} where valid_to is null order by id desc`,
    )
    const into = table === 'unit' ? names.units : names.employers
    for (const { id, name } of rows) into.set(name, id)
  }
}

type CastEmployer = NonNullable<Cast['employers']>[number]

async function makeEmployer(client: pg.ClientBase, { name, region, uscc }: CastEmployer, on: string): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    'select id from employer where valid_to is null and (uscc = $1 or (name = $2 and region = $3)) order by id limit 1',
    [uscc ?? null, name, region],
  )
  if (rows[0]) return rows[0].id
  const made = await client.query<{ id: number }>(
    'insert into employer (name, region, realm, uscc, valid_from) values ($1, $2, $3, $4, $5) returning id',
    [name, region, realmOfRegion(region), uscc ?? null, on],
  )
  return made.rows[0]?.id ?? 0
}

async function bringDemoPeople(desk: CastDesk, names: Names): Promise<void> {
  const { people } = await loadDemoAccounts(desk.accounts, SHIPPED_RULES)
  for (const { login } of people) names.people.set(login, { account: await accountOf(desk.accounts, login), login })
}
