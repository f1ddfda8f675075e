import { describe, expect, it } from 'vitest'
import type { TimelineRow } from '../../../protocol/view.ts'
import { jointsFor, standingOf } from './standing.ts'

const at = '2026-06-18T15:59:59Z'
const timeline = (...events: readonly (readonly [string, Readonly<Record<string, unknown>>])[]): TimelineRow[] =>
  events.map(([kind, detail], n) => ({
    n: n + 1,
    kind,
    at,
    by: 'union',
    unit: null,
    person: null,
    content: null,
    detail,
  }))

describe('how a demand stands', () => {
  it('may be objected to until somebody signs, objects or is ruled to lead', () => {
    const offered = ['OrderOffered', { objectUntil: at, autoSignAt: at }] as const
    expect(standingOf(timeline(offered))).toMatchObject({ objectUntil: at, autoSignAt: at })
    expect(standingOf(timeline(offered, ['OrderSigned', { unit: 3 }])).objectUntil).toBeNull()
    const objected = standingOf(timeline(offered, ['OrderObjected', { reason: 'wrong-topic' }]))
    expect([objected.objectUntil, objected.objection?.detail.reason]).toEqual([null, 'wrong-topic'])
    const ruled = timeline(offered, ['OrderObjected', {}], ['OrderRuled', { to: 9 }], ['OrderOffered', { lead: {} }])
    expect(standingOf(ruled)).toMatchObject({ objection: null, objectUntil: null })
  })

  it('holds joint orders and letters by their number', () => {
    const so = standingOf(
      timeline(
        ['JointOrdered', { n: 1, holder: { unit: 7 }, department: null, dueAt: at }],
        ['JointOrdered', { n: 2, holder: null, department: 'tax', dueAt: at }],
        ['JointAnswered', { n: 2, unable: true }],
        ['LetterSent', { n: 1, letter: 'opinion', replyDueAt: at }],
        ['LetterReplied', { n: 1 }],
      ),
    )
    expect(so.joints.map(({ n, unit, department, state }) => [n, unit, department, state])).toEqual([
      [1, 7, null, 'asked'],
      [2, null, 'tax', 'unable'],
    ])
    expect(so.letters).toEqual([{ n: 1, letter: 'opinion', replyDueAt: at, replied: true }])
  })

  it('forgets what was decided, ended or broken', () => {
    const asked = ['RequestAsked', { request: 'extend' }] as const
    expect(standingOf(timeline(asked)).asked?.detail.request).toBe('extend')
    const over = standingOf(
      timeline(
        asked,
        ['RequestGranted', { request: 'extend' }],
        ['DemandExtended', { dueAt: at }],
        ['PauseStarted', { reason: 'appraisal', untilAt: at }],
        ['PauseEnded', { by: 'lead' }],
        ['CommitmentMade', { promisedOn: '2026-07-08', promisor: 'employer', amountFen: 100 }],
        ['CommitmentUnmet', {}],
        ['OpinionAsked', {}],
        ['OpinionGiven', {}],
      ),
    )
    expect(over).toMatchObject({ asked: null, extended: true, pause: null, promise: null, opinion: null })
  })

  it('says who supervises, whether a worker is protected, and what it is handled with', () => {
    const so = standingOf(
      timeline(
        ['ClockSupervised', { what: 'answer', to: { unit: 9 } }],
        ['ClockSupervised', { what: 'joint', to: { unit: 9 } }],
        ['WatchAnswered', { trouble: true }],
        ['WatchAnswered', { trouble: false }],
        ['ProtectionOpened', { to: { unit: 9 }, dueAt: at }],
        ['DemandMerged', { masterNumber: 'SQ-1' }],
        ['ClaimJoined', { claim: 'x' }],
      ),
    )
    expect(so).toMatchObject({ supervisors: [9], masterNumber: 'SQ-1', claims: 1 })
    expect(so).toMatchObject({ protecting: { unit: 9, dueAt: at }, trouble: { detail: { trouble: true } } })
  })
})

describe('joint orders this person may answer', () => {
  const joint = { n: 1, unit: 7, department: null, dueAt: at, state: 'asked' } as const
  const tax = { ...joint, n: 2, unit: null, department: 'tax' }

  it("are those of their own union, and as the lead those of departments, while they're open", () => {
    expect(jointsFor([joint, tax], 7)).toEqual([joint])
    expect(jointsFor([joint, tax], 3)).toEqual([tax])
    expect(
      jointsFor(
        [
          { ...joint, state: 'answered' },
          { ...tax, state: 'unable' },
        ],
        7,
      ),
    ).toEqual([])
  })
})
