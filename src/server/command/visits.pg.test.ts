import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PipelineFixture, pipelineFixture, type Staff } from '../../../test/kit/pipeline.ts'
import { makeId } from '../../domain/id.ts'
import { readingViews } from '../../protocol/reading-view.ts'
import type { ViewParams } from '../../protocol/view.ts'
import { countStreams } from '../figure/count-streams.ts'
import { runFollowersOnce } from '../follow/start-following.ts'
import { openingFollower } from '../job/opening-follower.ts'
import { followView } from '../view/follow.ts'
import { openingsOf } from '../view/openings.ts'
import { findKept, findSpots, neverVisited } from '../view/places.ts'
import { reading } from '../view/scope.ts'
import { visitPage } from '../view/visit-page.ts'
import { findPlans, findVisits } from '../view/visits.ts'
import { visitsAt } from '../view/visits-at.ts'

const KEXIN = '江湾精工'
let site: PipelineFixture
let township: Staff
let agent: Staff
let county: Staff
let own: Staff
let employer: number

beforeAll(async () => {
  site = await pipelineFixture({ at: new Date('2026-06-15T04:30:00Z') })
  ;[township, agent] = [await site.staff('柳荫街道工会', 'handler'), await site.staff('柳荫街道工会', 'agent')]
  county = await site.staff('江湾区总工会', 'head')
  const found = await site.db.owner.query(
    `select e.id, u.name from employer e join unit u on u.employer = e.id where e.name like $1`,
    [`%${KEXIN}%`],
  )
  employer = found.rows[0].id
  own = await site.staff(found.rows[0].name, 'head')
})
afterAll(() => site.close())

const read = <T>(actor: Staff, work: Parameters<typeof reading<T>>[2]) => reading(site.db.reader, actor, work)
const page = (actor: Staff, visit: string, now = site.clock.now()) =>
  visitPage(site.opening(actor), actor, visit, site.context.rules.visits, now)
const body = (more: object = {}) => ({
  ...{ unit: township.unit, employer, kind: 'team', startedAt: '2026-06-15T07:50:00+08:00', met: 12 },
  ...{ opinions: [{ theme: 'transport', text: '希望早班班车提前十分钟' }], explanations: [{ policy: 'overtime-pay' }] },
  ...{ deeds: [], nextStep: { text: '下周带着答复再来', on: '2026-06-22' }, ...more },
})
const said = (mode: string, text: string, visit: string) => ({
  ...{ region: '990102001', channel: 'visit', mode, persons: 1, text, employer, visit },
})

