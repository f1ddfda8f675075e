import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { crewOf, plainLife } from '../../../test/kit/lives.ts'
import { type PipelineFixture, pipelineFixture, type Staff } from '../../../test/kit/pipeline.ts'
import { figureFollower } from '../figure/figure-follower.ts'
import { recount } from '../figure/recount.ts'
import { runFollowersOnce } from '../follow/start-following.ts'
import { findPractices, practicePage } from './practices.ts'
import { reading } from './scope.ts'
import { findSuggestions, suggestionPage } from './suggestions.ts'

let fixture: PipelineFixture
let street: Staff
let county: Staff
let city: Staff
let province: Staff
let beside: Staff
beforeAll(async () => {
  fixture = await pipelineFixture()
  street = await fixture.staff('柳荫街道工会', 'handler')
  county = await fixture.staff('江湾区总工会', 'organiser')
  city = await fixture.staff('示例市总工会', 'head')
  province = await fixture.staff('示例省总工会', 'organiser')
  beside = await fixture.staff('望江街道工会', 'handler')
})
afterAll(() => fixture?.close())

const { stringify } = JSON
const now = () => fixture.clock.now()
const suggestions = (actor: Staff, list: 'here' | 'open' | 'ended' = 'open') =>
  reading(fixture.db.reader, actor, (client) => findSuggestions(client, actor, { list }, now()))
const page = (actor: Staff, id: string) => suggestionPage(fixture.opening(actor), actor, id, now())
const practices = (actor: Staff, list: 'running' | 'ended' = 'running') =>
  reading(fixture.db.reader, actor, (client) => findPractices(client, actor, { list }))
const practice = (actor: Staff, id: string) =>
  reading(fixture.db.reader, actor, (client) => practicePage(client, actor, id, fixture.context.rules, now()))

describe('a policy suggestion', () => {
  let suggestion: string
  const opine = (actor: Staff, opinion: string, text = '测试意见', region?: string) =>
    fixture.send(actor, 'suggestion.opine', { suggestion, opinion, text }, region)

  test('waits for the level above, within ten working days', async () => {
    const body = { unit: street.unit, title: '高温津贴按天发', text: '测试建议：按天算' }
    suggestion = (await fixture.accept(street, 'suggestion.raise', body)).stream
    expect((await suggestions(county, 'here')).rows).toMatchObject([
      {
        id: suggestion,
        waits: { unit: { id: county.unit }, dueOn: '2026-06-30', late: false },
        verbs: ['suggestion.opine'],
      },
    ])
    expect((await suggestions(province, 'here')).rows).toEqual([])
    await expect(fixture.send(county, 'suggestion.raise', body)).rejects.toMatchObject({ field: 'body.unit' })
    await expect(fixture.send(street, 'suggestion.raise', { ...body, issue: suggestion })).rejects.toMatchObject({
      ...{ code: 'issue.unknown', field: 'body.issue' },
    })
    await expect(opine(beside, 'support')).rejects.toMatchObject({ status: 404 })
    expect(await opine(city, 'support')).toMatchObject({ refused: { code: 'not-allowed' } })
  })

  test('climbs level by level to the province, of another realm, and the answer is read where it was raised', async () => {
    fixture.clock.stepTo(new Date('2026-07-01T02:00:00Z'))
    expect((await suggestions(street)).rows[0]?.waits?.late).toBe(true)
    await opine(county, 'support', '区里支持')
    await opine(city, 'support-with-changes', '市里建议改一处')
    expect((await page(street, suggestion)).suggestion.waits?.unit.id).toBe(province.unit)
    // The stream stays where it was born: an id of the province's own realm is not its.
    await expect(opine(province, 'support', '省里', '990000')).rejects.toMatchObject({ code: 'id.wrong-realm' })
    expect(await opine(province, 'support', '省里采纳')).toHaveProperty('accepted')
    const read = await page(street, suggestion)
    expect(read.suggestion.ended).toMatchObject({ unit: { id: province.unit }, as: 'support', on: '2026-07-01' })
    expect(read.text).toBe('测试建议：按天算')
    expect(read.opinions.map(({ unit, text, late }) => [unit.name, text, late])).toEqual([
      ['江湾区总工会', '区里支持', true],
      ['示例市总工会', '市里建议改一处', false],
      ['示例省总工会', '省里采纳', false],
    ])
    expect(read.way.map(({ name }) => name).slice(0, 4)).toEqual([
      ...['柳荫街道工会', '江湾区总工会', '示例市总工会', '示例省总工会'],
    ])
    expect(await opine(province, 'decline')).toMatchObject({ refused: { code: 'suggestion.ended' } })
    await expect(page(beside, suggestion)).rejects.toMatchObject({ status: 404 })
    expect((await suggestions(beside, 'ended')).rows).toEqual([])
    expect(new Set(await fixture.openedBy(suggestion))).toEqual(new Set([street.post]))
    const { rows } = await fixture.db.owner.query("select body::text from event where noun = 'suggestion'")
    expect(stringify(rows)).not.toMatch(/按天算|区里支持/)
  })

  test('ends at the level that settles it', async () => {
    const id = (await fixture.accept(street, 'suggestion.raise', { unit: street.unit, title: '托管', text: '测试' }))
      .stream
    suggestion = id
    await opine(county, 'settled-here', '区里就办')
    expect((await suggestions(county, 'ended')).rows.map(({ ended }) => ended?.as)).toEqual(['settled-here', 'support'])
  })
})

