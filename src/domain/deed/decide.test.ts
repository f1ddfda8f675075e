import { describe, expect, test } from 'vitest'
import {
  aid,
  approve,
  doIt,
  done,
  end,
  enterpriseSay,
  given,
  holder,
  makeSlips,
  plain,
  proposed,
  refuse,
  say,
  signed,
  slips,
  staff,
} from './given.fixture.ts'
import { deedVerbs } from './may.ts'

const refusal = (code: string, params = {}) => ({ refused: { code, params } })
const kinds = (decision: object) =>
  'accepted' in decision ? (decision.accepted as { kind: string }[]).map(({ kind }) => kind) : decision

describe('a proposal', () => {
  test('of a deed without money waits for nobody', () => {
    expect(given(plain)).toMatchObject({ status: 'approved', approvers: 0, fund: null, noticeTo: null })
  })
  test('of aid names its fund, waits for two and gets its public notice', () => {
    expect(given(aid)).toMatchObject({
      ...{ status: 'proposed', approvers: 2, amountFen: 300_000, fund: 'aid-fund', by: 'proposer' },
      ...{ noticeFrom: '2026-06-16', noticeTo: '2026-06-24', fields: { class: 'accidental' } },
    })
  })
  test('seals what is said and who it is for', () => {
    const decision = proposed({ ...aid, names: ['王某某'] })
    expect('accepted' in decision && decision.accepted[0]).toMatchObject({
      seal: {
        what: { part: 'text', value: '住院六万二' },
        names: { part: 'identity', value: '["王某某"]' },
        surnames: { part: 'identity', value: '["王"]' },
      },
    })
    expect(JSON.stringify('accepted' in decision && decision.accepted[0]?.body)).not.toContain('王')
  })
  test('of money without a fund is refused, as is a fund nobody knows', () => {
    expect(proposed({ ...aid, fund: undefined })).toEqual(refusal('deed.fund-missing'))
    expect(proposed(aid, { fundKnown: false })).toEqual(refusal('deed.fund-unknown', { fund: 'aid-fund' }))
  })
  test('names the field of its kind that is missing, of the wrong form or a stranger', () => {
    const wrong = (fields: Record<string, string | number>) => proposed({ ...aid, fields })
    expect(wrong({})).toEqual(refusal('deed.field-wrong', { field: 'class' }))
    expect(wrong({ class: 'poor' })).toEqual(refusal('deed.field-wrong', { field: 'class' }))
    expect(wrong({ class: 'accidental', children: 1.5 })).toEqual(refusal('deed.field-wrong', { field: 'children' }))
    expect(wrong({ class: 'accidental', house: 2 })).toEqual(refusal('deed.field-wrong', { field: 'house' }))
  })
  test('for workers reaches somebody, and names no more than it reaches', () => {
    expect(proposed({ ...plain, beneficiaries: 0 })).toEqual(refusal('deed.nobody'))
    expect(proposed({ ...aid, names: ['甲', '乙'] })).toEqual(refusal('deed.too-many-names'))
    expect(proposed({ ...aid, surnames: [] })).toEqual(refusal('deed.surname-missing'))
    expect(proposed({ ...aid, surnames: ['王素芬'] })).toEqual(refusal('deed.surname-whole', { n: 1 }))
    expect(kinds(proposed({ ...aid, surnames: ['欧阳'] }))).toEqual(['DeedProposed'])
  })
  test('for an enterprise says which', () => {
    const forEnterprise = { ...plain, for: 'enterprise', beneficiaries: 0 } as const
    expect(proposed(forEnterprise)).toEqual(refusal('deed.employer-missing'))
    expect(kinds(proposed({ ...forEnterprise, employer: 9 }))).toEqual(['DeedProposed'])
    expect(proposed({ ...forEnterprise, employer: 9 }, { employerKnown: false })).toEqual(refusal('employer.unknown'))
  })
  test('is made at the own unit alone; elsewhere reads as no such unit', () => {
    expect(proposed(plain, { actor: staff('x', 'handler', 2) })).toEqual(refusal('unit.unknown', { unit: 4 }))
    expect(proposed(plain, { actor: staff('x', 'editor') })).toEqual(refusal('not-allowed'))
    expect(proposed(plain, { unit: null })).toEqual(refusal('unit.unknown', { unit: 4 }))
  })
  test('goes with a demand only where the proposer sees it', () => {
    expect(proposed({ ...plain, demand: 'd' }, { demandKnown: false })).toEqual(refusal('deed.demand-unknown'))
  })
})

describe('money', () => {
  test('is approved by two persons, neither of them the proposer', () => {
    expect(approve(given(aid), staff('proposer', 'head', 2))).toEqual(refusal('deed.own-proposal'))
    expect(approve(given(aid), 'one')).toEqual({ accepted: [signed('one')] })
    expect(approve(given(aid, signed('one')), 'one')).toEqual(refusal('deed.approved-before'))
    expect(given(aid, signed('one')).status).toBe('proposed')
    expect(given(aid, signed('one'), signed('two')).status).toBe('approved')
  })
  test('of a post that was handed over is signed for by persons, not by posts', () => {
    const same = { ...staff('one', 'head', 2), post: 8 } as const
    expect(approve(given(aid, signed('one')), same)).toEqual(refusal('deed.approved-before'))
    expect(kinds(approve(given(aid, signed('one')), staff('successor', 'head', 2)))).toEqual(['DeedApproved'])
  })
  test('is approved by heads alone, of the unit and above', () => {
    expect(approve(given(aid), staff('one', 'handler'))).toEqual(refusal('not-allowed'))
    expect(approve(given(aid), staff('one', 'head', 3))).toEqual(refusal('not-allowed'))
    expect(kinds(approve(given(aid), staff('one', 'head', 1)))).toEqual(['DeedApproved'])
  })
  test('is refused with a reason, and then nothing follows', () => {
    expect(kinds(refuse(given(aid), 'one'))).toEqual(['DeedRefused'])
    expect(refuse(given(aid), staff('proposer', 'head', 2))).toEqual(refusal('deed.own-proposal'))
    const reason = { id: 'c', part: 'text', commitment: '' } as const
    const no = given(aid, { kind: 'DeedRefused', body: { by: 'one', unit: 2, content: { reason } } })
    expect(approve(no, 'two')).toEqual(refusal('deed.not-waiting'))
    expect(refuse(no, 'two')).toEqual(refusal('deed.not-waiting'))
    expect(doIt(no, '2026-06-25')).toEqual(refusal('deed.not-approved'))
    expect(end(no)).toEqual(refusal('deed.not-waiting'))
  })
})

