import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { crewOf, randomLives } from '../../../test/kit/lives.ts'
import { type PipelineFixture, pipelineFixture, type Staff } from '../../../test/kit/pipeline.ts'
import { withSeeds } from '../../../test/kit/random.ts'
import { actsAfter } from '../../domain/demand/acts.ts'
import type { PastDemandEvent } from '../../domain/demand/evolve.ts'
import type { Act } from '../../domain/demand/state.ts'
import type { CommandKind } from '../../protocol/command.ts'

let fixture: PipelineFixture
beforeAll(async () => {
  fixture = await pipelineFixture()
})
afterAll(() => fixture?.close())

/** What every person did in every matter, under whatever post: "demand account" to duties. */
async function dutiesOfPeople(): Promise<Map<string, Set<string>>> {
  const { owner } = fixture.db
  const { rows } = await owner.query(
    `select stream, kind, body, actor from event where noun = 'demand' order by stream, version`,
  )
  const people = await owner.query('select id, account from post')
  const accountOf = new Map(people.rows.map(({ id, account }) => [Number(id), String(account)]))
  const acts = new Map<string, readonly Act[]>()
  for (const event of rows) acts.set(event.stream, actsAfter(acts.get(event.stream) ?? [], event as PastDemandEvent))
  const done = new Map<string, Set<string>>()
  for (const [stream, all] of acts)
    for (const { duty, post } of all) {
      const whose = `${stream} ${accountOf.get(post)}`
      done.set(whose, (done.get(whose) ?? new Set()).add(duty))
    }
  return done
}

test('nobody does two duties of one matter that are never combined: who handles does not call back, rule or approve', async () => {
  const crew = await crewOf(fixture)
  const { never } = fixture.context.rules.smallOffice
  await withSeeds(async (random) => {
    await randomLives(fixture, crew, random, 600)
    const done = await dutiesOfPeople()
    expect([...done.values()].some((duties) => duties.has('callback'))).toBe(true)
    for (const [whose, duties] of done)
      for (const [one, other] of never)
        expect([whose, duties.has(one) && duties.has(other), one, other]).toEqual([whose, false, one, other])
  })
})

test('who called back does not take the matter over: the level above leads it through somebody else', async () => {
  const crew = await crewOf(fixture)
  const demand = await fixture.raise('一件事')
  const then = (actor: Staff, kind: CommandKind, body: object = {}) => fixture.accept(actor, kind, { demand, ...body })
  const sorted = { topic: 'A03', nature: 'complaint', urgency: 'P2', difficulty: 'plain', lead: crew.handler.unit }
  await then(crew.triage, 'demand.triage', sorted)
  await then(crew.handler, 'order.sign')
  await then(crew.handler, 'contact.log', { way: 'call' })
  await then(crew.handler, 'demand.answer', { claim: 'explained', text: '答复' })
  await then(crew.head, 'callback.record', { way: 'call', solved: 'unsolved' })
  await then(crew.handler, 'opinion.ask', { text: '办不了' })
  const taken = await fixture.send(crew.head, 'opinion.give', { demand, take: true, text: '我们办' })
  expect(taken).toMatchObject({ refused: { code: 'duties.apart' } })
  await then(crew.head, 'opinion.give', { take: false, text: '这样办' })
})

describe('a matter answered at once', () => {
  const where = '望江街道工会'
  const region = '990102002'
  let head: Staff
  const answerNow = (demand: string) =>
    fixture.send(head, 'demand.answer-now', { demand, topic: 'Q01', nature: 'consultation', text: '您可以这样做' })
  const marked = async (demand: string) => {
    const { rows } = await fixture.db.owner.query(
      `select kind from event where stream = $1 and body ->> 'combined' = 'true' order by version`,
      [demand],
    )
    return rows.map(({ kind }) => kind)
  }

  test('is one person in two duties: shown where the office is small, no more than triage in another', async () => {
    head = await fixture.staff(where, 'head')
    const small = await fixture.raise('问一件事', { region })
    expect(await answerNow(small)).toHaveProperty('accepted')
    expect(await marked(small)).toEqual(['DemandTriaged'])
    for (const role of ['triage', 'handler'] as const) await fixture.staff(where, role)
    const strict = await fixture.raise('再问一件事', { region })
    expect(await answerNow(strict)).toHaveProperty('accepted')
    expect(await marked(strict)).toEqual([])
  })

  test('is not answered by who took it down, unless the office is small', async () => {
    const said = { region, channel: 'walkin', mode: 'confidential', persons: 1, text: '我来问问' }
    const { stream } = await fixture.accept(head, 'demand.raise', said)
    expect(await answerNow(stream)).toMatchObject({ refused: { code: 'duties.apart' } })
  })

  test('is not called back by whoever answered it, under no post', async () => {
    const { head: other } = await crewOf(fixture)
    const demand = await fixture.raise('还有一件事', { region })
    expect(await answerNow(demand)).toHaveProperty('accepted')
    const second = { account: head.account, unit: other.unit, role: 'head' } as const
    const { post } = await fixture.accept({ kind: 'operator' }, 'post.grant', { ...second, fullTime: false })
    const again: Staff = { kind: 'staff', ...second, post: Number(post), section: null }
    const called = { demand, way: 'call', solved: 'clear' }
    expect(await fixture.send(again, 'callback.record', called)).toMatchObject({
      refused: { code: 'callback.not-the-handler' },
    })
    await fixture.accept(other, 'callback.record', called)
  })
})
