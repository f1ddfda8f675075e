import { roles } from '../../src/domain/actor.ts'
import { evolve } from '../../src/domain/demand/evolve.ts'
import type { DemandState } from '../../src/domain/demand/state.ts'
import { makeId } from '../../src/domain/id.ts'
import { projectDemand } from '../../src/server/projection/demand-rows.ts'
import { tableStatements } from '../../src/server/projection/table.ts'
import { sendAll } from '../../src/server/statement.ts'
import type { Staff } from '../kit/pipeline.ts'
import type { Random } from '../kit/random.ts'
import type { TestSite } from '../kit/server.ts'
import { lifeOf, type Past, sections } from './reach-life.ts'

/** A federation made at random: its tree, its people, its demands at whatever stage. */
export type World = {
  readonly units: readonly Unit[]
  readonly people: readonly Person[]
  readonly demands: readonly DemandState[]
}
/** `path`: itself first. `employer`: the enterprise whose own union it is. */
export type Unit = { readonly id: number; readonly path: readonly number[]; readonly employer: number | null }
/** A post, and the cookie of who holds it. */
export type Person = { readonly actor: Staff; readonly cookie: string }

const REALM = 9901
const levels = ['province', 'city', 'county', 'township', 'grassroots'] as const

/** Replaces whatever world the site had. */
export async function makeWorld(site: TestSite, random: Random): Promise<World> {
  const { owner } = site.database
  await owner.query(
    'truncate unit, employer, post, account, session, demand, work, closed, precedent, notice, office, duty cascade',
  )
  const units = await makeUnits(site, random)
  const people = await makePeople(site, random, units)
  const demands: DemandState[] = []
  const client = await site.database.writer.connect()
  try {
    for (let n = 0; n < random.integer(30, 60); n += 1) {
      const events = lifeOf(random, REALM, units, people.length, n)
      const state = fold(events)
      // Written once at the end of its life, as a rebuild writes it, or step by step, as commands do.
      if (random.chance(0.5)) await sendAll(client, tableStatements(projectDemand(state, events)))
      else
        for (const [at] of events.entries())
          await sendAll(client, tableStatements(projectDemand(fold(events.slice(0, at + 1)), [events[at] as Past])))
      demands.push(state)
    }
  } finally {
    client.release()
  }
  await makeBeside(site, random, units, demands)
  return { units, people, demands }
}

/** What unions were told, and who is on duty: rows beside the demands. */
async function makeBeside(
  { database, clock }: TestSite,
  random: Random,
  units: readonly Unit[],
  demands: DemandState[],
) {
  for (const { id } of units) {
    const demand = random.pick(demands).id
    await database.owner.query(
      `insert into notice (realm, id, demand, code, way, to_kind, to_unit, params, not_before, state, made_at)
       values ($1, gen_random_uuid(), $2, 'offered', 'now', 'unit', $3, '{}', $4, 'sent', $4)`,
      [REALM, demand, id, clock.now()],
    )
    const office = makeId(REALM, clock.now().getTime(), random.bytes(8))
    await database.owner.query('insert into office (realm, id, unit, small) values ($1, $2, $3, true)', [
      REALM,
      office,
      id,
    ])
    await database.owner.query(
      'insert into duty (realm, office, unit, entry, post, first_post, from_at, to_at) values ($1, $2, $3, 1, 1, 1, $4, $4)',
      [REALM, office, id, clock.now()],
    )
  }
}

async function makeUnits({ database, clock }: TestSite, random: Random): Promise<Unit[]> {
  const units: Unit[] = []
  const depth = random.integer(3, 5)
  for (let id = 1; id <= random.integer(10, 60) || id <= depth; id += 1) {
    // The first ones make one branch of full depth; the rest hangs anywhere above the bottom.
    const above = units.filter((unit) => unit.path.length < depth)
    const parent = id <= depth ? units.at(-1) : random.pick(above)
    const employer = parent && random.chance(0.3) ? id : null
    units.push({ id, path: [id, ...(parent?.path ?? [])], employer })
    if (employer)
      await database.owner.query(
        `insert into employer (id, name, region, realm, valid_from) values ($1, $2, '990102', $3, '2026-01-01')`,
        [employer, `企业${employer}`, REALM],
      )
    await database.owner.query(
      `insert into unit (id, name, level, kind, region, realm, parent, ancestors, employer, valid_from)
       values ($1, $2, $3, 'local', '990102', $4, $5, $6, $7, $8)`,
      [
        id,
        `工会${id}`,
        levels[(parent?.path.length ?? 0) as 0],
        REALM,
        parent?.id ?? null,
        [id, ...(parent?.path ?? [])],
        employer,
        clock.now(),
      ],
    )
  }
  return units
}

async function makePeople(site: TestSite, random: Random, units: readonly Unit[]): Promise<Person[]> {
  const people: Person[] = []
  const wanted = [
    ...roles,
    ...roles,
    ...roles,
    ...Array.from({ length: 6 }, () => random.pick(['head', 'handler', 'triage'] as const)),
  ]
  for (const [index, role] of wanted.entries()) {
    const unit = random.pick(units).id
    const account = makeId(REALM, site.clock.now().getTime(), random.bytes(8))
    const section = random.pick(sections)
    const actor: Staff = { kind: 'staff', account, post: index + 1, unit, section, role }
    const { owner } = site.database
    await owner.query(
      `insert into account (id, realm, login, name, password_hash, must_change, created_at) values ($1, $2, $3, $3, '-', false, $4)`,
      [account, REALM, `login-${index}`, site.clock.now()],
    )
    await owner.query(
      'insert into post (id, account, unit, section, role, full_time, valid_from) values ($1, $2, $3, $4, $5, true, $6)',
      [actor.post, account, unit, section, role, site.clock.now()],
    )
    const opened = await site.context.signIn.sessions.open(account, '-')
    if (!opened) throw new Error('nobody comes in')
    people.push({ actor, cookie: `zh=${opened.token}` })
  }
  return people
}

const fold = (events: readonly Past[]) =>
  events.reduce<DemandState | null>((state, event) => evolve(state, event), null) as DemandState