describe('a visit', () => {
  let visit = ''
  test('is recorded once with its device time, and its sentences are sealed', async () => {
    const made = await site.accept(township, 'visit.record', body({ madeAt: '2026-06-15T07:55:00+08:00' }))
    visit = made.stream
    expect(made.repeated).toBe(false)
    const events = await site.db.owner.query('select body from event where stream = $1', [visit])
    expect(JSON.stringify(events.rows)).not.toMatch(/班车|答复/)
    const rows = await site.db.owner.query('select * from visit where id = $1', [visit])
    expect(JSON.stringify(rows.rows)).not.toMatch(/班车|答复/)
    const told = await page(township, visit)
    expect(told).toMatchObject({
      ...{
        submittedAt: '2026-06-14T23:55:00.000Z',
        recordedAt: expect.stringMatching(/^2026-06-15T04:30:/),
        opened: true,
      },
      ...{ opinions: [{ theme: 'transport', text: '希望早班班车提前十分钟' }], next: { text: '下周带着答复再来' } },
    })
  })
  test('is never submitted later than it arrived, and not recorded before it was paid', async () => {
    const late = await site.accept(
      township,
      'visit.record',
      body({ madeAt: '2026-06-15T13:00:00+08:00', region: '990102001', employer: undefined }),
    )
    const told = await page(township, late.stream)
    expect(told.submittedAt).toBe(told.recordedAt)
    expect(
      await site.send(township, 'visit.record', body({ startedAt: '2026-06-16T08:00:00+08:00' })).catch((e) => e.code),
    ).toBe('visit.ahead')
  })
  test('shows its words to the team and the head of its union, counts to those above, nothing to others', async () => {
    const above = await page(county, visit)
    expect(above).toMatchObject({ opened: false, opinions: [{ theme: 'transport', text: null }], next: { text: null } })
    const head = await site.staff('柳荫街道工会', 'head')
    expect((await page(head, visit)).opinions[0]?.text).toBe('希望早班班车提前十分钟')
    expect((await page(agent, visit)).opinions[0]?.text).toBeNull()
    // Whoever was shown a word is written down, once in ten minutes; who read counts is not (domain §4 rule 8).
    expect(await site.openedBy(visit)).toEqual([township.post, head.post])
    site.clock.stepTo(new Date(site.clock.now().getTime() + 11 * 60_000))
    expect((await page(head, visit)).looked.map(({ unit }) => unit.name)).toEqual(Array(3).fill('柳荫街道工会'))
    expect((await page(county, visit)).looked).toHaveLength(3)
    await expect(page(own, visit)).rejects.toMatchObject({ status: 404 })
    expect((await read(own, (client) => findVisits(client, own, {}))).rows).toEqual([])
  })
  test('stands with every other opening before the auditor: who, what kind, when, what for, page by page', async () => {
    const demand = await site.raise('三个月没有发工资')
    const triage = await site.staff('柳荫街道工会', 'triage')
    await site.accept(triage, 'content.open', { demand, part: 'text', purpose: 'triage' })
    const auditor = await site.staff('江湾区总工会', 'auditor')
    const openings = (who: Staff, params: ViewParams<'openings'> = {}) =>
      read(who, (client) => openingsOf(client, who, params))
    expect((await openings(auditor)).rows).toEqual([])
    await runFollowersOnce({ db: site.db, followers: [openingFollower] })
    await runFollowersOnce({ db: site.db, followers: [openingFollower] })
    const told = await openings(auditor)
    expect(readingViews.openings.answer.parse(told)).toEqual(told)
    expect(told.rows).toMatchObject([
      {
        ...{ noun: 'demand', subject: demand, part: 'text', purpose: 'triage', post: triage.post, role: 'triage' },
        ...{ unit: { name: '柳荫街道工会' }, number: expect.stringMatching(/^SQ-/), holder: expect.any(String) },
      },
      ...Array(2).fill({ noun: 'visit', subject: visit, role: 'head', purpose: null, number: null }),
      ...Array(2).fill({ noun: 'visit', post: township.post, unit: { name: '柳荫街道工会' } }),
    ])
    expect((await openings(auditor, { noun: 'visit' })).rows).toHaveLength(4)
    // Of an auditor above and of one beside; who is no auditor has no such list, and a wrong cursor is refused.
    expect((await openings(await site.staff('示例市总工会', 'auditor'))).rows).toHaveLength(5)
    const beside = await openings(await site.staff('望江街道工会', 'auditor'))
    expect(beside.rows).toEqual([])
    for (const who of [county, township]) await expect(openings(who)).rejects.toMatchObject({ status: 404 })
    await expect(openings(auditor, { after: '2026-02-31T00:00:00.000000Z~x~1' })).rejects.toMatchObject({ status: 400 })
    // Many more at one instant: each page goes on where the one before ended, and nothing stands twice.
    await site.db.owner.query(
      `insert into opening select realm, ancestor_unit, stream, version + n, at, subject, noun, part, unit, post, purpose
       from opening, generate_series(10, 69) as n where noun = 'visit' and version = 1`,
    )
    const pages: number[] = []
    let after: string | null = ''
    while (after !== null) {
      const each: Awaited<ReturnType<typeof openings>> = await openings(auditor, after === '' ? {} : { after })
      pages.push(each.rows.length)
      after = each.after
    }
    expect(pages).toEqual([50, 50, 25])
  })
  test('tells no theme of a visit where few were met to who was not there', async () => {
    const { stream } = await site.accept(
      township,
      'visit.record',
      body({ met: 9, employer: undefined, region: '990102001' }),
    )
    expect((await page(county, stream)).opinions).toEqual([{ theme: null, text: null }])
  })
  test('earns 面 for what was heard there, leaves the first contact due, and is unknown to others', async () => {
    const named = await site.accept(township, 'demand.raise', said('named', '食堂晚饭没有热菜', visit))
    const sealed = await site.accept(township, 'demand.raise', said('confidential', '三月到五月加班费没有发', visit))
    const anonymous = await site.accept(township, 'demand.raise', said('anonymous', '班长骂人', visit))
    const { rows } = await site.db.owner.query('select id, seal_met from demand where id = any ($1)', [
      [named.stream, sealed.stream, anonymous.stream],
    ])
    const met = new Map(rows.map((row) => [row.id, row.seal_met]))
    expect([named, sealed, anonymous].map(({ stream }) => met.get(stream))).toEqual(['person', 'person', 'none'])
    const told = await page(township, visit)
    expect(told.sealed).toBe(2)
    // Each of them is told which unions opened the record of that visit, and neither who nor which visit (rule 21).
    const raised = await site.accept(township, 'demand.raise', {
      ...said('named', '在柜台说的', visit),
      visit: undefined,
    })
    const follow = (demand: string) =>
      followView({ ...site.context, reader: site.db.reader }, { kind: 'claimant', demand, assisted: true })
    for (const { stream } of [named, sealed, anonymous])
      expect((await follow(stream)).visitOpened?.map(({ unit }) => unit?.name)).toContain('柳荫街道工会')
    expect(JSON.stringify((await follow(sealed.stream)).visitOpened)).not.toMatch(new RegExp(`post|person|${visit}`))
    expect((await follow(raised.stream)).visitOpened).toBeNull()
    expect(told.demands.every(({ id }) => id === named.stream)).toBe(true)
    expect((await page(county, visit)).sealed).toBe(0)
    const stranger = await site.send(agent, 'demand.raise', said('named', '不是我去的', visit)).catch((e) => e.code)
    expect(stranger).toBe('visit.unknown')
    const other = await site.send(county, 'demand.raise', said('named', '不是我们去的', visit)).catch((e) => e.code)
    expect(other).toBe('visit.unknown')
  })
  test('is corrected by who recorded it, within days, and keeps what was not mentioned', async () => {
    expect(await site.send(agent, 'visit.correct', { visit, reason: '数错了', met: 11 })).toMatchObject({
      refused: { code: 'visit.not-yours' },
    })
    await site.accept(township, 'visit.correct', {
      visit,
      reason: '数错了',
      met: 13,
      opinions: [{ theme: 'canteen', text: '晚饭要热菜' }],
    })
    expect(await page(township, visit)).toMatchObject({
      ...{ visit: { met: 13, kind: 'team' }, corrections: 1, next: { on: '2026-06-22' } },
      ...{ opinions: [{ theme: 'canteen', text: '晚饭要热菜' }], startedAt: '2026-06-14T23:50:00.000Z' },
    })
    const days = (n: number) => new Date(site.clock.now().getTime() + n * 86_400_000)
    const { correctDays } = site.context.rules.visits
    expect((await page(township, visit)).visit.verbs).toContain('visit.correct')
    expect((await page(township, visit, days(correctDays + 1))).visit.verbs).not.toContain('visit.correct')
    const realm = Number((await site.db.owner.query('select realm from visit where id = $1', [visit])).rows[0].realm)
    const client = await site.db.owner.connect()
    const counted = await countStreams(client, realm, [visit], 2 ** 31).finally(() => client.release())
    expect(counted.get(visit)?.map(({ measure, persons, counted_on: on }) => [measure, persons, on])).toEqual([
      ['visits', 13, '2026-06-15'],
      ['visits-met', 13, '2026-06-15'],
      ['explanations', 13, '2026-06-15'],
    ])
  })
  test('warns who comes next after the third within the days, and blocks nobody', async () => {
    const at = (isOwnUnion = false) =>
      visitsAt(
        site.db.writer,
        { employer: String(employer) },
        { isOwnUnion, now: site.clock.now() },
        site.context.rules.visits,
      )
    expect(await at()).toMatchObject({
      repeated: false,
      rows: [{ on: '2026-06-15', kind: 'team', themes: ['canteen'] }],
    })
    const officer = await site.staff('江湾区总工会', 'handler')
    const second = await site.accept(
      officer,
      'visit.record',
      body({ unit: officer.unit, met: 3, startedAt: '2026-06-15T09:00:00+08:00' }),
    )
    const third = await site.accept(township, 'visit.record', body({ startedAt: '2026-06-15T10:00:00+08:00' }))
    expect([second.repeated, third.repeated]).toEqual([false, true])
    const now = await at()
    expect(now.repeated).toBe(true)
    expect(now.rows.map(({ themes }) => themes)).toEqual([['transport'], [], ['canteen']])
    expect((await at(true)).rows.flatMap(({ themes }) => themes)).toEqual([])
  })
  test('of a plan goes on with it, once', async () => {
    const plan = await site.accept(township, 'visit.plan', {
      unit: township.unit,
      employer,
      on: '2026-06-15',
      post: township.post,
    })
    const mine = await read(township, (client) => findPlans(client, township, { mine: 'yes' }))
    expect(mine.rows).toMatchObject([
      { id: plan.stream, on: '2026-06-15', mine: true, verbs: ['visit.drop', 'visit.record'] },
    ])
    const done = await site.accept(township, 'visit.record', body({ plan: plan.stream }))
    expect(done.stream).toBe(plan.stream)
    expect(await site.send(township, 'visit.record', body({ plan: plan.stream }))).toMatchObject({
      refused: { code: 'visit.not-planned' },
    })
    expect(await site.send(township, 'visit.drop', { visit: plan.stream, reason: 'weather' })).toMatchObject({
      refused: { code: 'visit.not-planned' },
    })
    expect((await read(township, (client) => findPlans(client, township, {}))).rows).toEqual([])
  })
  test("takes codes of the lists alone, one spot, and nobody else's union", async () => {
    const code = (more: object) =>
      site.send(township, 'visit.record', body(more)).then(
        (o) => ('refused' in o ? o.refused.code : ''),
        (e) => e.code,
      )
    expect(await code({ opinions: [{ theme: 'religion', text: '一' }] })).toBe('visit.code-unknown')
    expect(await code({ explanations: [{}] })).toBe('visit.code-unknown')
    expect(await code({ region: '990102001' })).toBe('visit.where')
    expect(await code({ employer: 2_000_000 })).toBe('employer.unknown')
    expect(await code({ team: [999_999] })).toBe('post.unknown')
    expect(await code({ unit: county.unit })).toBe('unit.unknown')
    expect(await site.send(await site.staff('柳荫街道工会', 'auditor'), 'visit.record', body())).toMatchObject({
      refused: { code: 'not-allowed' },
    })
  })
})

