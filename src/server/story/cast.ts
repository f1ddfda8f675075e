import type pg from 'pg'
import { isLogin } from '../../domain/account/password.ts'
import { instantText } from '../../domain/calendar/local-time.ts'
import { realmOfRegion } from '../../domain/id.ts'
import type { Cast } from '../../protocol/story.ts'
import { accountOf, grantPost } from '../account/change-account.ts'
import { loadDemoAccounts } from '../account/demo-accounts.ts'
import { type AccountDesk, openAccount, order } from '../account/open-account.ts'
import { vouch } from '../account/vouch.ts'
import { changeDirectory } from '../organisation/change-directory.ts'
import { SHIPPED_RULES } from '../rules/load.ts'
import { seatCastUnit } from './cast-unit.ts'
import { eachOf } from './many.ts'
import { type Names, named, noNames } from './names.ts'
import type { Present } from './send.ts'
import { instantOf } from './story-time.ts'

/** What making a cast needs. `present`: where the story's clock starts, units are in force from that day; `hash`: of the story's one password. */
export type CastDesk = {
  readonly owner: pg.Pool
  readonly accounts: AccountDesk
  readonly present: Present & { readonly on: string }
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
        const id = await makeEmployer(client, employer, desk.present.on)
        for (const name of [employer.name, employer.id]) names.employers.set(name, id)
      }
      for (const unit of cast.units ?? []) {
        const id = await seatCastUnit(client, unit, names, desk.present.on)
        names.realms.set(id, realmOfRegion(unit.region))
        for (const name of [unit.name, unit.id]) names.units.set(name, id)
      }
      return { result: null, changed: true }
    })
  } finally {
    client.release()
  }
  if (cast.demo) await bringDemoPeople(desk, names)
  for (const [n, person] of eachOf(cast.people ?? []).entries()) {
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
      callPost(names, person.id, at, role, await grantPost(desk.accounts, account, given))
      if (!person.untrained) await vouch(desk.accounts, { account, ...given }, SHIPPED_RULES)
    }
    names.people.set(person.id, { account, login })
  }
  await arrangeOffices(desk, cast, names)
  for (const { id, name, phone } of cast.workers ?? []) names.workers.set(id, { name, phone, receipts: [] })
  return names
}

/** A post is called by who holds it, alone or with its role, and by its unit and role; of several the first. */
function callPost({ values }: Names, person: string, unit: string, role: string, post: number): void {
  for (const name of [person, `${person}/${role}`, `${unit}/${role}`]) if (!values.has(name)) values.set(name, post)
}

/** Small offices and duty rosters of the cast, by the very commands an administrator would send. */
async function arrangeOffices({ accounts, present }: CastDesk, cast: Cast, names: Names): Promise<void> {
  for (const { id, region, small } of cast.units ?? [])
    if (small) {
      const unit = named('unit', names.units, id)
      await order(accounts, realmOfRegion(region), 'office.set-small', { unit, on: true })
    }
  const { calendar } = present
  for (const { id, posts, duty } of cast.people ?? [])
    for (const { post, from, to } of duty ?? []) {
      const [at, role] = post?.includes('/') ? post.split('/') : [posts[0]?.unit ?? '', post]
      const name = role === undefined ? id : `${id}/${role}`
      const begins = instantOf(from, present.at, calendar)
      const times = { from: instantText(begins), to: instantText(instantOf(to, begins, calendar)) }
      const body = { unit: named('unit', names.units, at), post: Number(named('post', names.values, name)), ...times }
      await order(accounts, realmOfRegion(regionOf(cast, at)), 'duty.set', body)
    }
}

/** Of a unit of the cast; units of the demo county, called by their full name, lie in the fictional prefecture. */
function regionOf(cast: Cast, unit: string): string {
  return cast.units?.find(({ id, name }) => id === unit || name === unit)?.region ?? '990100'
}

/** Units and employers can always be called by their full name; of namesakes the first. */
async function fullNames(client: pg.ClientBase, names: Names): Promise<void> {
  for (const table of ['unit', 'employer'] as const) {
    const { rows } = await client.query<{ id: number; name: string; realm: number }>(
      `select id, name, realm from ${table} where valid_to is null order by id desc`,
    )
    const into = table === 'unit' ? names.units : names.employers
    for (const { id, name, realm } of rows) {
      into.set(name, id)
      if (table === 'unit') names.realms.set(id, realm)
    }
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
  const { rows } = await desk.owner.query<{ login: string; unit: string; role: string; post: number }>(
    `select a.login, u.name as unit, p.role, p.id as post from post p join account a on a.id = p.account
     join unit u on u.id = p.unit where p.valid_to is null and a.demo order by p.id`,
  )
  for (const { login, unit, role, post } of rows) callPost(names, login, unit, role, post)
}
