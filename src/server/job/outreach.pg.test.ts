import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PipelineFixture, pipelineFixture, type Staff } from '../../../test/kit/pipeline.ts'
import { figureFollower } from '../figure/figure-follower.ts'
import { recount } from '../figure/recount.ts'
import { runFollowersOnce } from '../follow/start-following.ts'
import { countedUnder } from '../view/counted.ts'
import { figuresOf } from '../view/figures.ts'
import { reading } from '../view/scope.ts'
import { outreachFollower } from './outreach-follower.ts'

// Different enterprises, however often and by whomever they were visited; in the union tree, where they lie.

let site: PipelineFixture
let township: Staff
let county: Staff
let employers: readonly number[]
beforeAll(async () => {
  site = await pipelineFixture({ at: new Date('2026-06-15T04:30:00Z') })
  township = await site.staff('柳荫街道工会', 'handler')
  county = await site.staff('江湾区总工会', 'head')
  const { rows } = await site.db.owner.query(
    `select e.id from employer e where e.region like '990102001%' and e.valid_to is null order by e.id limit 2`,
  )
  employers = rows.map(({ id }) => id)
  expect(employers).toHaveLength(2)
})
afterAll(() => site?.close())

const follow = async () => {
  await runFollowersOnce({ db: site.db, followers: [outreachFollower(site)] })
  await runFollowersOnce({ db: site.db, followers: [figureFollower] })
}
const visited = async (by: Staff, employer: number, on: string) => {
  const told = { kind: 'team', startedAt: `${on}T07:50:00+08:00`, met: 3, opinions: [], explanations: [], deeds: [] }
  const { stream } = await site.accept(by, 'visit.record', { unit: by.unit, employer, ...told })
  await follow()
  return stream
}
const figure = async (who: Staff, from: string, to: string) => {
  const { rules } = site.context
  const told = await reading(site.db.reader, who, (client) =>
    figuresOf(client, { unit: who.unit, from, to }, rules.figures, site.clock.now()),
  )
  return [told.whole['enterprises-visited']?.n ?? 0, told.whole.visits?.n ?? 0]
}

test('counts an enterprise once, however often and by whichever union it was visited', async () => {
  await visited(township, employers[0]!, '2026-06-10')
  await visited(county, employers[0]!, '2026-06-12')
  expect(await figure(township, '2026-01', '2026-12')).toEqual([1, 1])
  expect(await figure(county, '2026-01', '2026-12')).toEqual([1, 2])
  await visited(county, employers[1]!, '2026-06-12')
  // The county went; the enterprise lies in the township, and was reached there.
  expect(await figure(township, '2026-01', '2026-12')).toEqual([2, 1])
})

test('counts it on its first day, also when an earlier visit comes in late, and anew in another year', async () => {
  await visited(township, employers[0]!, '2026-05-20')
  expect(await figure(county, '2026-06', '2026-06')).toEqual([1, 3])
  expect(await figure(county, '2026-05', '2026-05')).toEqual([1, 1])
  await visited(township, employers[0]!, '2025-12-30')
  expect(await figure(county, '2025-01', '2025-12')).toEqual([1, 1])
  expect(await figure(county, '2026-01', '2026-12')).toEqual([2, 4])
})

test('goes along with a correction over the turn of the year', async () => {
  const stream = await visited(township, employers[1]!, '2026-06-09')
  expect(await figure(county, '2025-01', '2025-12')).toEqual([1, 1])
  const corrected = { visit: stream, reason: '写错了年', startedAt: '2025-12-31T07:50:00+08:00' }
  await site.accept(township, 'visit.correct', corrected)
  await follow()
  expect(await figure(county, '2025-01', '2025-12')).toEqual([2, 2])
  expect(await figure(county, '2026-01', '2026-12')).toEqual([2, 4])
})

test('says nothing twice, opens to the visit, and a recount gives the same', async () => {
  const events = async () =>
    (await site.db.owner.query(`select count(*)::int as n from event where noun = 'outreach'`)).rows[0].n
  const before = await events()
  await site.db.owner.query(`delete from follower where name = 'outreach'`)
  await follow()
  expect(await events()).toBe(before)
  const asked = { measure: 'enterprises-visited', from: '2026-01', to: '2026-12', unit: county.unit } as const
  const { rows } = await reading(site.db.reader, county, (client) =>
    countedUnder(client, county, asked, site.context.rules.figures),
  )
  expect(rows.map(({ on, other }) => [on, other?.noun])).toEqual([
    ['2026-06-12', 'visit'],
    ['2026-05-20', 'visit'],
  ])
  expect(await recount(site.db.owner)).toMatchObject({ behind: 0, differences: [] })
})
