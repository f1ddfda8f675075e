import { expect, test } from 'vitest'
import { ask, given, life, type Override, outcome } from '../demand/given.fixture.ts'
import { acts, called, offered, onward, signed } from './order.fixture.ts'

const replyDueAt = '2026-07-06T15:59:59.000Z'
const sent = onward(given(...signed), acts.letter, { replyDueAt })

test('letters are numbered as they go out', () => {
  expect(onward(sent, acts.letter).order.letters).toEqual([
    { n: 1, letter: 'opinion', replyDueAt, replied: false },
    { n: 2, letter: 'opinion', replyDueAt: null, replied: false },
  ])
})

test.each<[string, Override]>([
  ['letter.unknown', { letterKnown: false }],
  ['letter.level', { mayOfLevel: false }],
])('refuses %s', (code, more) => expect(outcome(ask(given(...signed), ...acts.letter, more))).toBe(code))

test('a letter is sent by whoever has the matter in hand', () => {
  expect(outcome(ask(given(...offered), ...acts.letter))).toBe('order.not-signed')
  expect(outcome(ask(given(...called, life.explain), ...acts.letter))).toBe('order.already-answered')
  expect(outcome(ask(given(...signed, life.withdraw), ...acts.letter))).toBe('demand.closed')
})

test('a reply is entered once, where one was asked for, and even after the closing', () => {
  const replied = onward(sent, acts.reply)
  expect(replied.order.letters).toMatchObject([{ replied: true }])
  expect(outcome(ask(replied, ...acts.reply))).toBe('letter.replied-before')
  expect(outcome(ask(given(...signed), ...acts.reply))).toBe('letter.not-sent')
  expect(outcome(ask(onward(given(...signed), acts.letter), ...acts.reply))).toBe('letter.no-reply-asked')
  const closed = onward(sent, life.withdraw)
  expect(outcome(ask(closed, ...acts.reply))).toEqual(['LetterReplied'])
  const archived = { ...closed, clock: { ...closed.clock, archived: true } }
  expect(outcome(ask(archived, ...acts.reply))).toBe('demand.closed')
})
