import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '../actor.ts'
import type { Measure } from '../measure/measure.ts'
import { approvesForms } from './approves-forms.ts'
import type { Clause, DirectiveCommand } from './command.ts'
import { type AskedOfDirective, decide, draft } from './decide.ts'
import type { DirectiveEvent } from './event.ts'
import { evolve } from './evolve.ts'
import { figureCut } from './figure-cut.ts'
import type { DirectiveState } from './state.ts'

// County 2 under province 1; 4 is a township of 2, 3 another county.
const staff = (role: Role, unit = 2): Actor => ({ kind: 'staff', account: 'x', post: 70, unit, section: null, role })
const today = '2026-06-15'
const words = { number: '2026-3', title: '意见', clauses: [{ text: '去听', measure: 'heard', cut: null }] } as const
const drafted: DirectiveEvent = { kind: 'DirectiveDrafted', body: { unit: 2, path: [2, 1], campaign: 'c', ...words } }
const issued: DirectiveEvent = { kind: 'DirectiveIssued', body: { to: 2, on: today } }
const given = (...events: DirectiveEvent[]): DirectiveState =>
  events.reduce<DirectiveState | null>(
    (state, event) => evolve(state, { ...event, stream: 'd' }),
    null,
  ) as DirectiveState
const refusal = (code: string, params = {}) => ({ refused: { code, params } })
const when = (
  state: DirectiveState,
  command: Exclude<DirectiveCommand, { kind: 'directive.draft' }>,
  facts: object = {},
) =>
  decide(state, {
    ...{ kind: command.kind, command },
    facts: {
      actor: staff('organiser'),
      today,
      numberTaken: false,
      knownCuts: [],
      toPath: [2, 1],
      successor: null,
      ...facts,
    },
  } as AskedOfDirective)
const issue = { kind: 'directive.issue', directive: 'd', unit: 2 } as const
const withdraw = { kind: 'directive.withdraw', directive: 'd', reason: '重复' } as const

