import { expect, test } from 'vitest'
import { askedOf, mayOpenCases } from './gate.ts'
import type { TrainedBefore } from './rules.ts'

const line: TrainedBefore = { role: 'handler', tag: 'privacy', mode: 'require', from: '2027-01-01' }
const warn: TrainedBefore = { ...line, tag: 'law', mode: 'warn' }
const nothing = new Set<string>()

test('a line is asked of its role from its day on', () => {
  expect(askedOf([line, warn], 'handler', '2027-01-01')).toEqual([line, warn])
  expect(askedOf([line], 'handler', '2026-12-31')).toEqual([])
  expect(askedOf([line], 'head', '2027-06-01')).toEqual([])
})

test('who is new in the role passes the course first; who served before does not', () => {
  expect(mayOpenCases([line], { since: '2027-01-01', passed: nothing })).toEqual({ mode: 'require', tag: 'privacy' })
  expect(mayOpenCases([line], { since: '2026-12-31', passed: nothing })).toBe('ok')
  expect(mayOpenCases([line], { since: '2027-02-01', passed: new Set(['privacy']) })).toBe('ok')
  expect(mayOpenCases([line], { since: '2027-02-01', passed: new Set(['law']) })).toMatchObject({ tag: 'privacy' })
})

test('what stands in the way is said before what is only said', () => {
  expect(mayOpenCases([warn, line], { since: '2027-02-01', passed: nothing })).toEqual({
    mode: 'require',
    tag: 'privacy',
  })
  const once = new Set(['privacy'])
  expect(mayOpenCases([warn, line], { since: '2027-02-01', passed: once })).toEqual({ mode: 'warn', tag: 'law' })
})
