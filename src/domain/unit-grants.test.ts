import { describe, expect, test } from 'vitest'
import type { Actor, Role } from './actor.ts'
import { mayAtUnit, type UnitGrant, verbsAtUnit } from './unit-grants.ts'

// Province 1, its county 2, the county's township 4.
const staff = (role: Role, unit: number): Actor => ({ kind: 'staff', account: 'x', post: 1, unit, section: null, role })
const table: readonly UnitGrant<'read' | 'write' | 'list' | 'see'>[] = [
  { role: 'head', verb: 'write', reach: 'own' },
  { role: 'head', verb: 'list', reach: 'subtree' },
  { role: 'head', verb: 'read', reach: 'above' },
  { role: 'agent', verb: 'see', reach: 'any' },
]

describe('a grant at a unit', () => {
  const head = staff('head', 2)
  test.each([
    ['write', [2, 1], 'yes'],
    ['write', [4, 2, 1], 'hidden'],
    ['list', [4, 2, 1], 'yes'],
    ['list', [1], 'hidden'],
    ['read', [1], 'yes'],
    ['read', [2, 1], 'yes'],
    ['read', [4, 2, 1], 'hidden'],
    ['see', [2, 1], 'no'],
  ] as const)('%s at %j: %s', (verb, path, answer) => {
    expect(mayAtUnit(table, head, verb, path, [2, 1])).toBe(answer)
  })
  test('reaches anywhere where it says so, but no unit that is not there', () => {
    expect(mayAtUnit(table, staff('agent', 9), 'see', [4, 2, 1])).toBe('yes')
    expect(mayAtUnit(table, staff('agent', 9), 'see', [])).toBe('hidden')
  })
  test('is not asked of the server or the operator, and given to nobody without a post', () => {
    expect(mayAtUnit(table, { kind: 'operator' }, 'write', [])).toBe('yes')
    expect(mayAtUnit(table, { kind: 'system' }, 'write', [])).toBe('yes')
    expect(mayAtUnit(table, { kind: 'public' }, 'write', [2])).toBe('no')
  })
  test('shows exactly its verbs as buttons', () => {
    expect(verbsAtUnit(table, head, [2, 1], [2, 1])).toEqual(['write', 'list', 'read'])
    expect(verbsAtUnit(table, head, [4, 2, 1], [2, 1])).toEqual(['list'])
  })
})
