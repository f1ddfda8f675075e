import { afterAll, beforeAll, expect, test } from 'vitest'
import { targetOf } from '../../src/domain/demand/target.ts'
import { makeId } from '../../src/domain/id.ts'
import { allowedVerbs, may, sees } from '../../src/domain/reach.ts'
import { type DemandRow, demandLists } from '../../src/protocol/view.ts'
import { countDemands, findDemands } from '../../src/server/view/demands.ts'
import { reading } from '../../src/server/view/scope.ts'
import { type Random, withSeeds } from '../kit/random.ts'
import { startSite, type TestSite } from '../kit/server.ts'
import { makeWorld, type Person, type World } from './reach-world.ts'

// The list is all.filter(may), for every post, on random trees: house.md, *Policy and list share one rule*.

let site: TestSite
beforeAll(async () => {
  site = await startSite({ at: new Date('2026-06-15T01:00:00Z') })
})
afterAll(() => site?.close())

type List = (typeof demandLists)[number]

/** Every row of a list, page by page. */
async function wholeList({ actor }: Person, list: List, limit: number): Promise<DemandRow[]> {
  const { context } = site
  const rows: DemandRow[] = []
  for (let after: string | undefined, first = true; first || after; first = false) {
    const page = await reading(context.db.reader, actor, (client) =>
      findDemands(client, actor, { list, after, limit: String(limit) }, context.clock.now(), context.rules.calendar),
    )
    expect(page.rows.length).toBeLessThanOrEqual(limit)
    rows.push(...page.rows)
    after = page.after ?? undefined
  }
  return rows
}

const sorted = (ids: readonly string[]) => [...ids].sort()

/** What a person of the union must see, by the table of grants and the folded states alone. */
function reached(world: World, { actor }: Person) {
  const all = world.demands.filter((state) => may(actor, 'demand.read', targetOf(state)) === 'yes')
  expect(sorted(world.demands.filter((state) => sees(actor, targetOf(state))).map(({ id }) => id))).toEqual(
    sorted(all.map(({ id }) => id)),
  )
  return all
}

async function checkLists(world: World, person: Person, random: Random): Promise<void> {
  const expected = reached(world, person)
  const lengths: Record<string, number> = {}
  const shown: DemandRow[] = []
  for (const list of demandLists) {
    const rows = await wholeList(person, list, random.integer(1, 9))
    lengths[list] = rows.length
    const ids = rows.map(({ id }) => id)
    expect(new Set(ids).size, `${list}: nothing twice`).toBe(ids.length)
    if (list === 'unit' || list === 'closed') shown.push(...rows)
    if (list !== 'closed') expect(rows.map(({ next }) => next?.at)).toEqual(rows.map(({ next }) => next?.at).sort())
  }
  const about = JSON.stringify(person.actor)
  // A closed matter whose worker is still to be protected stands in both lists.
  expect(sorted([...new Set(shown.map(({ id }) => id))]), about).toEqual(sorted(expected.map(({ id }) => id)))
  for (const row of shown) {
    const state = world.demands.find(({ id }) => id === row.id)
    expect(row.verbs, about).toEqual(state && allowedVerbs(person.actor, targetOf(state)))
  }
  const { context } = site
  const counts = await reading(context.db.reader, person.actor, (client) =>
    countDemands(client, person.actor, context.clock.now(), context.rules.calendar),
  )
  expect(counts, about).toEqual(lengths)
}

