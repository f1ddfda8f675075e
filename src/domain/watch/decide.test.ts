import { expect, test } from 'vitest'
import { askOn, bodiesOf, day, folded, lived, type TimedStep, ticked } from '../clock/timed.fixture.ts'
import type { DemandCommand } from '../demand/command.ts'
import { life, outcome, people, times } from '../demand/given.fixture.ts'
import { next } from '../demand/next.ts'

const { raise, triage, sign, call, explain, solved } = life
const closed: readonly TimedStep[] = [
  [0, raise],
  [0, triage],
  [0, sign],
  [0, call],
  [1, explain],
  [2, solved],
]
const say = (trouble: boolean) =>
  [people.worker, { kind: 'watch.answer', demand: 'd', trouble, text: '调岗了' } as DemandCommand] as const
const protect = [people.county, { kind: 'protection.answer', demand: 'd', text: '已恢复' } as DemandCommand] as const

test('the worker is asked on its day, answers once, and no is all there is to it', () => {
  expect(outcome(askOn(3, lived(...closed), say(false)))).toBe('watch.not-asked')
  const asked = ticked(32, lived(...closed))
  expect(outcome(askOn(33, asked, [people.handler, say(true)[1]]))).toBe('watch.workers-only')
  const answered = folded(asked, askOn(33, asked, say(false)), day(33), people.worker)
  expect(answered.watch).toMatchObject({ asked: null, protection: null })
  expect(outcome(askOn(34, answered, say(true)))).toBe('watch.not-asked')
})

test('yes protects one level above the lead, urgently, and that unit is responsible until it answers', () => {
  const asked = ticked(32, lived(...closed))
  const decision = askOn(33, asked, say(true))
  expect(outcome(decision)).toEqual(['WatchAnswered', 'ProtectionOpened'])
  expect(bodiesOf(decision, 'ProtectionOpened')).toMatchObject([{ cause: 'watch', to: { unit: 10 }, dueAt: day(40) }])
  const open = folded(asked, decision, day(33), people.worker)
  expect(next(open)).toEqual({ unit: 10, section: null, what: 'protection', at: day(40) })
  const done = folded(open, askOn(34, open, protect), day(34), people.county)
  expect(next(done)).toBeNull()
  expect(done.clock.alarms).toEqual([])
})

test('a protection is answered once, and only where there is one', () => {
  expect(outcome(askOn(3, lived(...closed), protect))).toBe('protection.not-open')
  const pressed = lived(...closed.slice(0, -2), [1, life.pressed])
  const done = folded(pressed, askOn(2, pressed, protect), day(2), people.county)
  expect(outcome(askOn(3, done, protect))).toBe('protection.not-open')
  // Pressed again later, another one is opened.
  expect(outcome(askOn(3, done, life.pressed))).toEqual(['PressureReported', 'ProtectionOpened'])
})

test('the clock of a protection is that of what is urgent, whatever the matter was', () => {
  const answerDue = ({ urgency }: { readonly urgency: string }) => (urgency === 'P1' ? day(5) : day(99))
  const state = lived(...closed.slice(0, -2))
  const decision = askOn(2, state, life.pressed, { times: { ...times, answerDue } })
  expect(bodiesOf(decision, 'ProtectionOpened')).toMatchObject([{ dueAt: day(5) }])
})
