import { describe, expect, it } from 'vitest'
import { duties } from '../../../domain/demand/next.ts'
import { told } from '../../../protocol/told.ts'
import { wordsOf } from '../../../web/door/dress.ts'
import { eventWords } from '../../../web/door/follow/event-words.ts'
import { dress, followed, now, row, rules, unit } from './follow.fixture.ts'

const county = { id: 3, name: '江湾区总工会', level: 'county' }
const at = '2026-06-23T15:59:59Z'
/** What each kind may hold; a value per word of the catalogue. */
const details: Readonly<Record<string, readonly Record<string, unknown>[]>> = {
  OrderOffered: [{ lead: unit }],
  OrderSigned: [{}, { auto: true }],
  ContactLogged: ['person', 'video', 'call', 'try'].map((way) => ({ way })),
  UnderstandingAnswered: [{ yes: true }, { yes: false }],
  VerdictGiven: ['solved', 'partly', 'unsolved', 'clear'].map((solved) => ({ solved })),
  DemandClosed: ['solved', 'partly', 'unsolved', 'unknown', 'clear', 'none'].map((outcome) => ({ outcome })),
  DemandReopened: [{ n: 1 }, { n: 2 }],
  ContentErased: [{ parts: ['identity', 'text'] }],
  OrderRuled: [
    { upheld: true, to: county },
    { upheld: false, to: unit },
  ],
  JointOrdered: [
    { holder: county, department: null },
    { holder: null, department: 'tax' },
  ],
  JointAnswered: [{ unable: true }, { unable: false }],
  RequestAsked: ['pause', 'extend', 'lower'].map((request) => ({ request })),
  RequestRefused: ['pause', 'extend', 'lower'].map((request) => ({ request })),
  PauseStarted: rules.reasons.pause.map(({ code }) => ({ reason: code, untilAt: at })),
  PauseEnded: ['time', 'worker', 'lead'].map((by) => ({ by, dueAt: at })),
  DemandExtended: rules.reasons.extend.map(({ code }) => ({ reason: code, dueAt: at })),
  DemandReclassed: [{ agreed: true }, { agreed: false }],
  OpinionGiven: [{ take: true }, { take: false }],
  ExclusionDecided: [{ excluded: true }, { excluded: false }],
  CommitmentMade: ['employer', 'department', 'union'].map((promisor) => ({
    promisor,
    promisedOn: '2026-07-08',
    amountFen: 3_000_050,
  })),
  LetterSent: rules.letters.map(({ code }) => ({ letter: code })),
  ClockChased: ['triage', 'contact', 'answer', 'joint', 'callback', 'protection'].map((what) => ({ what, to: county })),
  ClockSupervised: ['triage', 'contact', 'answer', 'joint', 'callback'].map((what) => ({ what, to: county })),
  DecisionClimbed: ['ruling', 'request', 'opinion'].map((what) => ({ what, to: county })),
  CallbackOpened: [
    { callback: county, sameUnit: false },
    { callback: unit, sameUnit: true },
  ],
  CallbackTried: ['call', 'sms', 'visit', 'thread'].map((way) => ({ way, on: '2026-06-24' })),
  CallbackMade: ['call', 'visit'].map((way) => ({ way })),
  WatchAnswered: [{ trouble: true }, { trouble: false }],
  ProtectionOpened: [{ cause: 'watch', to: county, dueAt: at }],
}
// Told elsewhere on the page, told by what follows it, or the union's own.
const silent = ['MessagePosted', 'RequestGranted', 'ClockWarned']
const kinds = Object.keys(told).filter((kind) => told[kind as keyof typeof told] && !silent.includes(kind))

describe.each(['zh', 'en'] as const)('the timeline in %s', (locale) => {
  const dressed = { ...dress, locale }
  it.each(kinds)('has its own words for %s', (kind) => {
    const said = (details[kind] ?? [{}]).map((detail) => eventWords(dressed, row(2, kind, detail), now))
    expect(said).not.toContain(wordsOf(dressed).course.events.other)
    expect(new Set(said).size).toBe(said.length)
    for (const text of said) expect(text).not.toMatch(/undefined|null|NaN|[:：]\s*$|^\s*[,，]/)
  })
})

