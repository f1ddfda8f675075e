import { expect, test } from 'vitest'
import type { RotationEvent } from '../rotation/event.ts'
import { countRotation } from './count-rotation.ts'

const met = (unit: number): RotationEvent => ({
  kind: 'RotationMet',
  body: { account: 'a', plan: 'p', path: [unit, 1], level: 'county', fullTime: true, on: '2026-09-15' },
})
const lapsed: RotationEvent = { kind: 'RotationLapsed', body: {} }
const counted = (...events: RotationEvent[]) => countRotation(events.map((event) => ({ ...event, stream: 'k' })))

test('a person counts once under a plan, on the day, and moves with a transfer', () => {
  const one = { measure: 'trained', on: '2026-09-15', cuts: ['plan:p'], persons: 1 }
  expect(counted(met(2))).toEqual([{ ...one, path: [2, 1] }])
  expect(counted(met(2), met(3))).toEqual([{ ...one, path: [3, 1] }])
})

test('who is no longer on the roster, or has no longer the hours, counts as nothing', () => {
  expect(counted(met(2), lapsed)).toEqual([])
  expect(counted(met(2), lapsed, met(2))).toHaveLength(1)
  expect(counted()).toEqual([])
})