describe('a directive', () => {
  const ask = (facts: object = {}) =>
    draft(
      { kind: 'directive.draft', unit: 2, campaign: 'c', ...words },
      { actor: staff('organiser'), today, path: [2, 1], campaignOf: 1, numberTaken: false, knownCuts: [], ...facts },
    )
  test('is drafted under a campaign of the unit or of one above, under a number of its own', () => {
    expect(ask()).toEqual({ accepted: [drafted] })
    expect(ask({ campaignOf: 3 })).toEqual(refusal('campaign.unknown'))
    expect(ask({ campaignOf: null })).toEqual(refusal('campaign.unknown'))
    expect(ask({ numberTaken: true })).toEqual(refusal('directive.number-taken', { number: '2026-3' }))
    expect(ask({ actor: staff('triage') })).toEqual(refusal('not-allowed'))
    expect(ask({ actor: staff('head', 1) })).toEqual(refusal('unit.unknown', { unit: 2 }))
  })
  test('goes to everybody, so no number that reaches somebody stands in it', () => {
    const named = (field: string, line = 1) => refusal('words.names-someone', { field, line, found: 'phone' })
    const clauses = [words.clauses[0], { text: '找 13800138000', measure: null, cut: null }]
    const drafting = { kind: 'directive.draft', unit: 2, campaign: 'c', ...words, clauses } as const
    const facts = { actor: staff('organiser'), today, path: [2, 1], campaignOf: 1, numberTaken: false, knownCuts: [] }
    expect(draft(drafting, facts)).toEqual(named('clauses', 2))
    const change = { kind: 'directive.change', directive: 'd', title: '找 13800138000' } as const
    expect(when(given(drafted), change)).toEqual(named('title'))
    expect(when(given(drafted, issued), { ...withdraw, reason: '找 13800138000' })).toEqual(named('reason'))
  })
  test('asks for no figure that is nothing for ever: each clause is cut by what is counted of it, and what there is', () => {
    const clause = (measure: Measure | null, cut: string | null) => ({ text: '去听', measure, cut })
    const drafting = (clauses: readonly Clause[]) =>
      draft(
        { kind: 'directive.draft', unit: 2, campaign: 'c', ...words, clauses },
        {
          ...{ actor: staff('organiser'), today, path: [2, 1], campaignOf: 1, numberTaken: false },
          knownCuts: ['topic:A', 'group:women', 'deed:mediation', 'plan:p'],
        },
      )
    const fine = [
      clause('heard', 'topic:A'),
      clause('solved', 'group:women'),
      clause('issues-closed', 'topic:A'),
      clause('deeds-done', 'deed:mediation'),
      clause('trained', 'plan:p'),
      clause('visits', null),
    ]
    expect(drafting(fine)).toHaveProperty('accepted')
    const strange = (code: string, cut: string) => refusal(code, { clause: 7, field: 'cut', cut })
    for (const cut of ['topic:X', 'topic:A01', 'group:rich'])
      expect(drafting([...fine, clause('heard', cut)])).toEqual(strange('clause.cut-unknown', cut))
    expect(drafting([...fine, clause('trained', 'plan:q')])).toEqual(strange('clause.cut-unknown', 'plan:q'))
    const misfits = [
      clause('heard', 'plan:p'),
      clause('visits', 'topic:A'),
      clause('trained', 'topic:A'),
      clause('issues-closed', 'group:women'),
      clause('brief-received', 'directive:d'),
      clause(null, 'topic:A'),
    ]
    for (const each of misfits) expect(drafting([...fine, each])).toEqual(strange('clause.cut-misfit', each.cut ?? ''))
    const change = { kind: 'directive.change', directive: 'd', clauses: [clause('heard', 'topic:X')] } as const
    expect(when(given(drafted), change)).toEqual(
      refusal('clause.cut-unknown', { clause: 1, field: 'cut', cut: 'topic:X' }),
    )
  })
  test('is changed as a draft, and never once it is issued', () => {
    const change = { kind: 'directive.change', directive: 'd', title: '新的意见' } as const
    expect(when(given(drafted), change)).toEqual({
      accepted: [{ kind: 'DirectiveChanged', body: { title: '新的意见' } }],
    })
    expect(when(given(drafted), { ...change, title: '意见' })).toEqual(refusal('line.unchanged'))
    const renumbered = { ...change, number: '2026-4' }
    expect(when(given(drafted), renumbered, { numberTaken: true })).toEqual(
      refusal('directive.number-taken', { number: '2026-4' }),
    )
    expect(when(given(drafted, issued), change)).toEqual(refusal('directive.issued'))
  })
  test('goes to its own unit or one below, once', () => {
    expect(when(given(drafted), issue)).toEqual({ accepted: [issued] })
    expect(when(given(drafted), { ...issue, unit: 4 }, { toPath: [4, 2, 1] })).toHaveProperty('accepted')
    expect(when(given(drafted), { ...issue, unit: 3 }, { toPath: [3, 1] })).toEqual(
      refusal('unit.unknown', { unit: 3 }),
    )
    expect(when(given(drafted), { ...issue, unit: 1 }, { toPath: [1] })).toEqual(refusal('unit.unknown', { unit: 1 }))
    expect(when(given(drafted, issued), issue)).toEqual(refusal('directive.issued'))
    expect(when(given(drafted), issue, { actor: staff('organiser', 1) })).toEqual(refusal('not-found'))
  })
  test('is superseded by another issued one of the same unit', () => {
    const supersede = { kind: 'directive.supersede', directive: 'd', successor: 'e' } as const
    const successor = { ...given(drafted, issued), id: 'e' }
    expect(when(given(drafted, issued), supersede, { successor })).toEqual({
      accepted: [{ kind: 'DirectiveSuperseded', body: { successor: 'e' } }],
    })
    expect(when(given(drafted), supersede, { successor })).toEqual(refusal('directive.not-issued'))
    const over = given(drafted, issued, { kind: 'DirectiveWithdrawn', body: { reason: '重复' } })
    expect(when(over, supersede, { successor })).toEqual(refusal('directive.not-issued'))
    const others = [
      null,
      { ...over, id: 'e' },
      { ...successor, unit: 1 },
      { ...successor, state: 'draft' },
      { ...successor, id: 'd' },
    ]
    for (const other of others)
      expect(when(given(drafted, issued), supersede, { successor: other })).toEqual(refusal('directive.unknown'))
  })
  test('is withdrawn with a reason while it is in force', () => {
    expect(when(given(drafted, issued), withdraw)).toEqual({
      accepted: [{ kind: 'DirectiveWithdrawn', body: { reason: '重复' } }],
    })
    expect(when(given(drafted), withdraw)).toEqual(refusal('directive.not-issued'))
    const over = given(drafted, issued, { kind: 'DirectiveWithdrawn', body: { reason: '重复' } })
    expect(over).toMatchObject({ state: 'withdrawn', reason: '重复' })
    expect(when(over, withdraw)).toEqual(refusal('directive.not-issued'))
  })
})