describe('a visit that is attacked', () => {
  test('is one, however often and from however many windows it is sent', async () => {
    const id = makeId(9901, site.clock.now().getTime(), crypto.getRandomValues(new Uint8Array(8)))
    const sent = {
      id,
      kind: 'visit.record' as const,
      body: body({ met: 200, region: '990102001', employer: undefined }),
    }
    const outcomes = await Promise.all([1, 2, 3].map(() => site.pipeline.submit(township, sent)))
    const streams = outcomes.map(({ outcome }) => 'accepted' in outcome && outcome.accepted.stream)
    expect(new Set(streams).size).toBe(1)
    const { rows } = await site.db.owner.query('select count(*)::int as n from visit where met = 200')
    expect(rows[0].n).toBe(1)
    await expect(site.pipeline.submit(township, { ...sent, body: body({ met: 201 }) })).rejects.toMatchObject({
      code: 'command.other-body',
    })
  })
  test('masks numbers that slipped into a sentence, and keeps the sentence sealed whole', async () => {
    const opinions = [{ theme: 'pay', text: '找王师傅 138-0000-1234，沪A12345' }]
    const made = await site.accept(township, 'visit.record', body({ opinions, nextStep: { text: '打 13900001111' } }))
    const told = JSON.stringify(await page(township, made.stream))
    expect(told).not.toMatch(/1234|12345|1390/)
    expect(told).toContain('找王师傅')
  })
  test('takes no post, place or plan of another union', async () => {
    const theirs = await site.accept(county, 'visit.plan', {
      ...{ unit: county.unit, employer, on: '2026-06-20', post: county.post },
    })
    const tried = (kind: 'visit.record' | 'visit.drop' | 'visit.correct', with_: object) =>
      site.send(township, kind, with_).then(
        (outcome) => ('refused' in outcome ? outcome.refused.code : 'accepted'),
        ({ code }) => code,
      )
    expect(await tried('visit.record', body({ plan: theirs.stream }))).toBe('visit.unknown')
    expect(await tried('visit.drop', { visit: theirs.stream, reason: 'other' })).toBe('visit.unknown')
    expect(await tried('visit.correct', { visit: theirs.stream, reason: '不是我的', met: 1 })).toBe('visit.unknown')
    const head = await site.staff('柳荫街道工会', 'head')
    const place = { unit: head.unit, name: '快递站', kind: 'service-point', fromOn: '2026-06-01' }
    await expect(site.send(head, 'place.keep', { ...place, owner: county.post })).rejects.toMatchObject({
      code: 'post.unknown',
    })
    const kept = (await site.accept(head, 'place.keep', { ...place, owner: head.post })).stream
    for (const [kind, more] of [
      ['place.pass-on', { owner: county.post }],
      ['place.station', { post: county.post, fromOn: '2026-06-01', toOn: '2026-06-02' }],
    ] as const)
      await expect(site.send(head, kind, { place: kept, ...more })).rejects.toMatchObject({ code: 'post.unknown' })
    await site.accept(head, 'place.end', { place: kept, on: '2026-06-30' })
  })
  test('lists who could own a contact point to whoever arranges it, and to nobody else', async () => {
    const head = await site.staff('柳荫街道工会', 'head')
    const told = await read(head, (client) => findKept(client, head, {}))
    expect(told.posts.map(({ post }) => post)).toContain(township.post)
    expect(told.posts.map(({ role }) => role)).not.toContain('auditor')
    expect((await read(county, (client) => findKept(client, county, { unit: String(head.unit) }))).posts).toEqual([])
  })
})

