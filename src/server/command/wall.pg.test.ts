import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Crew, crewOf } from '../../../test/kit/lives.ts'
import { type PipelineFixture, pipelineFixture, type Staff } from '../../../test/kit/pipeline.ts'

// With some commands a post gives a matter out of its own sight: the second wall must let it, once.

let fixture: PipelineFixture
let crew: Crew
let beside: Staff
beforeAll(async () => {
  fixture = await pipelineFixture()
  crew = await crewOf(fixture)
  beside = await fixture.staff('望江街道工会', 'handler')
})
afterAll(() => fixture?.close())

async function ledBy({ unit }: Staff): Promise<string> {
  const demand = await fixture.raise('一件事')
  const sorted = { topic: 'A03', nature: 'complaint', urgency: 'P2', difficulty: 'plain', lead: unit }
  await fixture.accept(crew.triage, 'demand.triage', { demand, ...sorted })
  return demand
}

test('the only handler of a unit steps back: the order goes up, and the unit sees no more of it', async () => {
  const demand = await ledBy(crew.handler)
  await fixture.accept(crew.handler, 'recusal.declare', { demand })
  const { rows } = await fixture.db.owner.query('select lead_unit from demand where id = $1', [demand])
  expect(rows).toEqual([{ lead_unit: crew.head.unit }])
  await expect(fixture.send(crew.handler, 'order.sign', { demand })).rejects.toMatchObject({ code: 'not-found' })
})

test('a lead gives its matter to another lead by merging, and sees no more of it', async () => {
  const master = await ledBy(beside)
  await fixture.accept(beside, 'order.sign', { demand: master })
  const claim = await ledBy(crew.handler)
  await fixture.accept(crew.handler, 'order.sign', { demand: claim })
  // The lead must see the master: it joins in it.
  await fixture.accept(beside, 'joint.order', { demand: master, unit: crew.handler.unit, text: '请协办' })
  await fixture.accept(crew.handler, 'demand.merge', { demand: claim, master })
  const { rows } = await fixture.db.owner.query('select lead_unit, master from demand where id = $1', [claim])
  expect(rows).toEqual([{ lead_unit: beside.unit, master }])
  await expect(fixture.send(crew.handler, 'contact.log', { demand: claim, way: 'call' })).rejects.toMatchObject({
    code: 'not-found',
  })
})