describe('a practice', () => {
  let id: string
  const describePractice = (more: object = {}) =>
    fixture.send(county, 'practice.describe', {
      ...{ unit: county.unit, title: '工地早班会', text: '每周一次，听意见', since: '2026-07-01', measure: 'heard' },
      ...more,
    })

  test('is read by every union, and shows each union’s own past to it and those above', async () => {
    fixture.clock.stepTo(new Date('2026-07-02T01:00:00Z'))
    const crew = await crewOf(fixture)
    for (let n = 0; n < 6; n += 1) await plainLife(fixture, crew)
    await runFollowersOnce({ db: fixture.db, followers: [figureFollower] })
    const outcome = await describePractice()
    if ('refused' in outcome) throw new Error(outcome.refused.code)
    id = outcome.accepted.stream
    await expect(describePractice({ where: [city.unit] })).rejects.toMatchObject({ code: 'practice.where' })
    const read = await practice(county, id)
    expect(read).toMatchObject({ months: 3, private: true, text: '每周一次，听意见' })
    expect(read.places).toEqual([
      {
        ...{ unit: { id: county.unit, name: '江湾区总工会' }, since: '2026-07-01', adoptedOn: null },
        before: { from: '2026-04-01', to: '2026-06-30', cell: { n: 0, hidden: null }, running: false },
        after: { from: '2026-07-01', to: '2026-09-30', cell: { n: 6, hidden: null }, running: true },
      },
    ])
    expect((await practice(beside, id)).places).toMatchObject([{ before: null, after: null }])
    expect((await practices(beside)).rows.map(({ title }) => title)).toContain('工地早班会')
    expect((await practices(await fixture.staff('江湾区总工会', 'custodian'))).rows).toEqual([])
  })

  test('is adopted by another, whose own past then shows, in the order of names', async () => {
    const body = { practice: id, unit: province.unit, since: '2026-06-15' }
    // A union of another realm, on the stream of this one.
    await fixture.accept(province, 'practice.adopt', body)
    expect(await fixture.send(province, 'practice.adopt', body)).toMatchObject({
      refused: { code: 'practice.adopted' },
    })
    await expect(fixture.send(city, 'practice.adopt', body)).rejects.toMatchObject({ field: 'body.unit' })
    const read = await practice(province, id)
    expect(read.places.map(({ unit, after }) => [unit.name, after?.from, after?.cell.n])).toEqual([
      ['江湾区总工会', '2026-07-01', 6],
      ['示例省总工会', '2026-07-01', 6],
    ])
    expect((await practice(county, id)).places.map(({ after }) => after === null)).toEqual([false, true])
    await runFollowersOnce({ db: fixture.db, followers: [figureFollower] })
    const { rows } = await fixture.db.owner.query(
      `select measure, sum(n)::int as n from figure where unit = $1 and cut = '' and measure ~ '^(practices|suggestions)' group by 1 order by 1`,
      [county.unit],
    )
    expect(rows).toEqual([
      { measure: 'practices-adopted', n: 1 },
      { measure: 'suggestions-answered', n: 2 },
      { measure: 'suggestions-raised', n: 2 },
    ])
    expect((await recount(fixture.db.owner)).differences).toEqual([])
  })

  test('ends when whoever described it says so', async () => {
    expect(await fixture.send(province, 'practice.end', { practice: id })).toMatchObject({
      refused: { code: 'not-allowed' },
    })
    await fixture.accept(county, 'practice.end', { practice: id })
    expect((await practices(county, 'ended')).rows).toMatchObject([{ id, adopted: 1, endedOn: '2026-07-02' }])
  })
})

test('a reader without a scope sees neither', async () => {
  for (const table of ['suggestion', 'practice']) {
    const { rows } = await fixture.db.reader.query(`select count(*)::int as n from ${table}`)
    expect(rows).toEqual([{ n: 0 }])
  }
})
