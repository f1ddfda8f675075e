import { beforeAll, describe, expect, it } from 'vitest'
import { told } from '../../../protocol/told.ts'
import type { Names } from '../text/names.ts'
import { namesOf } from '../text/names.ts'
import { isTextKey, type Language, learn, type Speech, sayIn } from '../text/say.tsx'
import { sayEvent } from './event-words.ts'

const names: Names = namesOf(undefined, 'zh')
const speechIn = (language: Language): Speech => ({
  language,
  speak: () => undefined,
  say: (key, params) => sayIn(language, key, params),
  sayOr: (key, otherwise, params) => sayIn(language, isTextKey(key) ? key : otherwise, params),
})
beforeAll(() => learn('en'))
const units: Readonly<Record<number, string>> = { 3: '江湾区总工会', 9: '某市总工会' }
const saying = (language: Language) => ({
  speech: speechIn(language),
  names,
  unitName: (unit: number | null) => units[unit ?? 0] ?? null,
  now: Date.parse('2026-06-15T02:00:00Z'),
})
const to = { unit: 9, path: [9], section: null }
const at = '2026-06-18T15:59:59Z'

/** One of each kind, and one more where a kind says several things. */
const events: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['DemandRaised', { channel: 'online', fixed: 'danger' }],
  ['DemandTriaged', { topic: 'A03', nature: 'complaint', dueAt: at }],
  ['OrderOffered', { lead: to }],
  ['DemandRedirected', { reason: 'arbitration' }],
  ['OrderSigned', { unit: 3 }],
  ['OrderSigned', { unit: 3, auto: true }],
  ['ContactLogged', { way: 'person' }],
  ['ContactLogged', { way: 'try' }],
  ['MessagePosted', { from: 'worker' }],
  ['UnderstandingWritten', {}],
  ['UnderstandingAnswered', { yes: false, assisted: true }],
  ['ConsentGiven', { purpose: 'public-story', version: 1, name: true, picture: false }],
  ['ConsentWithdrawn', { purpose: 'public-story', cause: 'worker' }],
  ['ApproachProposed', { n: 1 }],
  ['ApproachAnswered', { n: 1, yes: true, via: 'receipt' }],
  ['ApproachAnswered', { n: 1, yes: false, via: 'receipt' }],
  ['ApproachAnswered', { n: 1, yes: true, via: 'call', assisted: true }],
  ['ApproachAnswered', { n: 1, yes: false, via: 'person', assisted: true }],
  ['CadreKept', { keep: 'cadre' }],
  ['FileAttached', { is: 'photo' }],
  ['FileAttached', { is: 'voice' }],
  ['FileAttached', { is: 'paper' }],
  ['GroupsSet', { groups: ['migrant'] }],
  ['DeedRecorded', { deed: 'pay', amountFen: 3_860_000, shared: true }],
  ['DemandAnswered', { claim: 'done', callback: to, sameUnit: true }],
  ['VerdictGiven', { solved: 'partly', assisted: true, via: 'callback' }],
  ['DemandClosed', { outcome: 'unknown' }],
  ['DemandReopened', { n: 2, dueAt: at }],
  ['DemandWithdrawn', {}],
  ['PressureReported', {}],
  ['ContentErased', { parts: ['identity', 'text'] }],
  ['OrderObjected', { reason: 'not-our-duty', ruler: to, rulingDueAt: at }],
  ['OrderRuled', { upheld: true, from: 3, to: 9 }],
  ['OrderRuled', { upheld: false, from: 3, to: 3 }],
  ['JointOrdered', { n: 1, holder: to, department: null, dueAt: at }],
  ['JointOrdered', { n: 2, holder: null, department: 'tax', dueAt: at }],
  ['JointAnswered', { n: 1, unable: true }],
  ['RequestAsked', { request: 'pause', reason: 'appraisal', until: '2026-07-02', approver: to, decideBy: at }],
  ['RequestAsked', { request: 'extend', reason: 'new-facts', approver: to, decideBy: at }],
  ['RequestAsked', { request: 'lower', to: { urgency: 'P2', difficulty: 'hard' }, approver: to, decideBy: at }],
  ['RequestGranted', { request: 'pause' }],
  ['RequestRefused', { request: 'lower' }],
  ['PauseStarted', { reason: 'appraisal', untilAt: at }],
  ['PauseEnded', { by: 'worker', dueAt: at }],
  ['DemandExtended', { reason: 'bargaining', dueAt: at }],
  ['DemandReclassed', { urgency: 'P1', difficulty: 'hard', dueAt: at }],
  ['OpinionAsked', { to, dueAt: at }],
  ['ExclusionAsked', { reason: 'malicious-repeat', judge: to, decideBy: at }],
  ['ExclusionWeighed', { agree: true }],
  ['ExclusionWeighed', { agree: false }],
  ['ExclusionDecided', { excluded: true, why: 'two' }],
  ['ExclusionDecided', { excluded: false, why: 'one' }],
  ['ExclusionDecided', { excluded: false, why: 'silence' }],
  ['OpinionGiven', { take: true }],
  ['CommitmentMade', { promisedOn: '2026-07-08', promisor: 'employer', amountFen: 3_860_000 }],
  ['CommitmentMade', { promisedOn: '2026-07-08', promisor: 'union', amountFen: null }],
  ['CommitmentContradicted', {}],
  ['CommitmentKept', {}],
  ['CommitmentUnmet', {}],
  ['LetterSent', { n: 1, letter: 'opinion', replyDueAt: at }],
  ['LetterSent', { n: 2, letter: 'reminder', replyDueAt: null }],
  ['LetterReplied', { n: 1 }],
  ['HandlerRecused', { post: 4 }],
  ['ClockWarned', { what: 'answer', to }],
  ['ClockWarned', { what: 'triage', to, late: true }],
  ['ClockSpared', {}],
  ['ClockChased', { what: 'joint', to }],
  ['ClockSupervised', { what: 'triage', to }],
  ['DecisionClimbed', { what: 'ruling', to, decideBy: at }],
  ['InterimDue', { nextAt: at }],
  ['DemandArchived', {}],
  ['DueRecalculated', { dueAt: at }],
  ['CallbackOpened', { callback: to, sameUnit: false }],
  ['CallbackTried', { way: 'thread' }],
  ['CallbackMade', { way: 'call', meant: false }],
  ['CallbackMade', { way: 'call', meant: null }],
  ['WatchAsked', { day: 30 }],
  ['WatchAnswered', { trouble: true }],
  ['ProtectionOpened', { cause: 'watch', to, dueAt: at }],
  ['ProtectionAnswered', {}],
  ['DemandMerged', { master: 'x', masterNumber: 'SQ-990102-20260615-000001-2' }],
  ['ClaimJoined', { claim: 'x' }],
  ['ClaimSettled', { claim: 'x', outcome: 'solved' }],
  ['ClaimReopened', { claim: 'x' }],
]