describe('a new form', () => {
  const attach = { kind: 'form.attach', directive: 'd', unit: 2, title: '月报表', legalBasis: '自己写的' } as const
  const approve = { kind: 'form.approve', directive: 'd', unit: 2, title: '月报表', legalBasis: '统计法' } as const
  const ask = { kind: 'form.ask', directive: 'd', unit: 2, title: '月报表', why: '没有这个数' } as const
  const refuse = { kind: 'form.refuse', directive: 'd', unit: 2, title: '月报表', reason: '第一条已经有了' } as const
  const facts = { path: [2, 1], highEnough: false, by: 2, approver: 1 }
  const province = { ...facts, actor: staff('organiser', 1), highEnough: true, by: 1 }
  const form = { unit: 2, title: '月报表', legalBasis: '统计法' }
  const approved: DirectiveEvent = { kind: 'FormApproved', body: { ...form, by: 1, on: today } }
  const wanted: DirectiveEvent = {
    kind: 'FormAsked',
    body: { unit: 2, path: [2, 1], title: '月报表', why: '没有这个数', approver: 1, on: today },
  }
  const denied: DirectiveEvent = {
    kind: 'FormRefused',
    body: { unit: 2, title: '月报表', reason: '第一条已经有了', by: 1, on: today },
  }
  test('is asked for by who wants it, once, where somebody can answer', () => {
    expect(when(given(drafted, issued), ask, facts)).toEqual({ accepted: [wanted] })
    expect(when(given(drafted, issued, wanted), ask, facts)).toEqual(refusal('form.asked-before'))
    expect(when(given(drafted, issued, wanted), { ...ask, title: '周报表' }, facts)).toHaveProperty('accepted')
    expect(when(given(drafted, issued, approved), ask, facts)).toEqual(refusal('form.approved-before'))
    expect(when(given(drafted, issued), ask, { ...facts, approver: null })).toEqual(refusal('form.nobody-to-ask'))
    const named = refusal('words.names-someone', { field: 'why', line: 1, found: 'phone' })
    expect(when(given(drafted, issued), { ...ask, why: '找 13800138000' }, facts)).toEqual(named)
    // Who is asked does not ask itself in the name of a union below.
    expect(when(given(drafted, issued), ask, province)).toEqual(refusal('unit.unknown', { unit: 2 }))
  })
  test('is refused with a reason, and may be asked for again', () => {
    expect(when(given(drafted, issued, wanted), refuse, province)).toEqual({ accepted: [denied] })
    expect(when(given(drafted, issued, wanted), refuse, facts)).toEqual(refusal('not-allowed'))
    expect(when(given(drafted, issued), refuse, province)).toEqual(refusal('form.not-asked'))
    const after = given(drafted, issued, wanted, denied)
    expect(after.asked).toMatchObject([
      { state: 'refused', reason: '第一条已经有了', answeredBy: 1, answeredOn: today },
    ])
    expect(when(after, refuse, province)).toEqual(refusal('form.not-asked'))
    expect(when(after, attach, facts)).toEqual(refusal('form.needs-approval'))
    expect(when(after, ask, facts)).toEqual({ accepted: [wanted] })
    expect(given(drafted, issued, wanted, approved).asked).toMatchObject([{ state: 'approved', answeredBy: 1 }])
    const named = refusal('words.names-someone', { field: 'reason', line: 1, found: 'phone' })
    expect(when(given(drafted, issued, wanted), { ...refuse, reason: '找 13800138000' }, province)).toEqual(named)
  })
  test('is not sent down on the word of the level that wants it', () => {
    expect(when(given(drafted, issued), attach, facts)).toEqual(refusal('form.needs-approval'))
    expect(when(given(drafted, issued), approve, facts)).toEqual(refusal('not-allowed'))
  })
  test('goes down with the law that a province named', () => {
    expect(when(given(drafted, issued), approve, province)).toEqual({ accepted: [approved] })
    expect(when(given(drafted, issued, approved), approve, province)).toEqual(refusal('form.approved-before'))
    expect(when(given(drafted, issued, approved), attach, facts)).toEqual({
      accepted: [{ kind: 'FormAttached', body: form }],
    })
    expect(when(given(drafted, issued, approved), { ...attach, title: '周报表' }, facts)).toEqual(
      refusal('form.needs-approval'),
    )
    const sent: DirectiveEvent = { kind: 'FormAttached', body: form }
    expect(when(given(drafted, issued, approved, sent), attach, facts)).toEqual(refusal('form.attached-before'))
  })
  test('belongs to a directive in force that reaches the unit', () => {
    expect(when(given(drafted), attach, facts)).toEqual(refusal('directive.not-issued'))
    const neighbour = { ...attach, unit: 3 }
    expect(when(given(drafted, issued), neighbour, { ...facts, path: [3, 1], actor: staff('head', 3) })).toEqual(
      refusal('unit.unknown', { unit: 3 }),
    )
    // Issued to township 4 alone: of another one below the issuer it asks nothing, so nothing can be added there.
    const toOne: DirectiveEvent = { kind: 'DirectiveIssued', body: { to: 4, on: today } }
    const beside = { ...attach, unit: 5 }
    expect(when(given(drafted, toOne), beside, { ...facts, path: [5, 2, 1], actor: staff('head', 5) })).toEqual(
      refusal('unit.unknown', { unit: 5 }),
    )
    expect(when(given(drafted, toOne), attach, facts)).toEqual(refusal('form.needs-approval'))
    expect(when(given(drafted, issued), attach, { ...facts, actor: staff('agent') })).toEqual(refusal('not-allowed'))
  })
})

test('the word of a province, or of the nation, lets a form go down; that of a city does not', () => {
  const levels = ['nation', 'province', 'city'].map((code, at) => ({ code, rank: at + 1 }))
  const letting = ['nation', 'province', 'city', 'nowhere'].filter((level) => approvesForms(level, levels))
  expect(letting).toEqual(['nation', 'province'])
  expect(approvesForms('city', levels.slice(2))).toBe(false)
})

test('a clause on receipts counts those of its own directive, any other what was written', () => {
  expect(figureCut('d', { measure: 'brief-received', cut: null })).toBe('directive:d')
  expect(figureCut('d', { measure: 'brief-planned', cut: 'topic:A' })).toBe('directive:d')
  expect(figureCut('d', { measure: 'heard', cut: 'topic:A' })).toBe('topic:A')
  expect(figureCut('d', { measure: null, cut: null })).toBeNull()
})
