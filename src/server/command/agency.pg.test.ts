import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Crew, crewOf } from '../../../test/kit/lives.ts'
import { type PipelineFixture, pipelineFixture, type Staff } from '../../../test/kit/pipeline.ts'
import { makeId } from '../../domain/id.ts'
import { runFollowersOnce } from '../follow/start-following.ts'
import { patternFollower } from '../notice/pattern-follower.ts'
import { rebuildProjections } from '../projection/rebuild.ts'
import { clustersOf } from '../view/clusters.ts'
import { getDemand } from '../view/demand-page.ts'
import { issuePage } from '../view/issue-page.ts'
import { findLeads } from '../view/leads.ts'
import { reading } from '../view/scope.ts'
import { nouns } from './nouns.ts'

/** An agency that hires workers out is kept from their matters like the employer they work for (adr/0033). */

const county = '江湾区总工会'
let fixture: PipelineFixture
let crew: Crew
let organiser: Staff
let ofAgency: Staff
let ofHost: Staff
let agency: number
let hosts: number[]
beforeAll(async () => {
  fixture = await pipelineFixture()
  crew = await crewOf(fixture)
  organiser = await fixture.staff(county, 'organiser')
  ofAgency = await fixture.staff('江湾电子科技有限公司工会', 'head')
  ofHost = await fixture.staff('柳荫纺织有限公司工会', 'head')
  const { rows } = await fixture.db.owner.query('select id, name from employer where valid_to is null')
  const of = (name: string) => rows.find((row) => row.name === name)?.id as number
  agency = of('江湾电子科技有限公司')
  hosts = ['柳荫纺织有限公司', '柳荫餐饮管理有限公司', '望江物流有限公司'].map(of)
})
afterAll(() => fixture?.close())

const sorted = (topic: string, lead: number) => ({
  ...{ topic, nature: 'complaint', urgency: 'P2', difficulty: 'plain', lead },
})
async function heard(topic: string, more: Readonly<Record<string, unknown>>): Promise<string> {
  const demand = await fixture.raise('测试：工资没有发', more)
  await fixture.accept(crew.triage, 'demand.triage', { demand, ...sorted(topic, crew.handler.unit) })
  return demand
}
/** What a person finds in every table that a matter leaves rows in. */
async function rowsSeenBy(actor: Staff): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const table of ['demand', 'work', 'closed', 'precedent', 'consent', 'notice', 'issue'])
    found[table] = await reading(fixture.db.reader, actor, async (client) => {
      const { rows } = await client.query(`select count(*)::int as n from ${table}`)
      return rows[0].n
    })
  return found
}
const nothing = { demand: 0, work: 0, closed: 0, precedent: 0, consent: 0, notice: 0, issue: 0 }
const clusters = (actor: Staff) =>
  reading(fixture.db.reader, actor, (client) =>
    clustersOf(client, actor, { unit: actor.unit }, fixture.context.rules, fixture.clock.now()),
  )
const rowOf = async (demand: string) =>
  (await fixture.db.owner.query('select * from demand where id = $1', [demand])).rows[0]
const follow = () => {
  const { clock, rules } = fixture.context
  return runFollowersOnce({ db: fixture.db, followers: [patternFollower({ clock, rules })] })
}

