import { expect, test } from 'vitest'
import { type Alarm, noClock } from './state.ts'
import { answering, contacting, fired, resumed, rewound, stopped, without, wound } from './wind.ts'

const times = { dueAt: '2', warnAt: '1', superviseAt: '3' }
const acts = ({ alarms }: { readonly alarms: readonly Alarm[] }) => alarms.map(({ act, at }) => `${act} ${at}`)

test('an answer clock is wound whole, and an event of the first rules winds nothing', () => {
  expect(acts(answering(noClock, times))).toEqual(['warn 1', 'chase 2', 'supervise 3'])
  expect(acts(answering(answering(noClock, times), { dueAt: '9' }))).toEqual([])
})

test('a due that moved goes off again only where its time lies ahead once more', () => {
  const warned = fired(answering(noClock, times), 'warn', 'answer', '1')
  expect(acts(rewound(warned, { dueAt: '2', warnAt: '1', superviseAt: '4' }, '1'))).toEqual(['chase 2', 'supervise 4'])
  expect(acts(rewound(warned, { dueAt: '8', warnAt: '6', superviseAt: '9' }, '5'))).toHaveLength(3)
  // What has not gone off yet stays wound, although its time has passed.
  expect(acts(rewound(warned, times, '5'))).toEqual(['chase 2', 'supervise 3'])
})

test('what was taken off comes back as it was, or as far as a new due allows', () => {
  const off = stopped(fired(answering(noClock, times), 'warn', 'answer', '1'))
  expect(acts(off)).toEqual([])
  expect(acts(resumed(off))).toEqual(['chase 2', 'supervise 3'])
  expect(resumed(off).stopped).toEqual([])
  expect(acts(rewound(off, times, '9'))).toEqual(['chase 2', 'supervise 3'])
})

test('contact has one alarm; joint orders that are late by then go off together', () => {
  expect(acts(contacting(contacting(noClock, '1'), '2'))).toEqual(['chase 2'])
  expect(acts(contacting(contacting(noClock, '1'), null))).toEqual([])
  const joints = wound(noClock, [
    { act: 'chase', what: 'joint', at: '1', n: 1 },
    { act: 'chase', what: 'joint', at: '2', n: 2 },
    { act: 'chase', what: 'joint', at: '5', n: 3 },
  ])
  expect(acts(fired(joints, 'chase', 'joint', '2'))).toEqual(['chase 5'])
  expect(acts(without(joints, 'joint'))).toEqual([])
})
