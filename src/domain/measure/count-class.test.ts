import { expect, test } from 'vitest'
import type { ClassEvent } from '../class/event.ts'
import { countClass } from './count-class.ts'

const planned: ClassEvent = {
  kind: 'ClassPlanned',
  body: {
    ...{ unit: 2, path: [2, 1], course: 'c', title: '隐私与保密', courseHours: 4, tags: [], exam: false, plan: null },
    ...{ period: null, venue: '三楼', seats: 20, trainerPost: null },
    sessions: [
      { n: 1, on: '2026-06-10', startAt: '2026-06-10T08:30:00+08:00', endAt: '2026-06-10T11:30:00+08:00', hours: 4 },
    ],
  },
}
const attended: ClassEvent = {
  kind: 'SessionAttended',
  body: { session: 1, on: '2026-06-10', marks: [{ account: 'a', hours: 4 }] },
}
const finished = (completed: readonly string[]): ClassEvent => ({
  kind: 'ClassFinished',
  body: { on: '2026-06-12', completed },
})
const counted = (...events: ClassEvent[]) => countClass(events.map((event) => ({ ...event, stream: 'k' })))

test('a finished class counts once, on its day, with the people who completed it', () => {
  expect(counted(planned, attended, finished(['a', 'b']))).toEqual([
    { measure: 'training-attended', on: '2026-06-12', path: [2, 1], cuts: [], persons: 2 },
  ])
  expect(counted(planned, finished([]))).toMatchObject([{ persons: 0 }])
})

test('a class that is not finished, or is not held, counts as nothing', () => {
  expect(counted(planned, attended)).toEqual([])
  expect(counted(planned, { kind: 'ClassCancelled', body: {} })).toEqual([])
  expect(countClass([])).toEqual([])
})