describe('a matter that names the agency', () => {
  let demand: string
  test('is hidden from the own unions of both, and from all lists and counts of theirs', async () => {
    demand = await heard('B01', { employer: hosts[0], agency })
    expect(await rowOf(demand)).toMatchObject({
      ...{ employer: hosts[0], agency },
      blocked_units: [ofHost.unit, ofAgency.unit].sort((a, b) => a - b),
    })
    for (const actor of [ofAgency, ofHost]) {
      expect(await rowsSeenBy(actor)).toEqual(nothing)
      await expect(reading(fixture.db.reader, actor, (client) => getDemand(client, demand))).rejects.toMatchObject({
        status: 404,
      })
    }
    expect((await rowsSeenBy(crew.handler)).demand).toBe(1)
  })
  test('is neither led nor joined by the agency’s own union', async () => {
    const other = await fixture.raise('测试', { agency })
    const to = (lead: number, topic = 'A01') =>
      fixture.send(crew.triage, 'demand.triage', { demand: other, ...sorted(topic, lead) })
    for (const topic of ['A01', 'K01'])
      expect(await to(ofAgency.unit, topic)).toMatchObject({ refused: { code: 'lead.is-employers-own-union' } })
    await fixture.accept(crew.handler, 'order.sign', { demand })
    const joining = { demand, unit: ofAgency.unit, text: '请协助' }
    expect(await fixture.send(crew.handler, 'joint.order', joining)).toMatchObject({
      refused: { code: 'joint.employers-own-union' },
    })
    const offered = await reading(fixture.db.reader, crew.triage, (client) => findLeads(client, other))
    expect(offered.rows.map(({ unit }) => unit.id)).not.toContain(ofAgency.unit)
  })
  test('may go to either of them where a named worker speaks of the canteen, and then the other stays out', async () => {
    const named = await fixture.raise('测试：食堂', { mode: 'named', employer: hosts[0], agency })
    const offered = await reading(fixture.db.reader, crew.triage, (client) => findLeads(client, named))
    expect(offered.rows.map(({ unit }) => unit.id)).toEqual(expect.arrayContaining([ofAgency.unit, ofHost.unit]))
    await fixture.accept(crew.triage, 'demand.triage', { demand: named, ...sorted('K01', ofHost.unit) })
    expect(await rowOf(named)).toMatchObject({ lead_unit: ofHost.unit, blocked_units: [ofAgency.unit] })
    expect(await rowsSeenBy(ofAgency)).toEqual(nothing)
    expect((await rowsSeenBy(ofHost)).demand).toBe(1)
  })
  test('of ten or more goes to the county at once, past both', async () => {
    const group = await fixture.raise('测试：十二个人', { persons: 12, employer: hosts[1], agency })
    expect(await rowOf(group)).toMatchObject({ fixed: 'group', urgency: 'P1', blocked_units: [ofAgency.unit] })
    expect((await rowOf(group)).lead_unit).toBe(organiser.unit)
    expect(await rowsSeenBy(ofAgency)).toEqual(nothing)
  })
  test('keeps both unions out when it is merged with one that names another agency', async () => {
    const [one, other] = [await heard('B02', { agency }), await heard('B02', { agency: hosts[0] })]
    for (const each of [one, other]) await fixture.accept(crew.handler, 'order.sign', { demand: each })
    await fixture.accept(crew.handler, 'demand.merge', { demand: one, master: other })
    expect((await rowOf(one)).blocked_units).toEqual([ofHost.unit, ofAgency.unit].sort((a, b) => a - b))
    expect((await rowOf(other)).agency).toBe(hosts[0])
    expect(await rowsSeenBy(ofAgency)).toEqual(nothing)
  })
})

describe('what is named', () => {
  test('twice is one employer; what nobody knows is refused beside its field, and nothing is stored', async () => {
    expect(await rowOf(await fixture.raise('测试', { employer: agency, agency }))).toMatchObject({
      ...{ employer: agency, agency: null, blocked_units: [ofAgency.unit] },
    })
    const wrong = fixture.raise('测试', { employer: agency, agency: 2_147_483_647 })
    await expect(wrong).rejects.toMatchObject({ code: 'agency.unknown', field: 'body.agency' })
  })
  test('by an anonymous worker, or of another prefecture, is taken as well', async () => {
    const { rows } = await fixture.db.owner.query(
      `insert into employer (name, region, realm, valid_from) values ('外地人力', '110101', 1101, '2026-01-01') returning id`,
    )
    const far = await fixture.raise('测试', { mode: 'anonymous', agency: rows[0].id })
    expect(await rowOf(far)).toMatchObject({ employer: null, agency: rows[0].id, blocked_units: [] })
  })
  test('is stored once when the same command comes twice', async () => {
    const id = makeId(9901, fixture.clock.now().getTime(), crypto.getRandomValues(new Uint8Array(8)))
    const body = { region: '990102001', channel: 'online', mode: 'confidential', persons: 1, text: '测试', agency }
    const twice = await Promise.all(
      [1, 2].map(() => fixture.pipeline.submit({ kind: 'public' }, { id, kind: 'demand.raise', body })),
    )
    const [first, second] = twice.map(({ outcome }) => ('accepted' in outcome ? outcome.accepted.stream : null))
    expect(first).toBe(second)
    const other = { id, kind: 'demand.raise', body: { ...body, agency: hosts[0] } } as const
    await expect(fixture.pipeline.submit({ kind: 'public' }, other)).rejects.toMatchObject({ status: 409 })
  })
})

