import { describe, expect, test } from 'vitest'
import { acts, but, onward } from '../order/order.fixture.ts'
import { ask, given, life, now, type Override, outcome, path, people, type Step, said } from './given.fixture.ts'
import { next } from './next.ts'

const plus = (days: number) => new Date(Date.parse(now) + days * 86_400_000).toISOString()
const danger: Step = [people.public, { ...said, danger: true }]
const group: Step = [people.public, { ...said, persons: 10 }]
const urgent = but(life.triage, { urgency: 'P1' })
const county: Override = { lead: { unit: 10, path: path.county, section: null, staffed: true, level: 'county' } }
const toCounty = but(urgent, { lead: 10 })

describe('danger to life and groups', () => {
  test('get class, due and order at once, copied to who supervises, without objection', () => {
    expect(ask(null, ...group)).toMatchObject({
      accepted: [
        {
          kind: 'DemandRaised',
          body: {
            ...{ fixed: 'group', urgency: 'P1', contactDueAt: plus(1) },
            ...{ dueAt: plus(7), warnAt: plus(5.6), superviseAt: plus(12) },
          },
        },
        {
          kind: 'OrderOffered',
          body: { lead: { unit: 20 }, copies: [{ unit: 10 }], why: 'group', autoSignAt: plus(0.5), objectUntil: null },
        },
      ],
    })
    const twelve = { ...said, danger: true, persons: 12 }
    expect(ask(null, people.public, twelve)).toMatchObject({
      accepted: [{ body: { fixed: 'danger', urgency: 'P0' } }, { body: { why: 'danger', autoSignAt: plus(0.01) } }],
    })
  })
  test('copy nothing to the lead itself or to a union that may not see it', () => {
    const own = { copy: { unit: 20, path: path.township, section: null } }
    expect(ask(null, ...group, own)).toMatchObject({ accepted: [{}, { body: { copies: [] } }] })
    expect(ask(null, ...group, { copy: null })).toMatchObject({ accepted: [{}, { body: { copies: [] } }] })
    expect(ask(null, ...group, { employerUnits: [10, 30] })).toMatchObject({ accepted: [{}, { body: { copies: [] } }] })
    const beside = { copy: { unit: 40, path: path.beside, section: null } }
    expect(ask(null, ...group, beside)).toMatchObject({ accepted: [{}, { body: { copies: [] } }] })
  })
  test('are worked on before triage, which is owed beside it', () => {
    const state = given(danger, life.sign)
    expect(state).toMatchObject({ status: 'inHand', orderState: 'signed', topic: null })
    expect(next(given(group))).toMatchObject({ unit: 20, what: 'triage' })
    expect(outcome(ask(state, ...life.call))).toEqual(['ContactLogged'])
    expect(outcome(ask(given(group, life.sign), ...acts.raise))).toBe('class.lowering-is-asked')
  })
  test('are sorted with the order left where it is, or given to another lead', () => {
    const kept = ask(given(group, life.sign), ...urgent)
    expect(outcome(kept)).toEqual(['DemandTriaged'])
    expect(onward(given(group, life.sign), urgent)).toMatchObject({ topic: 'A03', orderState: 'signed' })
    expect(outcome(ask(given(group), ...urgent))).toEqual(['DemandTriaged'])
    expect(ask(given(group, life.sign), ...toCounty, county)).toMatchObject({
      accepted: [{ kind: 'DemandTriaged' }, { body: { lead: { unit: 10 }, copies: [], objectUntil: plus(0.25) } }],
    })
    const section = but(urgent, { section: 'legal' })
    expect(outcome(ask(given(group, life.sign), ...section))).toEqual(['DemandTriaged', 'OrderOffered'])
    expect(outcome(ask(onward(given(group, life.sign), urgent), ...urgent))).toBe('demand.already-triaged')
  })
  test('keep their class, and a due that is never put off', () => {
    expect(outcome(ask(given(group), ...life.triage))).toBe('class.fixed')
    expect(outcome(ask(given(group), ...but(life.triage, { urgency: 'P0' })))).toEqual(['DemandTriaged'])
    const sooner = { ...given(group), dueAt: plus(2), contactDueAt: plus(0.5) }
    expect(onward(sooner, urgent)).toMatchObject({ dueAt: plus(2), contactDueAt: plus(0.5) })
    const later = { ...given(group), dueAt: plus(9), contactDueAt: plus(3) }
    expect(onward(later, urgent)).toMatchObject({ dueAt: plus(7), contactDueAt: plus(1) })
  })
  test('that were answered before they were sorted stay answered, and with their lead', () => {
    const answered = { ...given(danger, life.sign, life.call, life.explain), dueAt: plus(9) }
    const zero = but(life.triage, { urgency: 'P0' })
    expect(onward(answered, zero)).toMatchObject({ status: 'answered', topic: 'A03', dueAt: plus(9) })
    expect(outcome(ask(answered, ...but(zero, { lead: 10 }), county))).toBe('order.already-answered')
    const again = given(danger, life.sign, life.call, life.explain, life.unsolved)
    expect(onward(again, zero)).toMatchObject({ status: 'reopened', dueAt: again.dueAt })
  })
  test('may still be sent where help is, until somebody has signed', () => {
    const elsewhere: Step = [
      people.triage,
      { kind: 'demand.redirect', demand: 'd', outcome: 'emergency', reason: 'outside-duty', text: '请打120' },
    ]
    expect(outcome(ask(given(danger), ...elsewhere))).toEqual(['DemandRedirected'])
    expect(outcome(ask(given(danger, life.sign), ...elsewhere))).toBe('demand.already-triaged')
    expect(outcome(ask(given(danger, life.withdraw), ...elsewhere))).toBe('demand.closed')
    expect(ask(given(life.raise), ...but(elsewhere, { earlier: 'SQ-1' }))).toMatchObject({
      accepted: [{ body: { outcome: 'emergency', earlier: 'SQ-1', reopenUntil: plus(30), archiveAt: plus(31) } }],
    })
    expect(ask(given(life.raise), ...but(elsewhere, { outcome: undefined }))).toMatchObject({
      accepted: [{ body: { reason: 'outside-duty', earlier: null } }],
    })
  })
})

