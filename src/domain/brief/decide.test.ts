import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '../actor.ts'
import { countBrief } from '../measure/count-brief.ts'
import type { BriefCommand } from './command.ts'
import { decide, deliver } from './decide.ts'
import type { BriefEvent } from './event.ts'
import { evolve, type RecordedBriefEvent } from './evolve.ts'
import type { BriefState } from './state.ts'

// Township 4 of county 2.
const staff = (role: Role, unit = 4): Actor => ({ kind: 'staff', account: 'x', post: 70, unit, section: null, role })
const about = { directive: 'd', unit: 4 }
const delivered: BriefEvent = { kind: 'BriefDelivered', body: { ...about, path: [4, 2, 1], clauses: 2 } }
const received: BriefEvent = { kind: 'BriefReceived', body: {} }
const planned = (id: string): BriefEvent => ({
  kind: 'BriefPlanned',
  body: { content: { plan: { id, part: 'text', commitment: '' } } },
})
const past = (...events: BriefEvent[]): RecordedBriefEvent[] =>
  events.map((event, n) => ({ ...event, stream: 'b', at: `2026-06-${15 + n}T17:00:00.000Z` }))
const given = (...events: BriefEvent[]) => past(...events).reduce<BriefState | null>(evolve, null) as BriefState
const refusal = (code: string, params = {}) => ({ refused: { code, params } })
type Asked = Exclude<BriefCommand, { kind: 'brief.deliver' }>
const when = (state: BriefState, command: Asked, actor = staff('head'), inForce = true) =>
  decide(state, command, { actor, inForce })
const receive: Asked = { kind: 'brief.receive', ...about }
const plan: Asked = { kind: 'brief.plan', ...about, text: '先去三家还没去过的。' }
const part = { clause: 2, text: '六月走完二组', fromOn: '2026-06-15', toOn: '2026-06-30' }
const decompose = (more: object = {}): Asked => ({ kind: 'brief.decompose', ...about, parts: [{ ...part, ...more }] })

describe('a brief', () => {
  test('is put before a unit once', () => {
    const command = { kind: 'brief.deliver', ...about, path: [4, 2, 1], clauses: 2 } as const
    expect(deliver(null, command)).toEqual({ accepted: [delivered] })
    expect(deliver(given(delivered), command)).toEqual(refusal('brief.delivered-before'))
  })
  test('is received by head or organiser of the unit itself, once', () => {
    expect(when(given(delivered), receive)).toEqual({ accepted: [received] })
    expect(when(given(delivered), receive, staff('organiser'))).toHaveProperty('accepted')
    expect(when(given(delivered), receive, staff('handler'))).toEqual(refusal('not-allowed'))
    expect(when(given(delivered), receive, staff('head', 2))).toEqual(refusal('not-found'))
    expect(when(given(delivered, received), receive)).toEqual(refusal('brief.received-before'))
  })
  test('gets a plan, sealed, once it was received', () => {
    expect(when(given(delivered), plan)).toEqual(refusal('brief.not-received'))
    expect(when(given(delivered, received), plan)).toEqual({
      accepted: [
        {
          kind: 'BriefPlanned',
          body: {},
          seal: { plan: { part: 'text', kind: 'brief.plan', value: '先去三家还没去过的。' } },
        },
      ],
    })
    expect(given(delivered, received, planned('one'), planned('two')).plan).toBe('two')
  })
  test('is decomposed under clauses that are there, in days that are in order', () => {
    expect(when(given(delivered, received), decompose())).toEqual({
      accepted: [{ kind: 'BriefDecomposed', body: { parts: [part] } }],
    })
    expect(when(given(delivered), decompose())).toEqual(refusal('brief.not-received'))
    expect(when(given(delivered, received), decompose({ clause: 3 }))).toEqual(refusal('clause.unknown', { clause: 3 }))
    expect(when(given(delivered, received), decompose({ toOn: '2026-06-14' }))).toEqual(refusal('line.days'))
  })
  test('of a directive that is over is still received, and nothing is planned for it', () => {
    expect(when(given(delivered), receive, staff('head'), false)).toHaveProperty('accepted')
    expect(when(given(delivered, received), plan, staff('head'), false)).toEqual(refusal('directive.not-issued'))
  })
})

test('a brief counts once by each measure, on the local day it first became true, for its unit and all above, and for its directive alone', () => {
  const common = { path: [4, 2, 1], cuts: ['directive:d'], persons: 0 }
  expect(countBrief(past(delivered))).toEqual([{ measure: 'brief-delivered', on: '2026-06-16', ...common }])
  expect(countBrief(past(delivered, received, planned('one'), planned('two')))).toEqual([
    { measure: 'brief-delivered', on: '2026-06-16', ...common },
    { measure: 'brief-received', on: '2026-06-17', ...common },
    { measure: 'brief-planned', on: '2026-06-18', ...common },
  ])
  expect(countBrief([])).toEqual([])
})
