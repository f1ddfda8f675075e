import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Crew, crewOf, ruledLife } from '../../../test/kit/lives.ts'
import { type PipelineFixture, pipelineFixture } from '../../../test/kit/pipeline.ts'

// What a rule looks at is loaded, and is what the rules and the directory say: that it is there at all the compiler sees.

let fixture: PipelineFixture
let crew: Crew
beforeAll(async () => {
  fixture = await pipelineFixture()
  crew = await crewOf(fixture)
})
afterAll(() => fixture?.close())

test('an objection with a reason of the catalogue is ruled on, and the ruling becomes a precedent', async () => {
  const demand = await ruledLife(fixture, crew)
  const { rows } = await fixture.db.owner.query('select reason, upheld from precedent where demand = $1', [demand])
  expect(rows).toEqual([{ reason: 'not-our-duty', upheld: false }])
})

test('a class of the table can be raised to, another cannot', async () => {
  const demand = await fixture.raise('一件事')
  const sorted = { topic: 'A03', nature: 'complaint', urgency: 'P2', difficulty: 'hard', lead: crew.handler.unit }
  await fixture.accept(crew.triage, 'demand.triage', { demand, ...sorted })
  await fixture.accept(crew.handler, 'order.sign', { demand })
  const unknown = { demand, urgency: 'P7', difficulty: 'plain' }
  await expect(fixture.send(crew.handler, 'demand.reclass', unknown)).rejects.toMatchObject({ code: 'class.unknown' })
  await fixture.accept(crew.handler, 'demand.reclass', { demand, urgency: 'P1', difficulty: 'plain' })
})

test('what one section alone may see is merged with nothing that many see, in neither direction', async () => {
  const inspector = await fixture.staff('江湾区总工会', 'handler', 'discipline')
  const at = { nature: 'complaint', urgency: 'P2', difficulty: 'plain', lead: inspector.unit, section: 'discipline' }
  const sorted = async (topic: string) => {
    const demand = await fixture.raise('一件事')
    await fixture.accept(crew.triage, 'demand.triage', { demand, topic, ...at })
    return demand
  }
  const [narrow, alike, wide] = [await sorted('M05'), await sorted('M05'), await sorted('A03')]
  const merge = (demand: string, master: string) => fixture.send(inspector, 'demand.merge', { demand, master })
  const wrong = { refused: { code: 'lead.wrong-section', params: { section: 'discipline' } } }
  expect(await merge(narrow, wide)).toMatchObject(wrong)
  expect(await merge(wide, narrow)).toMatchObject(wrong)
  expect(await merge(alike, narrow)).toHaveProperty('accepted')
})
