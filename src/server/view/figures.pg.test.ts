import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Crew, crewOf, plainLife } from '../../../test/kit/lives.ts'
import { type PipelineFixture, pipelineFixture, type Staff } from '../../../test/kit/pipeline.ts'
import type { FigureRules } from '../../domain/measure/figure-rules.ts'
import { figureFollower } from '../figure/figure-follower.ts'
import { runFollowersOnce } from '../follow/start-following.ts'
import { countForArticle } from './article-figure.ts'
import { countedUnder } from './counted.ts'
import { crossingOf } from './crossing.ts'
import type { Part } from './figure-counts.ts'
import { screenOf } from './figure-screen.ts'
import { figuresOf } from './figures.ts'
import { figuresText, stateOf } from './kept-figures.ts'
import { reading } from './scope.ts'

let fixture: PipelineFixture
let crew: Crew
let city: Staff
let beside: Staff
beforeAll(async () => {
  fixture = await pipelineFixture()
  crew = await crewOf(fixture)
  city = await fixture.staff('示例市总工会', 'head')
  beside = await fixture.staff('望江街道工会', 'handler')
  for (let n = 0; n < 6; n += 1) await plainLife(fixture, crew)
  // Three more that nobody has triaged, at the township beside.
  for (let n = 0; n < 3; n += 1) await fixture.raise(`没人研判${n}`, { region: '990102002' })
})
afterAll(() => fixture?.close())

const follow = () => runFollowersOnce({ db: fixture.db, followers: [figureFollower] })
const figures = (actor: Staff, unit = actor.unit, more = {}) =>
  reading(fixture.db.reader, actor, (client) =>
    figuresOf(client, { unit, ...more }, fixture.context.rules.figures, fixture.clock.now()),
  )
const counted = (actor: Staff, measure: 'heard' | 'solved', more = {}) =>
  reading(fixture.db.reader, actor, (client) =>
    countedUnder(
      client,
      actor,
      { unit: actor.unit, measure, from: '2026-01', to: '2026-12', ...more },
      fixture.context.rules.figures,
    ),
  )
const n = (count: number) => ({ n: count, hidden: null })

test('says how much it has still to count', async () => {
  expect((await stateOf(fixture.db.writer, figureFollower.name)).waiting).toBeGreaterThan(6)
  await follow()
  expect((await stateOf(fixture.db.writer, figureFollower.name)).waiting).toBe(0)
})

test('a county sees its whole and its parts, and nothing that gives three away', async () => {
  const told = await figures(crew.head)
  expect(told.unit.name).toBe('江湾区总工会')
  expect(told.above).toEqual([])
  expect(told.whole).toMatchObject({ heard: n(9), solved: n(6), delivered: n(6) })
  const lead = told.children.find(({ unit }) => unit.name === '柳荫街道工会')
  expect(lead?.cells.solved).toEqual(n(6))
  // Nine less six would be three.
  const parts = [told.own, ...told.children.map(({ cells }) => cells)].map(({ heard }) => heard?.hidden ?? heard?.n)
  expect(parts.filter((part) => part !== undefined).sort()).toEqual(['difference', 'difference'])
  expect(told.rates.find(({ rate }) => rate === 'solution')).toEqual({ rate: 'solution', perMille: 1000, n: 6, of: 6 })
})

test('by topic, likewise; and by month, only those of the period', async () => {
  const told = await figures(crew.head)
  expect(told.cuts).toHaveLength(1)
  expect(told.cuts[0]?.cells.solved).toEqual(n(6))
  const cut = told.cuts[0]?.cut as 'topic:A'
  const byCut = await figures(crew.head, crew.head.unit, { cut })
  expect(byCut.whole.solved).toEqual(n(6))
  // Three are of no topic yet: nine less six.
  expect([told.cuts[0]?.cells.heard, byCut.whole.heard]).toEqual(Array(2).fill({ n: null, hidden: 'difference' }))
  const month = { from: '2026-06', to: '2026-06' }
  expect((await figures(crew.head, crew.head.unit, { cut, ...month })).whole.solved?.hidden).toBe('difference')
  expect(told.months.map(({ cells }) => cells.solved?.n ?? 0).reduce((a, b) => a + b)).toBe(6)
  expect((await figures(crew.head, crew.head.unit, { from: '2025-01', to: '2025-12' })).whole).toEqual({})
  await expect(figures(crew.head, crew.head.unit, { from: '2026-03', to: '2026-02' })).rejects.toMatchObject({
    status: 400,
  })
})

test('a year is told alike from the sums of years and from those of its months', async () => {
  const months = { from: '2026-01', to: '2026-12' }
  for (const actor of [crew.head, city]) {
    const which = { years: [2026, 2026], people: [] } as const
    const [byYear, byMonth] = await reading(fixture.db.reader, actor, (client) =>
      Promise.all([screenOf(client, actor.unit, which, 'year'), screenOf(client, actor.unit, which, 'month')]),
    )
    const text = (parts: readonly Part[]) =>
      parts.map(({ unit, series }) => [
        unit?.id,
        ...[...series]
          .map(([measure, years]) => [measure, years.get(2026)?.reduce((a, b) => a + b, 0)].join(' '))
          .sort(),
      ])
    expect(text(byYear.members).length).toBeGreaterThan(0)
    expect(text(byYear.members)).toEqual(text(byMonth.members))
    expect(await figures(actor, actor.unit, months)).toMatchObject({ whole: (await figures(actor)).whole })
  }
})