describe('doing it', () => {
  const approved = given(aid, signed('one'), signed('two'))
  test('waits for two signatures', () => {
    expect(doIt(given(aid, signed('one')), '2026-06-25')).toEqual(refusal('deed.not-approved'))
  })
  test('waits until the public notice is over', () => {
    expect(doIt(approved, '2026-06-24')).toEqual(refusal('deed.notice-running', { until: '2026-06-24' }))
    expect(doIt(approved, '2026-06-25')).toEqual({ accepted: [done()] })
  })
  test('is no promise: the day cannot lie ahead', () => {
    expect(doIt(given(plain), '2026-06-18', '2026-06-17')).toEqual(refusal('deed.not-yet'))
  })
  test('seals the evidence', () => {
    const decision = doIt(given(plain), '2026-06-17', '2026-06-17', '发票已存')
    expect(decision).toMatchObject({ accepted: [{ body: { on: '2026-06-17' }, seal: { evidence: { part: 'text' } } }] })
  })
  test('happens once, and what was done did not come to nothing', () => {
    const over = given(plain, done('2026-06-17'))
    expect(doIt(over, '2026-06-18')).toEqual(refusal('deed.done-before'))
    expect(end(over)).toEqual(refusal('deed.done-before'))
    expect(kinds(end(approved))).toEqual(['DeedEnded'])
  })
})

describe('a word by slip', () => {
  const over = given(plain, done('2026-06-17'))
  test('takes a slip for each beneficiary and no more, once it is done', () => {
    expect(makeSlips(given(plain), 1)).toEqual(refusal('deed.not-done'))
    expect(makeSlips(over, 51)).toEqual(refusal('deed.too-many-slips', { most: 50 }))
    expect(makeSlips(over, 30)).toEqual({ accepted: [slips(30)] })
    expect(makeSlips(given(plain, done(), slips(28)), 3)).toEqual(refusal('deed.no-more-slips', { left: 2 }))
  })
  test('of the enterprise takes an enterprise', () => {
    expect(makeSlips(over, 1, 'enterprise')).toEqual(refusal('deed.no-more-slips', { left: 0 }))
    const named = given({ ...plain, employer: 9 }, done())
    expect(makeSlips(named, 1, 'enterprise')).toEqual({ accepted: [slips(1, 'enterprise')] })
  })
  test("is the holder's alone: no post says it, and no slip of the other side", () => {
    expect(say(over, 'yes', staff('proposer'))).toEqual(refusal('deed.by-slip-only'))
    expect(say(over, 'yes', holder('enterprise'))).toEqual(refusal('deed.by-slip-only'))
    expect(enterpriseSay(over, 'yes', holder('workers'))).toEqual(refusal('deed.by-slip-only'))
  })
  test('takes the place of what the same slip said before; others stay', () => {
    const said = (slip: number, useful: 'yes' | 'no') => ({ kind: 'DeedSaid', body: { slip, useful } }) as const
    const after = given(plain, done(), slips(2), said(1, 'no'), said(2, 'yes'), said(1, 'yes'))
    expect([...after.words]).toEqual([
      [1, 'yes'],
      [2, 'yes'],
    ])
    expect(say(after, 'yes')).toEqual(refusal('deed.said-so'))
    expect(say(after, 'partly')).toEqual({ accepted: [{ kind: 'DeedSaid', body: { slip: 1, useful: 'partly' } }] })
  })
  test('of the enterprise stands apart', () => {
    const after = given({ ...plain, employer: 9 }, done(), { kind: 'EnterpriseSaid', body: { slip: 1, useful: 'no' } })
    expect(after).toMatchObject({ enterpriseWord: 'no', words: new Map() })
    expect(enterpriseSay(after, 'no')).toEqual(refusal('deed.said-so'))
    expect(kinds(enterpriseSay(after, 'yes'))).toEqual(['EnterpriseSaid'])
  })
})

test('the buttons are what would be accepted', () => {
  const head = staff('one', 'head', 2)
  expect(deedVerbs(staff('proposer'), given(aid))).toEqual(['deed.end', 'deed.read'])
  expect(deedVerbs(head, given(aid))).toEqual(['deed.read', 'deed.approve', 'deed.refuse'])
  expect(deedVerbs(head, given(aid, signed('one')))).toEqual(['deed.read', 'deed.refuse'])
  expect(deedVerbs(staff('proposer'), given(plain))).toEqual(['deed.do', 'deed.end', 'deed.read'])
  expect(deedVerbs(staff('proposer'), given(plain, done()))).toEqual(['deed.slip', 'deed.read'])
  expect(deedVerbs(staff('o', 'organiser', 1), given(aid))).toEqual(['deed.read'])
  expect(deedVerbs(staff('o', 'organiser', 3), given(aid))).toEqual([])
})