describe('triage', () => {
  test('says all that time will do, and until when the lead may object', () => {
    expect(ask(given(life.raise), ...life.triage)).toMatchObject({
      accepted: [
        { body: { warnAt: plus(5.6), superviseAt: plus(12), interimAt: null, provisional: false, restricted: null } },
        { body: { why: 'triage', autoSignAt: plus(0.5), objectUntil: plus(0.25) } },
      ],
    })
    const complex = but(life.triage, { difficulty: 'complex' })
    expect(ask(given(life.raise), ...complex)).toMatchObject({ accepted: [{ body: { interimAt: plus(14) } }, {}] })
  })
  test('gives what one section alone may see to that section', () => {
    const restricted = { restricted: 'discipline' }
    expect(outcome(ask(given(life.raise), ...life.triage, restricted))).toBe('lead.wrong-section')
    expect(outcome(ask(given(life.raise), ...but(life.triage, { section: 'legal' }), restricted))).toBe(
      'lead.wrong-section',
    )
    const right = but(life.triage, { section: 'discipline' })
    expect(onward(given(life.raise), right, restricted)).toMatchObject({
      restricted: 'discipline',
      lead: { section: 'discipline' },
    })
  })
  test('is over when it is closed', () => {
    expect(outcome(ask(given(life.raise, life.withdraw), ...life.triage))).toBe('demand.closed')
  })
})

describe('an answer at once', () => {
  const atOnce: Step = [
    people.triage,
    { kind: 'demand.answer-now', demand: 'd', topic: 'B01', nature: 'consultation', text: '应当签书面合同' },
  ]
  test('sorts, leads, signs and answers; another union asks the worker', () => {
    expect(outcome(ask(given(life.raise), ...atOnce))).toEqual([
      ...['DemandTriaged', 'OrderOffered', 'OrderSigned', 'DemandAnswered'],
    ])
    const state = onward(given(life.raise), atOnce)
    expect(state).toMatchObject({
      ...{ status: 'answered', orderState: 'answered', topic: 'B01', nature: 'consultation', claim: 'explained' },
      ...{ lead: { unit: 20 }, copies: [{ unit: 10 }], callback: { unit: 10 }, dueAt: plus(7) },
      ...{ callbackDueAt: plus(17), callbacks: { opensAt: plus(7), sameUnit: false } },
    })
    const clear = [people.worker, { kind: 'verdict.give', demand: 'd', solved: 'clear' }] as const
    expect(onward(state, clear)).toMatchObject({ status: 'closed', outcome: 'clear' })
  })
  test('finds who calls back, or is refused', () => {
    expect(outcome(ask(given(life.raise), ...atOnce, { ladder: [] }))).toBe('callback.nobody')
  })
  test('is for the section that alone may see it', () => {
    const kept = { restricted: 'women' }
    expect(outcome(ask(given(life.raise), ...atOnce, kept))).toBe('lead.wrong-section')
    const her = { ...people.triage, section: 'women' }
    expect(ask(given(life.raise), her, atOnce[1], kept)).toMatchObject({
      accepted: [
        { body: { restricted: 'women' } },
        { body: { lead: { section: 'women' } } },
        {},
        { body: { callback: { section: 'women' } } },
      ],
    })
  })
  test.each<[string, Override]>([
    ['topic.unknown', { topicKnown: false }],
    ['nature.unknown', { natureKnown: false }],
  ])('refuses %s', (code, more) => expect(outcome(ask(given(life.raise), ...atOnce, more))).toBe(code))
  test('is not for what has a lead, was sorted, or is closed', () => {
    expect(outcome(ask(given(group), ...atOnce))).toBe('answer-now.has-lead')
    expect(outcome(ask(given(life.raise, life.triage), ...atOnce))).toBe('demand.already-triaged')
    expect(outcome(ask(given(life.raise, life.withdraw), ...atOnce))).toBe('demand.closed')
  })
})

describe('handling', () => {
  test('of what is objected to is nobody’s yet', () => {
    const objected = given(life.raise, life.triage, acts.object)
    for (const [actor, command] of [life.call, life.understand, life.deed, life.explain])
      expect(outcome(ask(objected, actor, command))).toBe('order.not-signed')
    expect(outcome(ask(given(life.raise, life.triage, life.withdraw), ...life.sign))).toBe('demand.closed')
  })
  test('leaves a callback that opened without an answer with who has it', () => {
    const state = given(life.raise, life.triage, life.sign, life.call)
    const callback = { unit: 5, path: path.city, section: null }
    const open = { ...state, callback, callbacks: { ...state.callbacks, open: true, sameUnit: false } }
    expect(ask(open, ...life.explain)).toMatchObject({ accepted: [{ body: { callback, sameUnit: false } }] })
  })
})
