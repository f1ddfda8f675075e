import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { SteppingClock } from './clock.ts'

test('a stepping clock starts at the instant it was set to and ticks on', async () => {
  const clock = new SteppingClock(new Date('2026-06-15T01:00:00Z'))
  const first = clock.now().getTime()
  expect(first - Date.parse('2026-06-15T01:00:00Z')).toBeLessThan(1000)
  await sleep(30)
  expect(clock.now().getTime()).toBeGreaterThan(first)
})

test('a step sets the instant anew', () => {
  const clock = new SteppingClock(new Date('2026-06-15T01:00:00Z'))
  clock.stepTo(new Date('2026-07-01T02:00:00Z'))
  const passed = clock.now().getTime() - Date.parse('2026-07-01T02:00:00Z')
  expect(passed).toBeGreaterThanOrEqual(0)
  expect(passed).toBeLessThan(1000)
})
