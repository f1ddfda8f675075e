import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Crew, crewOf, plainLife } from '../../../test/kit/lives.ts'
import { type PipelineFixture, pipelineFixture, type Staff } from '../../../test/kit/pipeline.ts'
import { countStreams } from '../figure/count-streams.ts'
import { demandPage } from '../view/demand-page.ts'
import { countDemands, findDemands } from '../view/demands.ts'
import { followView } from '../view/follow.ts'
import { reading } from '../view/scope.ts'

let site: PipelineFixture
let crew: Crew
let demand: string
beforeAll(async () => {
  site = await pipelineFixture()
  crew = await crewOf(site)
  demand = await plainLife(site, crew, { solved: 'unsolved' })
})
afterAll(() => site?.close())

const asked = { reason: 'impersonation', text: '老陈说不是他本人来的' }
const page = (actor: Staff) => reading(site.db.reader, actor, (client) => demandPage(client, actor, demand))
const list = (actor: Staff, more = {}) =>
  reading(site.db.reader, actor, (client) =>
    findDemands(client, actor, { list: 'exclusion', ...more }, site.clock.now(), site.context.rules.calendar),
  )
const measures = async () => {
  const client = await site.db.owner.connect()
  const counted = await countStreams(client, 9901, [demand], 2 ** 31).finally(() => client.release())
  return (counted.get(demand) ?? []).map(({ measure }) => measure).sort()
}

test('whoever handles a matter reads whether it is solved, never whether its worker was satisfied', async () => {
  for (const actor of [crew.handler, crew.head]) {
    const { timeline } = await page(actor)
    const verdict = timeline.find(({ kind }) => kind === 'VerdictGiven')
    expect(verdict?.detail).toMatchObject({ solved: 'unsolved' })
    expect(JSON.stringify(timeline)).not.toContain('satisfied')
  }
  const worker = { kind: 'claimant', demand, assisted: false } as const
  const told = await followView({ ...site.context, reader: site.db.reader }, worker)
  expect(told.timeline.find(({ kind }) => kind === 'VerdictGiven')?.detail.satisfied).toBe('satisfied')
})

test('the lead applies with a reason of the catalogue; nobody else does', async () => {
  const send = (actor: Staff, body: object) => site.send(actor, 'exclusion.ask', { demand, ...asked, ...body })
  await expect(send(crew.handler, { reason: 'bored' })).rejects.toMatchObject({ code: 'reason.unknown' })
  expect(await send(crew.head, {})).toMatchObject({ refused: { code: 'not-allowed' } })
  const beside = await site.staff('望江街道工会', 'handler')
  await expect(send(beside, {})).rejects.toMatchObject({ status: 404 })
  expect(await measures()).toEqual(expect.arrayContaining(['unsolved', 'satisfied', 'contacted-in-time']))
  await site.accept(crew.handler, 'exclusion.ask', { demand, ...asked })
  expect(await send(crew.handler, {})).toMatchObject({ refused: { code: 'exclusion.pending' } })
})

test('it stands on the list of the level above alone, with the verb, and its evidence is sealed', async () => {
  const [row] = (await list(crew.head)).rows
  expect(row).toMatchObject({ id: demand, verbs: expect.arrayContaining(['exclusion.weigh', 'content.open.text']) })
  expect((await list(crew.handler)).rows).toEqual([])
  expect((await list(await site.staff('示例市总工会', 'head'))).rows).toEqual([])
  const counts = await reading(site.db.reader, crew.head, (client) =>
    countDemands(client, crew.head, site.clock.now(), site.context.rules.calendar),
  )
  expect(counts.exclusion).toBe(1)
  const { rows } = await site.db.owner.query(
    `select string_agg(body::text, ' ') as text from event where stream = $1 and kind like 'Exclusion%'`,
    [demand],
  )
  expect(rows[0].text).toContain('impersonation')
  expect(rows[0].text).not.toContain('老陈')
})

test('two persons leave it out of the rates; the word of the worker stands, and how many were left out is counted', async () => {
  await site.accept(crew.head, 'exclusion.weigh', { demand, agree: true })
  expect(await site.send(crew.head, 'exclusion.weigh', { demand, agree: true })).toMatchObject({
    refused: { code: 'exclusion.same-person' },
  })
  expect(await measures()).toContain('unsolved')
  await site.accept(crew.triage, 'exclusion.weigh', { demand, agree: true })
  const counted = await measures()
  expect(counted).toEqual(expect.arrayContaining(['excluded', 'heard', 'met-apart']))
  for (const measure of ['unsolved', 'satisfied', 'contacted-in-time']) expect(counted).not.toContain(measure)
  const { timeline } = await page(crew.handler)
  expect(timeline.filter(({ kind }) => kind === 'VerdictGiven')).toHaveLength(1)
  expect((await list(crew.head)).rows).toEqual([])
})

test('left alone it counts: silence decides at the end of five working days', async () => {
  const other = await plainLife(site, crew, { solved: 'unsolved' })
  await site.accept(crew.handler, 'exclusion.ask', { demand: other, ...asked })
  await site.accept(crew.head, 'exclusion.weigh', { demand: other, agree: true })
  const { rows } = await site.db.owner.query('select exclusion_by, clock_at from demand where id = $1', [other])
  expect(rows[0].clock_at <= rows[0].exclusion_by).toBe(true)
  expect((await list(crew.head)).rows.map(({ id }) => id)).toEqual([other])
  expect((await list(crew.head, { after: `${rows[0].exclusion_by.toISOString()}~9901~${other}` })).rows).toEqual([])
})