describe('the timeline', () => {
  const line = (kind: string, detail: Record<string, unknown>, text: string | null = null) =>
    followed({}, [row(5, kind, detail, text)])
  it('says of an objection that the time of the worker runs on, and of a ruling who leads', () => {
    expect(line('OrderObjected', { ruler: county, rulingDueAt: at })).toMatch(/是不是该由别的工会来办。您的期限照算/)
    expect(line('OrderRuled', { upheld: true, to: county })).toContain('改由江湾区总工会承办')
  })
  it('says why it is paused and until when, and what it means for the time', () => {
    expect(line('PauseStarted', { reason: 'appraisal', untilAt: '2026-07-10T15:59:59Z' })).toContain(
      '暂停计时：等待鉴定、认定。最晚 7月10日（星期五）',
    )
    expect(line('DemandExtended', { reason: 'bargaining', dueAt: at })).toMatch(
      /延长了一次期限：正在协商.*答复期限 6月23日/s,
    )
  })
  it('marks a time that rests on a calendar without an official notice', () => {
    expect(line('DemandTriaged', { dueAt: at, provisional: true })).toContain('放假安排还没有公布')
    expect(line('DemandTriaged', { dueAt: at, provisional: false })).not.toContain('放假安排')
  })
  it('names who promised, until when and how much', () => {
    const made = line('CommitmentMade', { promisor: 'employer', promisedOn: '2026-07-08', amountFen: 3_000_050 })
    expect(made).toContain('用人单位答应：7月8日做到，30,000.50 元')
  })
  it('tells a chase as what was not done, to the level that knows', () => {
    expect(line('ClockChased', { what: 'contact', to: county })).toMatch(
      /到时间还没有和您联系，已经催办.*江湾区总工会/s,
    )
    expect(line('ClockSupervised', { what: 'answer', to: county })).toContain('催过仍没有答复您，由江湾区总工会督办')
  })
  it('says who asks whether it is solved, and when it is the same union', () => {
    expect(line('CallbackOpened', { callback: county, sameUnit: false })).toContain('由江湾区总工会来问')
    expect(line('CallbackOpened', { callback: unit, sameUnit: true })).toContain(
      '由柳荫街道工会的另一个人来问，单独统计',
    )
  })
  it('says on which day and how a callback was tried', () => {
    expect(line('CallbackTried', { way: 'sms', on: '2026-06-24' })).toContain('6月24日发短信问您，没有等到回音')
  })
  it('says of merging what stays the worker’s own', () => {
    const text = line('DemandMerged', { lead: unit, dueAt: at })
    expect(text).toMatch(/自己的回执、自己的答复、自己来评价；别人看不到您/)
    expect(text).toContain('答复期限 6月23日')
  })
  it('shows no words of the union to itself, whatever it is given', () => {
    const own = ['OrderObjected', 'OrderRuled', 'JointOrdered', 'JointAnswered', 'RequestAsked', 'RequestRefused']
    for (const kind of [
      ...own,
      'OpinionAsked',
      'OpinionGiven',
      'ExclusionAsked',
      'LetterSent',
      'LetterReplied',
      'RequestGranted',
    ])
      expect(line(kind, {}, '厂门口的老李'), kind).not.toContain('老李')
    expect(line('ProtectionAnswered', {}, '已经找用人单位谈过')).toContain('已经找用人单位谈过')
  })
  it('tells an order that goes out with the triage once, and one that moves later by itself', () => {
    const offered = { ...row(3, 'OrderOffered', { lead: unit }), at: row(2, 'DemandTriaged', {}).at }
    expect(followed({}, [row(2, 'DemandTriaged', { dueAt: at }), offered])).not.toContain('交给柳荫街道工会承办')
    expect(followed({}, [row(2, 'DemandTriaged', { dueAt: at }), row(9, 'OrderOffered', { lead: county })])).toContain(
      '交给江湾区总工会承办',
    )
  })
  it('says of danger and of many people that a lead stood from the first instant on', () => {
    const raised = (fixed: string) => followed({}, [row(1, 'DemandRaised', { fixed, to: county, dueAt: at }, '塌方')])
    expect(raised('danger')).toMatch(/马上交给江湾区总工会承办.*答复期限 6月23日/s)
    expect(raised('group')).toContain('按规定马上交给江湾区总工会承办')
  })
})

it.each(duties)('says who must act next for %s', (what) => {
  const next = { what, unit: county, section: null, at }
  expect(followed({ next })).toContain(`<b>江湾区总工会</b><br>${wordsOf(dress).follow.nextWhat[what]}`)
})