test('a union sees itself and what is below, never beside or above', async () => {
  expect((await figures(city)).children.map(({ unit }) => unit.name)).toEqual(['江湾区总工会'])
  expect((await figures(city, crew.head.unit)).above.map(({ name }) => name)).toEqual(['示例市总工会'])
  expect((await figures(beside)).whole.solved).toBeUndefined()
  for (const unit of [crew.head.unit, crew.handler.unit])
    await expect(figures(beside, unit)).rejects.toMatchObject({ status: 404 })
})

test('a number opens to the demands under it, as far as they are the asker’s to see', async () => {
  const page = await counted(crew.head, 'heard')
  expect(page.rows).toHaveLength(9)
  expect(page.rows.every(({ demand, other }) => (demand?.verbs.length ?? 0) > 0 && other === null)).toBe(true)
  expect((await counted(crew.head, 'solved')).rows).toHaveLength(6)
  // A handler of the township beside reads what it holds itself.
  expect((await counted(beside, 'solved')).rows).toEqual([])
  await expect(counted(beside, 'solved', { unit: crew.head.unit })).rejects.toMatchObject({ status: 404 })
  await expect(counted(crew.head, 'heard', { after: 'x' })).rejects.toMatchObject({ status: 400 })
})

test('as of a day gone by: what stood then, and only what gives nothing away', async () => {
  const today = { asOf: '2026-12-01' }
  await expect(figures(crew.head, crew.head.unit, today)).rejects.toMatchObject({ status: 400 })
  await expect(figures(crew.head, crew.head.unit, { asOf: '2026-06-15', cut: 'topic:A' })).rejects.toMatchObject({
    status: 400,
  })
  const { rows } = await fixture.db.owner.query(`select max(day) as day, min(day) as first from move`)
  const then = await figures(crew.head, crew.head.unit, { asOf: rows[0].day })
  expect(then.whole).toMatchObject({ heard: n(9), solved: n(6) })
  expect(then.cuts).toEqual([])
  const before = await figures(crew.head, crew.head.unit, { asOf: '2026-01-05' })
  expect(before.whole.solved?.n ?? null).toBeNull()
  expect((await figures(crew.head, crew.head.unit, { asOf: '2025-05-05' })).whole).toEqual({})
})

test('a number of a day gone by opens to exactly what stood under it', async () => {
  const period = { from: '2026-01', to: '2026-12' }
  const { rows } = await fixture.db.owner.query('select distinct day from move order by 1')
  let opened = 0
  for (const { day } of rows)
    for (const measure of ['heard', 'met-apart', 'solved', 'excluded'] as const) {
      const { whole } = await figures(crew.head, crew.head.unit, { asOf: day })
      const cell = whole[measure]
      if (cell?.hidden) continue
      const page = await counted(crew.head, measure as 'heard', { ...period, asOf: cell?.on ?? day })
      expect(page.rows.length, `${day} ${measure}`).toBe(cell?.n ?? 0)
      opened += page.rows.length
    }
  expect(opened).toBeGreaterThan(10)
  const before = await counted(crew.head, 'heard', { ...period, asOf: '2026-01-05' })
  expect(before.rows).toEqual([])
})

test('what workers said of the handling, and who is of which group, opens to no matter', async () => {
  const sealed = { rows: [], after: null, deeper: false, sealed: true }
  for (const measure of ['satisfied', 'fairly-satisfied', 'unsatisfied'])
    expect(await counted(crew.head, measure as 'heard')).toEqual(sealed)
  for (const cut of ['group:migrant', 'cross:A-migrant'])
    expect(await counted(crew.head, 'heard', { cut })).toEqual(sealed)
  await expect(figures(crew.head, crew.head.unit, { cut: 'cross:A-migrant' })).rejects.toMatchObject({ status: 400 })
})

test('topics × groups come in one answer, with the edges of the page of figures', async () => {
  const crossing = (actor: Staff, unit: number) =>
    reading(fixture.db.reader, actor, (client) =>
      crossingOf(client, { unit, measure: 'heard' }, fixture.context.rules.figures, fixture.clock.now()),
    )
  const told = await crossing(crew.head, crew.head.unit)
  const page = await figures(crew.head)
  expect(told).toMatchObject({ year: 2026, all: page.whole.heard, fewest: 5 })
  expect(told.topics.map(({ code, ...cell }) => [`topic:${code}`, cell])).toEqual(
    page.cuts.filter(({ cut }) => cut.startsWith('topic:')).map(({ cut, cells }) => [cut, cells.heard]),
  )
  await expect(crossing(beside, crew.head.unit)).rejects.toMatchObject({ status: 404 })
})

