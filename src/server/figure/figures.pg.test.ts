import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Crew, crewOf, plainLife, randomLives } from '../../../test/kit/lives.ts'
import { type PipelineFixture, pipelineFixture } from '../../../test/kit/pipeline.ts'
import { randomFrom } from '../../../test/kit/random.ts'
import { crossedMeasures } from '../../domain/measure/measure.ts'
import { followBatchOf } from '../follow/follow.ts'
import { runFollowersOnce } from '../follow/start-following.ts'
import { countDays } from './count-streams.ts'
import { figureFollower } from './figure-follower.ts'
import { countAnew, recount } from './recount.ts'
import { sumsOf, together } from './tally-row.ts'

let fixture: PipelineFixture
let crew: Crew
beforeAll(async () => {
  fixture = await pipelineFixture()
  crew = await crewOf(fixture)
})
afterAll(() => fixture?.close())

const follow = () => runFollowersOnce({ db: fixture.db, followers: [figureFollower] })
const again = () => recount(fixture.db.owner)
async function sums(unit: string, cut = ''): Promise<Record<string, number>> {
  const { rows } = await fixture.db.owner.query(
    `select measure, sum(n)::int as n from figure where unit = $1 and cut = $2 group by 1 having sum(n) <> 0`,
    [await fixture.unit(unit), cut],
  )
  return Object.fromEntries(rows.map(({ measure, n }) => [measure, n]))
}

test('a plain life is counted once by each measure, for its lead and everybody above', async () => {
  await plainLife(fixture, crew)
  await follow()
  const life = {
    ...{ heard: 1, 'met-apart': 1, understood: 1, claimed: 1, solved: 1, delivered: 1, 'contacted-in-time': 1 },
  }
  for (const unit of ['柳荫街道工会', '江湾区总工会', '示例市总工会']) expect(await sums(unit)).toMatchObject(life)
  expect(await sums('望江街道工会')).toEqual({})
  expect(await again()).toMatchObject({ streams: 1, behind: 0, differences: [] })
})

test('whatever happens, and however the feed is cut, the sums are those of a recount', async () => {
  const random = randomFrom(41)
  for (let round = 0; round < 12; round += 1) {
    await randomLives(fixture, crew, random, 60)
    // Some of it, in pieces of any size; a piece that fails leaves nothing.
    for (let n = 0; n < 6; n += 1) await followBatchOf(fixture.db.writer, figureFollower, 9901, random.integer(1, 40))
    expect((await again()).differences).toEqual([])
  }
  await follow()
  const recounted = await again()
  expect(recounted).toMatchObject({ behind: 0, differences: [] })
  expect(recounted.rows).toBeGreaterThan(60)
  const { rows } = await fixture.db.owner.query('select count(*)::int as n from figure where n < 0 or persons < 0')
  expect(rows).toEqual([{ n: 0 }])
})

test('the sums of years are those of their months, row by row', async () => {
  const { owner } = fixture.db
  const of = async (text: string) => (await owner.query(`${text} order by 1, 2, 3, 4, 5`)).rows
  const years = await of('select realm, unit, measure, cut, year, n, persons, path from figure_year')
  expect(years.length).toBeGreaterThan(60)
  expect(years).toEqual(
    await of(
      `select realm, unit, measure, cut, extract(year from month)::integer as year, sum(n)::bigint as n,
         sum(persons)::bigint as persons, path from figure group by 1, 2, 3, 4, 5, path`,
    ),
  )
})

test('moves up to the end of any day add up to what the events until then count as', async () => {
  const { owner } = fixture.db
  const days = await owner.query(`select distinct (at at time zone 'Asia/Shanghai')::date as day from event order by 1`)
  expect(days.rows.length).toBeGreaterThan(3)
  const streams = await owner.query(`select stream from stream where noun = 'demand'`)
  const ids = streams.rows.map(({ stream }) => stream)
  const client = await owner.connect()
  try {
    const all = await countDays(client, 9901, ids, { after: 0, upTo: 1e9 })
    for (const { day } of days.rows) {
      const then = [...all.values()].flatMap((each) => each.days.findLast((one) => one.day <= day)?.rows ?? [])
      const counted = together(then.flatMap((row) => sumsOf({ ...row, cuts: [] }, 1)))
      const { rows } = await owner.query(
        `select unit, measure, month, sum(n)::int as n, sum(persons)::int as persons from move where day <= $1
         group by 1, 2, 3 having sum(n) <> 0`,
        [day],
      )
      const text = (all: readonly { unit: number; measure: string; month: string; n: number; persons: number }[]) =>
        all.map(({ unit, measure, month, n, persons }) => `${unit} ${measure} ${month} ${n} ${persons}`).sort()
      expect(text(rows), day).toEqual(text(counted))
    }
  } finally {
    client.release()
  }
})