describe('what happened, in words', () => {
  it('is said of every kind of event there is', () => {
    expect([...new Set(events.map(([kind]) => kind))].sort()).toEqual(Object.keys(told).sort())
  })

  it.each(['zh', 'en'] as const)('is said in %s with every place filled and no code left', (language) => {
    for (const [kind, detail] of events) {
      const words = sayEvent(saying(language), { kind, detail })
      expect(words, kind).not.toMatch(/[{}]|undefined|NaN/)
      expect(words, kind).not.toContain(kind)
    }
  })

  it('names whom it concerns, until when, and how much', () => {
    const say = (n: number) => sayEvent(saying('zh'), { kind: events[n]?.[0] ?? '', detail: events[n]?.[1] ?? {} })
    const of = (kind: string) => say(events.findIndex((each) => each[0] === kind))
    expect(of('OrderObjected')).toBe('提出异议：not-our-duty。请某市总工会裁定，6月18日 23:59 之前')
    expect(of('OrderRuled')).toBe('裁定：异议成立，改由某市总工会主办')
    expect(of('RequestAsked')).toContain('申请挂起到 7月2日')
    expect(of('CommitmentMade')).toBe('用人单位答应 7月8日 之前付 38,600.00 元，职工同意')
    expect(of('VerdictGiven')).toBe('职工评价：解决了一部分（工会人员协助）（回访时说的）')
  })

  it('of an event of a later version is plain', () => {
    expect(sayEvent(saying('zh'), { kind: 'SomethingNew', detail: {} })).toBe('有一步新的经过（SomethingNew）')
    expect(sayEvent(saying('zh'), { kind: 'PauseEnded', detail: { by: 'moon' } })).toContain('有一步新的经过')
  })
})
