import { afterAll, beforeAll, expect, test } from 'vitest'
import { deedLife } from '../../../test/kit/deed-life.ts'
import { issueLife } from '../../../test/kit/issue-life.ts'
import { lineLife } from '../../../test/kit/line-life.ts'
import { type Crew, crewOf, plainLife, randomLives, ruledLife } from '../../../test/kit/lives.ts'
import { newsLife } from '../../../test/kit/news-life.ts'
import { withComments } from '../../../test/kit/paper.ts'
import { type PipelineFixture, pipelineFixture } from '../../../test/kit/pipeline.ts'
import { randomFrom, withSeeds } from '../../../test/kit/random.ts'
import { trainingLife } from '../../../test/kit/training-life.ts'
import { outreachLife, visitLife } from '../../../test/kit/visit-life.ts'
import { nouns } from '../command/nouns.ts'
import { rebuildProjections } from './rebuild.ts'
import { projectionTables } from './table.ts'

const tables = Object.keys(projectionTables)
let fixture: PipelineFixture
let crew: Crew
beforeAll(async () => {
  fixture = await pipelineFixture({ rules: withComments })
  crew = await crewOf(fixture)
  await issueLife(fixture)
  await deedLife(fixture)
  await trainingLife(fixture)
  await visitLife(fixture)
  await outreachLife(fixture)
  await newsLife(fixture, crew)
  // A second realm, whose rows the first must leave alone.
  await fixture.staff('示例省总工会', 'head')
  const { unit, post } = crew.head
  const duty = { unit, post, from: '2026-06-15T10:00:00Z', to: '2026-06-16T00:00:00Z' }
  await fixture.accept({ kind: 'operator' }, 'duty.set', duty)
  await fixture.accept({ kind: 'operator' }, 'office.set-small', { unit, on: true })
  const line = await lineLife(fixture)
  const wanted = { directive: line.directive, unit: line.county.unit, title: '月度统计表', why: '没有现成的数' }
  await fixture.accept(line.county, 'form.ask', wanted)
  const asked = { title: '统计表', from: '示例市总工会', askedOn: '2026-06-10', name: '表.csv', file: btoa('a,b') }
  const { stream: sheet } = await fixture.accept(crew.head, 'sheet.take', { unit, ...asked })
  const columns = [{ column: 1, header: 'b', measure: 'heard' }]
  const months = { fromMonth: '2026-01', toMonth: '2026-06' }
  await fixture.accept(crew.head, 'sheet.match', { sheet, ...months, rows: 'own', header: 0, columns })
})
afterAll(() => fixture?.close())

/** Every projection to the byte: the MD5 of its rows in order, and how many there are. */
async function contents(): Promise<Record<string, { rows: number; md5: string }>> {
  const found: Record<string, { rows: number; md5: string }> = {}
  for (const table of tables) {
    const { rows } = await fixture.db.owner.query(
      `select count(*)::int as rows, md5(coalesce(string_agg(t::text, E'\\n' order by t::text), '')) as md5 from ${table} t`,
    )
    found[table] = rows[0]
  }
  return found
}

test('gives every projection back to the byte, after lives with erasures, reopenings and refusals', async () => {
  await plainLife(fixture, crew)
  await plainLife(fixture, crew, { solved: 'unsolved' })
  await ruledLife(fixture, crew)
  await withSeeds(
    async (random) => {
      await randomLives(fixture, crew, random, 250)
      const before = await contents()
      for (const table of tables) expect(before[table]?.rows, table).toBeGreaterThan(0)
      const rebuilt = await rebuildProjections(fixture.db.owner, { folds: nouns })
      expect(rebuilt.map((each) => each.realm)).toEqual([9900, 9901])
      expect(await contents()).toEqual(before)
    },
    { times: 2 },
  )
  const { rows } = await fixture.db.owner.query(
    `select (select count(*)::int from demand where erased <> '{}') as erased, (select count(*)::int from demand where reopened > 0) as reopened,
       (select count(*)::int from command where outcome -> 'refused' is not null) as refused`,
  )
  for (const [what, count] of Object.entries(rows[0])) expect(count, what).toBeGreaterThan(0)
})

test('mends what was lost, changed or added, and leaves another realm alone', async () => {
  const before = await contents()
  const { owner } = fixture.db
  await owner.query(`delete from work where ctid in (select ctid from work limit 3)`)
  await owner.query(`delete from closed where ctid in (select ctid from closed limit 3)`)
  await owner.query(`update demand set state = 'closed', next_at = null`)
  await owner.query(
    `insert into work select realm, 999999, demand, next_at, next_what, duty, own, blocked_units from work limit 1`,
  )
  await owner.query(`delete from post where valid_to is null`)
  await owner.query(`insert into post values (999999, gen_random_uuid(), 1, null, 'head', true, '2026-01-01', null)`)
  expect(await contents()).not.toEqual(before)
  await rebuildProjections(owner, { folds: nouns, realm: 9901 })
  expect((await contents()).post).not.toEqual(before.post)
  await rebuildProjections(owner, { folds: nouns })
  expect(await contents()).toEqual(before)
})

test('runs while the server writes, and nobody sees a table half filled', async () => {
  const { rows } = await fixture.db.owner.query('select count(*)::int as n from demand')
  let least = Number.POSITIVE_INFINITY
  let running = true
  const watch = async () => {
    while (running)
      least = Math.min(least, (await fixture.db.owner.query('select count(*)::int as n from demand')).rows[0].n)
  }
  const writes = randomLives(fixture, crew, randomFrom(3), 150)
  const watching = watch()
  for (let times = 0; times < 3; times += 1) await rebuildProjections(fixture.db.owner, { folds: nouns })
  await writes
  running = false
  await watching
  expect(least).toBeGreaterThanOrEqual(rows[0].n)
  const before = await contents()
  await rebuildProjections(fixture.db.owner, { folds: nouns })
  expect(await contents()).toEqual(before)
})

test('an interruption leaves everything as it was', async () => {
  const before = await contents()
  const controller = new AbortController()
  controller.abort(new Error('enough'))
  const stopped = rebuildProjections(fixture.db.owner, { folds: nouns, signal: controller.signal })
  await expect(stopped).rejects.toThrow('enough')
  expect(await contents()).toEqual(before)
})
