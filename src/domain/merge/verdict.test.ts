import { expect, test } from 'vitest'
import { given, life } from '../demand/given.fixture.ts'
import type { DemandState } from '../demand/state.ts'
import { masterVerdict } from './verdict.ts'

const closed: DemandState = { ...given(life.raise, life.triage), status: 'closed', outcome: 'solved' }
const claims = (...all: DemandState['merge']['claims']) =>
  masterVerdict({ ...closed, merge: { ...closed.merge, claims: all } })

// A random life found it: what a worker said of an earlier answer says nothing of the one for all.
test('a claim that was opened again before it was merged has still to say what it thinks of the answer for all', () => {
  expect(claims({ id: 'c', outcome: null, reopened: false })).toBeNull()
  expect(claims({ id: 'c', outcome: null, reopened: true })).toBe('partly')
})

test('silence counts for nobody: all silent is unknown', () => {
  expect(claims({ id: 'c', outcome: 'unknown', reopened: false })).toBe('solved')
  expect(masterVerdict({ ...closed, outcome: 'unknown' })).toBe('unknown')
})