/** Statements of somebody who forgot every filter: the policies alone decide. */
async function checkPolicies(world: World, person: Person): Promise<void> {
  const expected = sorted(reached(world, person).map(({ id }) => id))
  const ids = await reading(site.context.db.reader, person.actor, async (client) => ({
    demand: (await client.query('select id from demand')).rows,
    work: (await client.query('select distinct demand as id from work')).rows,
    closed: (await client.query('select demand as id from closed')).rows,
    inner: (await client.query('select version from event')).rowCount,
    precedent: (await client.query('select reach_units as reach, blocked_units as blocked from precedent')).rows,
    notice: (await client.query('select to_unit as unit from notice')).rows,
    duty: (await client.query('select from duty')).rowCount,
    office: (await client.query('select from office')).rowCount,
  }))
  expect(sorted(ids.demand.map(({ id }) => id))).toEqual(expected)
  expect(expected).toEqual(expect.arrayContaining(ids.work.map(({ id }) => id)))
  const over = expected.filter((id) => world.demands.find((each) => each.id === id)?.closedAt !== null)
  expect(sorted(ids.closed.map(({ id }) => id)), 'closed').toEqual(over)
  expect(ids.inner, 'no page is open').toBe(0)
  const { unit } = person.actor
  for (const { reach, blocked } of ids.precedent)
    expect([reach.includes(unit), blocked.includes(unit)]).toEqual([true, false])
  expect(ids.notice, 'what its own union was told').toEqual([{ unit }])
  expect([ids.duty, ids.office]).toEqual([world.units.length, world.units.length])
  const told = await site.context.reachedBy(
    person.actor,
    world.demands.map(({ id }) => id),
  )
  expect(sorted(told), 'what the live stream may tell').toEqual(expected)
}

/** A connection that had a scope and has none now, in every table that people read. */
async function checkNothingWithoutScope(): Promise<void> {
  const client = await site.context.db.reader.connect()
  try {
    for (const table of ['demand', 'work', 'closed', 'precedent', 'notice', 'duty', 'office', 'post', 'event']) {
      const { rowCount } = await client.query(`select from ${table}`)
      expect(rowCount, table).toBe(0)
    }
  } finally {
    client.release()
  }
}

/** What is out of reach and what does not exist are answered with the same bytes. */
async function checkHidden(world: World, person: Person, random: Random): Promise<void> {
  const seen = new Set(reached(world, person).map(({ id }) => id))
  const hidden = random.shuffle(world.demands.filter(({ id }) => !seen.has(id))).slice(0, 3)
  const nowhere = makeId(9901, site.clock.now().getTime(), random.bytes(8))
  for (const { id } of hidden)
    for (const page of ['demand?id', 'leads?demand']) {
      const ask = async (asked: string) => {
        const { statusCode, body, headers } = await site.app.inject({
          url: `/api/view/${page}=${asked}`,
          headers: { cookie: person.cookie },
        })
        const { date: _, ...rest } = headers
        return { statusCode, body, rest }
      }
      const [answer, none] = [await ask(id), await ask(nowhere)]
      expect(answer).toEqual(none)
      expect(answer.statusCode).toBe(404)
    }
  for (const id of [...seen].slice(0, 2)) {
    const answer = await site.app.inject({ url: `/api/view/demand?id=${id}`, headers: { cookie: person.cookie } })
    expect(answer.json().demand.id).toBe(id)
  }
}

test('every list is all.filter(may), and the policies alone say the same', { timeout: 180_000 }, async () => {
  await withSeeds(
    async (random) => {
      const world = await makeWorld(site, random)
      for (const person of world.people) {
        await checkLists(world, person, random)
        await checkPolicies(world, person)
        await checkHidden(world, person, random)
        await checkNothingWithoutScope()
      }
    },
    { times: 3 },
  )
})

test("an enterprise's own union sees, counts and infers nothing of a complaint about it", {
  timeout: 120_000,
}, async () => {
  await withSeeds(
    async (random) => {
      const world = await makeWorld(site, random)
      const about = world.demands.filter(({ employer }) => employer !== null)
      expect(about.length).toBeGreaterThan(0)
      for (const state of about) {
        const own = world.units.filter(({ path }) =>
          path.some((id) => world.units.some((unit) => unit.id === id && unit.employer === state.employer)),
        )
        for (const person of world.people.filter(({ actor }) => own.some(({ id }) => id === actor.unit))) {
          expect(reached(world, person).map(({ id }) => id)).not.toContain(state.id)
          const leads = await site.app.inject({
            url: `/api/view/leads?demand=${state.id}`,
            headers: { cookie: person.cookie },
          })
          expect(leads.statusCode).toBe(404)
          expect(await site.context.reachedBy(person.actor, [state.id])).toEqual([])
        }
      }
    },
    { times: 2 },
  )
})
