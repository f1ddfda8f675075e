import { roles } from '../../src/domain/actor.ts'
import type { DemandEvent, Holder } from '../../src/domain/demand/event.ts'
import { evolve } from '../../src/domain/demand/evolve.ts'
import type { DemandState } from '../../src/domain/demand/state.ts'
import { makeId } from '../../src/domain/id.ts'
import { projectDemand } from '../../src/server/projection/demand-rows.ts'
import { writeTables } from '../../src/server/projection/table.ts'
import type { Staff } from '../kit/pipeline.ts'
import type { Random } from '../kit/random.ts'
import type { TestSite } from '../kit/server.ts'

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
const hours = (start: Date, n: number) => new Date(start.getTime() + n * 3_600_000).toISOString()

/** Replaces whatever world the site had. */
export async function makeWorld(site: TestSite, random: Random): Promise<World> {
  const { owner } = site.database
  await owner.query('truncate unit, employer, post, account, session, demand, work cascade')
  const units = await makeUnits(site, random)
  const people = await makePeople(site, random, units)
  const demands: DemandState[] = []
  const client = await site.database.writer.connect()
  try {
    for (let n = 0; n < random.integer(30, 60); n += 1) {
      const events = lifeOf(random, units, n)
      const state = fold(events)
      // Written once at the end of its life, as a rebuild writes it, or step by step, as commands do.
      if (random.chance(0.5)) await writeTables(client, projectDemand(state, events))
      else
        for (const [at] of events.entries())
          await writeTables(client, projectDemand(fold(events.slice(0, at + 1)), [events[at] as Past]))
      demands.push(state)
    }
  } finally {
    client.release()
  }
  return { units, people, demands }
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
    const section = random.pick([null, 'legal', 'hotline'])
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

type Past = DemandEvent & Parameters<typeof projectDemand>[1][number]
const fold = (events: readonly Past[]) =>
  events.reduce<DemandState | null>((state, event) => evolve(state, event), null) as DemandState

/** A life cut off anywhere: raised, redirected, triaged, signed, answered, reopened, closed, withdrawn, erased. */
function lifeOf(random: Random, units: readonly Unit[], n: number): Past[] {
  const start = new Date('2026-06-15T01:00:00Z')
  const stream = makeId(REALM, start.getTime() + n, random.bytes(8))
  const firm = random.chance(0.5)
    ? random.pick(units.filter(({ employer }) => employer !== null).concat(random.pick(units)))
    : null
  const own = firm ? units.filter(({ path }) => path.includes(firm.id)).map(({ id }) => id) : []
  const recused = random.chance(0.3) ? [random.pick(units).id] : []
  const blocked = random.shuffle([...new Set([...own, ...recused])])
  const holder = (): Holder => {
    const { id, path } = random.pick(units)
    return { unit: id, path, section: random.pick([null, 'legal']) }
  }
  const ref = { text: { id: stream, part: 'text', commitment: '' } }
  const late = () => hours(start, random.integer(-50, 200))
  const raised = {
    ...{
      number: `SQ-990102-20260615-${String(n).padStart(6, '0')}-0`,
      pseudonym: '职工-7Q4K',
      region: '990102',
      channel: 'online',
    },
    ...{
      mode: random.pick(['named', 'confidential', 'anonymous']),
      persons: 1,
      employer: firm?.employer ?? null,
      topicHint: null,
    },
    ...{
      urgency: 'P2',
      submittedAt: start.toISOString(),
      heardBy: null,
      to: holder(),
      why: 'seat',
      triageDueAt: late(),
    },
    ...{ blocked, assisted: false, content: ref },
  }
  const triaged = {
    topic: 'A03',
    nature: 'complaint',
    urgency: 'P2',
    difficulty: 'plain',
    contactDueAt: late(),
    dueAt: late(),
    blocked,
  }
  const copies = random.chance(0.7) ? [holder()] : []
  const reopened = [
    ['VerdictGiven', { solved: 'unsolved', satisfied: null, contacted: null, assisted: false, content: {} }],
    ['DemandReopened', { n: 1, contactDueAt: late(), dueAt: late() }],
    ['DemandAnswered', { claim: 'partly', callback: holder(), sameUnit: false, callbackDueAt: late(), content: ref }],
  ] as const
  const whole: readonly (readonly [string, object])[] = [
    ['DemandRaised', raised],
    ...(random.chance(0.1) ? ([['DemandRedirected', { reason: 'x', content: ref }]] as const) : []),
    ['DemandTriaged', triaged],
    ['OrderOffered', { lead: holder(), copies, why: 'triage' }],
    ['OrderSigned', { unit: 1 }],
    ['UnderstandingWritten', { content: ref }],
    ['DemandAnswered', { claim: 'done', callback: holder(), sameUnit: false, callbackDueAt: late(), content: ref }],
    ...(random.chance(0.4) ? reopened : []),
    random.chance(0.7) ? ['DemandClosed', { outcome: 'solved' }] : ['DemandWithdrawn', { content: {} }],
    ['ContentErased', { parts: [random.pick(['identity', 'text'])], reason: 'x' }],
  ]
  // Triage and offer are one command: no demand is ever seen between them. Nothing follows a redirection.
  const redirected = whole.findIndex(([kind]) => kind === 'DemandRedirected')
  let length = random.integer(1, whole.length)
  if (redirected > 0) length = random.integer(1, 2)
  else if (whole[length - 1]?.[0] === 'DemandTriaged' || whole[length - 1]?.[1] === reopened[0][1]) length += 1
  const common = { realm: REALM, stream, noun: 'demand', actor: 'public', rules: 'x' }
  return whole.slice(0, length).map(([kind, body], at) => {
    const event = {
      ...common,
      position: at + 1,
      version: at + 1,
      kind,
      body,
      at: hours(start, at + random.integer(0, 5) / 10),
    }
    return event as unknown as Past
  })
}
