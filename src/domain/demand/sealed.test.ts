import { describe, expect, test } from 'vitest'
import type { DemandCommand } from './command.ts'
import { ask, given, life, people, said } from './given.fixture.ts'

const first = (decision: ReturnType<typeof ask>) => {
  if ('refused' in decision) throw new Error(decision.refused.code)
  return decision.accepted[0]
}
const signed = given(life.raise, life.triage, life.sign)

describe('what is said is sealed, and nothing else', () => {
  test('who raises leaves as much of who they are as they like', () => {
    const raised = (identity: object) =>
      first(ask(null, people.public, { ...said, mode: 'named', identity } as DemandCommand))?.seal
    expect(raised({ name: '', phone: '' })).toEqual({ text: expect.anything() })
    expect(raised({ name: '某人', phone: '' })).toMatchObject({
      identity: { part: 'identity', value: '{"name":"某人"}' },
    })
  })

  test('a contact is noted where there is something to note', () => {
    const logged = (more: object) =>
      first(ask(signed, people.handler, { ...life.call[1], ...more } as DemandCommand))?.seal
    expect(logged({})).toEqual({})
    expect(logged({ note: '下午再打' })).toEqual({ note: { part: 'text', kind: 'contact.note', value: '下午再打' } })
  })

  test('a deed has its sum in the event where there is one, its words never', () => {
    const { amountFen: _, ...plain } = life.deed[1]
    const deed = first(ask(signed, people.handler, plain))
    expect(deed?.body).toEqual({ deed: 'recovered-pay', amountFen: null })
    expect(JSON.stringify(deed?.body)).not.toContain('补发')
  })
})

test('joint orders, letters and opinions of a matter nobody signed are refused by their own reason', () => {
  const offered = given(life.raise, life.triage)
  const on = { demand: 'd', text: '话' }
  const early: readonly DemandCommand[] = [
    { ...on, kind: 'joint.order', unit: 40 },
    { ...on, kind: 'letter.send', letter: 'opinion' },
    { ...on, kind: 'opinion.ask' },
    { ...on, kind: 'opinion.give', take: false },
    { ...on, kind: 'request.ask', request: 'extend', reason: 'new-facts' },
    { ...on, kind: 'request.decide', grant: true },
    { ...on, kind: 'demand.reclass', urgency: 'P1', difficulty: 'plain' },
  ]
  for (const command of early)
    expect(ask(offered, people.handler, command)).toMatchObject({ refused: { code: 'order.not-signed' } })
})