describe('a contact point', () => {
  test('has an owner, who is followed when the post is handed over, and is visited', async () => {
    const head = await site.staff('柳荫街道工会', 'head')
    const kept = await site.accept(head, 'place.keep', {
      ...{
        unit: head.unit,
        name: '江湾精工二车间',
        kind: 'team',
        employer,
        owner: township.post,
        fromOn: '2026-06-01',
      },
    })
    const place = kept.stream
    await site.accept(head, 'place.station', { place, post: township.post, fromOn: '2026-06-01', toOn: '2026-06-30' })
    expect(
      await site.send(head, 'place.station', { place, post: township.post, fromOn: '2026-06-30', toOn: '2026-07-30' }),
    ).toMatchObject({ refused: { code: 'place.stationed' } })
    await site.accept(township, 'visit.record', body({ employer: undefined, place }))
    const rows = await read(county, (client) => findKept(client, county, { unit: String(head.unit) }))
    expect(rows.rows).toMatchObject([
      {
        id: place,
        name: '江湾精工二车间',
        owner: { post: township.post },
        lastVisitOn: '2026-06-15',
        stationed: [{ entry: 1 }],
        verbs: [],
      },
    ])
    const seen = await read(head, (client) => findVisits(client, head, { employer: String(employer) }))
    expect(seen.rows[0]).toMatchObject({ place: { id: place, name: '江湾精工二车间' }, employer: { id: employer } })
    expect((await read(township, (client) => findSpots(client, township, {}))).places).toMatchObject([{ id: place }])
    await site.accept(head, 'place.pass-on', { place, owner: agent.post })
    expect((await read(head, (client) => findKept(client, head, {}))).rows[0]?.owner?.post).toBe(agent.post)
    expect(await site.send(agent, 'place.end', { place, on: '2026-06-30' })).toMatchObject({
      refused: { code: 'not-allowed' },
    })
    expect(await site.send(county, 'place.end', { place, on: '2026-06-30' }).catch((e) => e.code)).toBe('place.unknown')
    await site.accept(head, 'place.end', { place, on: '2026-06-30' })
    expect((await read(head, (client) => findKept(client, head, {}))).rows).toEqual([])
  })
  test('or an enterprise nobody has visited stands on a list, beside an exact count of different ones', async () => {
    const told = await read(county, (client) => neverVisited(client, county, {}, site.clock.now()))
    const all = await site.db.owner.query(`select count(*)::integer as n from employer where region like '990102%'`)
    expect(told).toMatchObject({
      employers: all.rows[0].n,
      visited: 1,
      period: { from: '2026-01-01', to: '2026-06-15' },
    })
    expect(told.rows.map(({ id }) => id)).not.toContain(employer)
    expect(told.never).toBe(all.rows[0].n - 1)
    const list = (which: 'never' | 'visited') =>
      read(county, (client) => neverVisited(client, county, { list: which }, site.clock.now()))
    expect((await list('visited')).rows.map(({ id }) => id)).toEqual([employer])
    expect((await list('never')).rows.map(({ id }) => id)).not.toContain(employer)
    const later = await read(county, (client) =>
      neverVisited(
        client,
        county,
        { fromOn: '2026-06-15', toOn: '2026-06-15', after: String(employer) },
        site.clock.now(),
      ),
    )
    expect(later.rows.every(({ id }) => id > employer)).toBe(true)
    const before = await read(county, (client) =>
      neverVisited(client, county, { fromOn: '2026-05-01', toOn: '2026-05-31' }, site.clock.now()),
    )
    expect(before.visited).toBe(0)
    expect(before.rows.map(({ id }) => id)).toContain(employer)
  })
})
