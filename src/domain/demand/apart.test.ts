import { describe, expect, test } from 'vitest'
import type { Duty, SmallOffice } from '../small-office.ts'
import { apart, type Done, togetherApart } from './apart.ts'

const pairs: Pick<SmallOffice, 'may' | 'never'> = {
  may: [
    ['triage', 'handle'],
    ['handle', 'approve'],
  ],
  never: [['handle', 'callback']],
}
const done = (duty: Duty, account = 'a'): Done => ({ duty, account })

describe('duties of one person on one demand', () => {
  test.each([
    ['triage', 'handle'],
    ['handle', 'triage'],
    ['handle', 'approve'],
    ['approve', 'handle'],
  ] as const)('%s, then %s: refused in a strict office, combined in a small one', (before, now) => {
    expect(apart(now, [done(before)], 'a', 'strict', pairs)).toBe('refused')
    expect(apart(now, [done(before)], 'a', 'small', pairs)).toBe('combined')
  })
  test.each([
    ['handle', 'callback'],
    ['callback', 'handle'],
  ] as const)('%s, then %s: refused in every office', (before, now) => {
    expect(apart(now, [done(before)], 'a', 'strict', pairs)).toBe('refused')
    expect(apart(now, [done(before)], 'a', 'small', pairs)).toBe('refused')
  })
  test('what somebody else did keeps nobody from anything', () => {
    expect(apart('callback', [done('handle', 'b'), done('triage', 'c')], 'a', 'strict', pairs)).toBe('ok')
  })
  test('the same duty again, and duties no list pairs, go together', () => {
    expect(apart('handle', [done('handle')], 'a', 'strict', pairs)).toBe('ok')
    expect(apart('approve', [done('triage')], 'a', 'strict', pairs)).toBe('ok')
    expect(apart('triage', [], 'a', 'strict', pairs)).toBe('ok')
  })
  test('one pair that is never combined outweighs those that may be, whatever their order', () => {
    const never = { ...pairs, never: [...pairs.never, ['approve', 'triage'] as const] }
    for (const before of [
      [done('handle'), done('triage')],
      [done('triage'), done('handle')],
    ])
      expect(apart('approve', before, 'a', 'small', never)).toBe('refused')
  })
  test('a pair on both lists is never combined', () => {
    const both: Pick<SmallOffice, 'may' | 'never'> = { may: [['triage', 'handle']], never: [['handle', 'triage']] }
    expect(apart('handle', [done('triage')], 'a', 'small', both)).toBe('refused')
  })
})

// Answered at once (§2.5): one command is triage and handling.
describe('two duties in one command', () => {
  const atOnce = ['triage', 'handle'] as const
  test('that a small office lets be combined are triage’s own way to end in a strict one, and shown in a small one', () => {
    expect(togetherApart(atOnce, [], 'a', 'strict', pairs)).toBe('ok')
    expect(togetherApart(atOnce, [done('handle', 'b')], 'a', 'small', pairs)).toBe('combined')
    expect(togetherApart(['handle'], [], 'a', 'small', pairs)).toBe('ok')
  })
  test('are each held against what the same person did before', () => {
    const raised = { ...pairs, may: [...pairs.may, ['raise', 'handle'] as const] }
    expect(togetherApart(atOnce, [done('raise')], 'a', 'strict', raised)).toBe('refused')
    expect(togetherApart(atOnce, [done('raise')], 'a', 'small', raised)).toBe('combined')
    expect(togetherApart(atOnce, [done('callback')], 'a', 'small', pairs)).toBe('refused')
    expect(togetherApart(['approve', 'callback'], [done('handle')], 'a', 'small', pairs)).toBe('refused')
  })
  test('that are never combined are not one command of anybody', () => {
    for (const mode of ['strict', 'small'] as const)
      expect(togetherApart(['handle', 'callback'], [], 'a', mode, pairs)).toBe('refused')
  })
})
