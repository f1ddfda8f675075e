import { expect, test } from 'vitest'
import type { OutreachEvent } from '../outreach/event.ts'
import { countOutreach } from './count-outreach.ts'

const reached = (on: string): OutreachEvent => ({
  kind: 'EnterpriseReached',
  body: { employer: 7, year: 2026, visit: 'v', on, path: [4, 2, 1] },
})
const missed: OutreachEvent = { kind: 'EnterpriseMissed', body: {} }
const counted = (...events: OutreachEvent[]) => countOutreach(events.map((event) => ({ ...event, stream: 'k' })))

test('an enterprise counts once in a year, on the day of the first visit, where it lies', () => {
  const one = { measure: 'enterprises-visited', cuts: [], path: [4, 2, 1], persons: 0 }
  expect(counted(reached('2026-06-15'))).toEqual([{ ...one, on: '2026-06-15' }])
  expect(counted(reached('2026-06-15'), reached('2026-06-10'))).toEqual([{ ...one, on: '2026-06-10' }])
})

test('one that nobody visited after all counts as nothing', () => {
  expect(counted(reached('2026-06-15'), missed)).toEqual([])
  expect(counted()).toEqual([])
})