describe('three of one leaf at three employers that one agency sent them to', () => {
  let issue: string
  let elsewhere: Staff
  test('are a cluster of the agency, though no employer has three; the county is told once', async () => {
    const regions = ['990102001', '990102002', '990102100']
    for (const [n, employer] of hosts.entries()) await heard('A01', { employer, agency, region: regions[n] })
    const { rows } = await clusters(organiser)
    expect(rows.filter(({ topic, kind }) => topic === 'A01' && kind !== 'region')).toMatchObject([
      { kind: 'agency', employer: { id: agency }, count: { n: null, hidden: 'few' }, issue: null },
    ])
    for (const actor of [ofAgency, ofHost]) expect((await clusters(actor)).rows).toEqual([])
    await follow()
    const told = await fixture.db.owner.query("select to_unit, params from notice where code = 'pattern'")
    expect(told.rows).toEqual([{ to_unit: organiser.unit, params: { topic: 'A01', count: 3 } }])
    expect(await rowsSeenBy(ofAgency)).toEqual(nothing)
  })
  test('become an issue that neither the agency’s union nor those of the employers see, own or help with', async () => {
    const opening = { unit: organiser.unit, topic: 'A01', employer: agency, title: '派遣工的工资' }
    issue = (await fixture.accept(organiser, 'issue.open', opening)).stream
    const read = await issuePage(
      fixture.opening(organiser),
      organiser,
      issue,
      fixture.context.rules,
      fixture.clock.now(),
    )
    expect(read.issue).toMatchObject({ kind: 'agency', employer: { id: agency } })
    // Of a company that nobody named: were it asked, those refused would be the ones whose workers spoke.
    elsewhere = await fixture.staff('江湾公共汽车有限公司工会', 'head')
    for (const actor of [ofAgency, ofHost, elsewhere]) {
      expect(await fixture.send(organiser, 'issue.own', { issue, unit: actor.unit })).toMatchObject({
        refused: { code: 'lead.is-employers-own-union' },
      })
      expect((await rowsSeenBy(actor)).issue).toBe(0)
      const seen = issuePage(fixture.opening(actor), actor, issue, fixture.context.rules, fixture.clock.now())
      await expect(seen).rejects.toMatchObject({ status: 404 })
      expect(read.posts.map(({ post }) => post)).not.toContain(actor.post)
    }
  })
  test('count with those that name it as the employer: a company is one place, whatever it is to a worker', async () => {
    for (let n = 0; n < 2; n += 1) await heard('A01', { employer: agency })
    const there = (await clusters(organiser)).rows.filter(({ employer, topic }) => employer && topic === 'A01')
    expect(there).toMatchObject([{ kind: 'agency', employer: { id: agency }, count: { n: 5 }, issue }])
    for (let n = 0; n < 3; n += 1) await heard('C03', { employer: agency })
    const plain = (await clusters(organiser)).rows.filter(({ employer, topic }) => employer && topic === 'C03')
    expect(plain).toMatchObject([{ kind: 'employer', employer: { id: agency } }])
  })
  test('tell an own union that tries nothing: what it opens itself is refused whatever was heard', async () => {
    const asked = { unit: ofHost.unit, topic: 'A01', title: '自己立一个' }
    expect(await fixture.send(ofHost, 'issue.open', { ...asked, employer: hosts[0] })).toMatchObject({
      refused: { code: 'lead.is-employers-own-union' },
    })
    // About the agency it may open one of its own, and finds in it none of what is kept from it.
    const own = (await fixture.accept(ofHost, 'issue.open', { ...asked, employer: agency })).stream
    const read = await issuePage(fixture.opening(ofHost), ofHost, own, fixture.context.rules, fixture.clock.now())
    expect(read).toMatchObject({ cluster: null, issue: { kind: 'employer' }, measured: { before: { cell: { n: 0 } } } })
  })
})

test('every row comes back to the byte from the ledger, of matters with an agency and without', async () => {
  const rows = async () => {
    const all = await Promise.all(
      ['demand', 'work', 'issue'].map((table) =>
        fixture.db.owner.query(`select md5(string_agg(t::text, E'\\n' order by t::text)) as md5 from ${table} t`),
      ),
    )
    return all.map((result) => result.rows[0].md5)
  }
  const before = await rows()
  await rebuildProjections(fixture.db.owner, { folds: nouns })
  expect(await rows()).toEqual(before)
})