test('what stood at the end of any day is what the moves until then add up to, and now what is tallied', async () => {
  const { owner } = fixture.db
  const days = await owner.query(`select distinct day from move order by 1`)
  expect(days.rows.length).toBeGreaterThan(3)
  const text = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort()
  for (const { day } of days.rows) {
    const moved = await owner.query(
      `select unit, measure, sum(n)::int as n, sum(persons)::int as persons from move where day <= $1
       group by 1, 2 having sum(n) <> 0`,
      [day],
    )
    const stood = await owner.query(
      `select u.unit, measure, count(*)::int as n, sum(persons)::int as persons
       from stood s cross join lateral unnest(s.path) as u (unit)
       where since <= $1 and (until is null or until > $1) group by 1, 2`,
      [day],
    )
    expect(text(stood.rows), day).toEqual(text(moved.rows))
  }
  const columns = 'realm, stream, noun, measure, counted_on, unit, path, cuts, persons'
  const now = await owner.query(`select ${columns} from stood where until is null`)
  const tally = await owner.query(`select ${columns} from tally`)
  expect(tally.rows.length).toBeGreaterThan(60)
  expect(text(now.rows)).toEqual(text(tally.rows))
  const gone = await owner.query('select count(*)::int as n from stood where until is not null')
  expect(gone.rows[0].n).toBeGreaterThan(10)
})

test('topics × groups are the sums of what is of both, for whom it is told by both', async () => {
  const { owner } = fixture.db
  const { rows } = await owner.query(
    `with counted as (
       select u.unit, t.measure, 'cross:' || substr(topic, 7) || '-' || substr(grp, 7) as cut, count(*)::int as n
       from tally t cross join lateral unnest(t.path) as u (unit)
       cross join lateral unnest(t.cuts) as topic cross join lateral unnest(t.cuts) as grp
       where topic like 'topic:%' and grp like 'group:%' group by 1, 2, 3),
     there as (select unit, measure, cut, sum(n)::int as n from figure_year where cut like 'cross:%' group by 1, 2, 3 having sum(n) <> 0)
     select count(*) filter (where c.n = t.n)::int as same,
       count(*) filter (where c.n is distinct from t.n and measure = any ($1))::int as differ,
       count(*) filter (where t.n is not null and measure <> all ($1))::int as beyond
     from counted c full join there t using (unit, measure, cut)`,
    [crossedMeasures],
  )
  expect(rows[0]).toMatchObject({ differ: 0, beyond: 0 })
  expect(rows[0].same).toBeGreaterThan(3)
})

test('a count that was bent is named, row and sum, and counting anew mends it', async () => {
  const { owner } = fixture.db
  const { rows } = await owner.query(`select stream from tally where measure = 'heard' order by stream limit 1`)
  await owner.query(`delete from tally where measure = 'heard' and stream = $1`, [rows[0].stream])
  const county = await fixture.unit('江湾区总工会')
  await owner.query(`update figure set n = n + 1 where unit = $1 and measure = 'met' and cut = ''`, [county])
  await owner.query(
    `update figure_year set persons = persons + 1 where unit = $1 and measure = 'solved' and cut = ''`,
    [county],
  )
  await owner.query(`update move set moved = moved + 1 where unit = $1 and measure = 'heard'`, [county])
  const bentDay = await owner.query(
    `update stood set since = since - 1 where (stream, measure, since) = (
       select stream, measure, since from stood where measure = 'heard' order by stream desc limit 1) returning stream`,
  )
  const { differences } = await again()
  expect(differences).toContainEqual({ of: 'tally', realm: 9901, stream: rows[0].stream, measure: 'heard' })
  expect(differences).toContainEqual(expect.objectContaining({ of: 'figure', unit: county, measure: 'met', cut: '' }))
  const bent = { of: 'figure', unit: county, measure: 'solved', month: expect.stringMatching(/^\d{4}$/) }
  expect(differences).toContainEqual(expect.objectContaining(bent))
  expect(differences).toContainEqual(expect.objectContaining({ of: 'move', unit: county, measure: 'heard' }))
  expect(differences).toContainEqual({ of: 'stood', realm: 9901, stream: bentDay.rows[0].stream, measure: 'heard' })
  await countAnew(owner)
  await follow()
  expect((await again()).differences).toEqual([])
})

test('what one section alone may see counts nowhere', async () => {
  const { rows } = await fixture.db.owner.query(
    'select count(*)::int as n from tally t join demand d on d.realm = t.realm and d.id = t.stream where d.restricted is not null',
  )
  expect(rows).toEqual([{ n: 0 }])
  const restricted = await fixture.db.owner.query('select count(*)::int as n from demand where restricted is not null')
  expect(restricted.rows[0].n).toBeGreaterThan(0)
})