test('a period is of thirty years at most, and of months that are', async () => {
  const told = await figures(crew.head, crew.head.unit, { from: '2000-01', to: '2026-12' })
  expect(told.whole).toMatchObject({ heard: n(9) })
  for (const absurd of [
    { from: '2000-01', to: '2099-12' },
    { from: '2026-12', to: '2026-01' },
  ])
    await expect(figures(crew.head, crew.head.unit, absurd)).rejects.toMatchObject({ status: 400 })
})

test('a figure of an article tells what staff of the root are told, and no more', async () => {
  const { rows } = await fixture.db.owner.query('select id from unit where parent is null')
  const root = { ...city, unit: rows[0].id } as Staff
  const rules = fixture.context.rules.figures
  const units = await fixture.db.owner.query(
    `select id from unit where name in ('江湾区总工会', '柳荫街道工会', '望江街道工会')`,
  )
  const periods = [
    { from: '2026-01', to: '2026-06' },
    { from: '2026-06', to: '2026-06' },
    { from: '2026-01', to: '2026-03' },
    { from: '2025-01', to: '2026-12' },
  ]
  let [told, held] = [0, 0]
  for (const { id } of units.rows)
    for (const period of periods)
      for (const cut of [undefined, 'topic:A', 'group:migrant'])
        for (const measure of ['heard', 'solved'] as const) {
          const { whole } = await figures(root, id, { ...period, ...(cut === undefined ? {} : { cut }) })
          const block = { measure, ...period, ...(cut === undefined ? {} : { cut }) }
          const now = fixture.clock.now()
          const shown = await countForArticle(fixture.db.writer, id, block, rules, now)
          expect(shown, JSON.stringify([id, block])).toBe(whole[measure] === undefined ? 0 : whole[measure].n)
          if (shown === null) held += 1
          else if (shown > 0) told += 1
        }
  expect(told).toBeGreaterThan(5)
  expect(held).toBeGreaterThan(5)
})

test('a number of another noun lists its streams; one that hides small counts only to the union that did them', async () => {
  const [visit, township] = ['019b1111-0000-7000-8000-000000000001', crew.handler.unit]
  const { rows } = await fixture.db.owner.query('select ancestors from unit where id = $1', [township])
  await fixture.db.owner.query(
    `insert into tally (realm, stream, noun, measure, counted_on, unit, path, cuts, persons)
     values (9901, $1, 'brief', 'met', '2026-06-15', $2, $3, '{}', 12)`,
    [visit, township, rows[0].ancestors],
  )
  const known = fixture.context.rules.figures
  const under = (actor: Staff, hidden: boolean) => {
    const met = { ...known.measures.met, of: 'visits', private: hidden } as const
    const rules: FigureRules = { ...known, measures: { ...known.measures, met } }
    const asked = { unit: actor.unit, measure: 'met', from: '2026-01', to: '2026-12' } as const
    return reading(fixture.db.reader, actor, (client) => countedUnder(client, actor, asked, rules))
  }
  const unit = { id: township, name: '柳荫街道工会', level: 'township' }
  const row = { on: '2026-06-15', demand: null, other: { noun: 'brief', stream: visit, unit } }
  expect((await under(crew.head, false)).rows).toEqual([row])
  expect((await under(crew.head, true)).rows).toEqual([])
  expect((await under(crew.handler, true)).rows).toEqual([row])
  expect((await under(beside, false)).rows).toEqual([])
})

test('an answer that is kept is told again while nothing was counted, to whoever acts in the same union, and anew after', async () => {
  const asked = { unit: crew.head.unit }
  const rules = fixture.context.rules.figures
  const text = (actor: Staff, by = rules) =>
    figuresText({ ...fixture.db, follower: figureFollower.name }, actor, asked, by, fixture.clock.now())
  const told = JSON.parse(await text(crew.head))
  expect(told).toEqual({ ...JSON.parse(JSON.stringify(await figures(crew.head))), waiting: 0 })
  expect(JSON.parse(await text(crew.triage))).toEqual(told)
  await expect(text(beside)).rejects.toMatchObject({ status: 404 })
  // Bent without a word to the follower: what is kept does not know of it.
  await fixture.db.owner.query(`update figure set n = n + 1 where measure = 'solved' and unit = $1`, [asked.unit])
  expect(JSON.parse(await text(crew.head)).whole.solved).toEqual(n(6))
  expect(JSON.parse(await text(crew.head, { ...rules })).whole.solved).toEqual(n(7))
  await fixture.db.owner.query(`update figure set n = n - 1 where measure = 'solved' and unit = $1`, [asked.unit])
  expect(JSON.parse(await text(crew.head)).whole.solved).toEqual(n(6))
  await fixture.raise('又一件')
  expect(JSON.parse(await text(crew.head))).toMatchObject({ whole: { heard: n(9) }, waiting: 1 })
  await follow()
  expect(JSON.parse(await text(crew.head))).toMatchObject({ whole: { heard: n(10) }, waiting: 0 })
})

test('nobody without a scope reads a figure', async () => {
  for (const table of ['figure', 'figure_year', 'tally', 'stood']) {
    const { rows } = await fixture.db.reader.query(`select count(*)::int as n from ${table}`)
    expect(rows).toEqual([{ n: 0 }])
  }
})
