import { expect, test } from 'vitest'
import type { DeedEvent } from '../deed/event.ts'
import { done, plain, proposed, STREAM, slips } from '../deed/given.fixture.ts'
import { countDeed } from './count-deed.ts'

const counts = (command: typeof plain, ...events: DeedEvent[]) => {
  const decision = proposed(command)
  if ('refused' in decision) throw new Error(decision.refused.code)
  const all = [decision.accepted[0] as unknown as DeedEvent, ...events]
  const counted = countDeed(
    all.map((event, day) => ({ ...event, stream: STREAM, at: `2026-06-2${day}T02:00:00.000Z` })),
  )
  return Object.fromEntries(counted.map(({ measure, on, persons }) => [measure, `${on} ${persons}`]))
}
const said = (slip: number, useful: 'yes' | 'partly' | 'no'): DeedEvent => ({
  kind: 'DeedSaid',
  body: { slip, useful },
})

test('what was only proposed counts nowhere', () => {
  expect(counts(plain)).toEqual({})
})

test('a deed counts from the day it was done, with everybody it reached; who says nothing is unknown', () => {
  expect(counts(plain, done('2026-06-18'))).toEqual({
    'deeds-done': '2026-06-18 30',
    'deeds-reached': '2026-06-18 30',
    'deed-unsaid': '2026-06-18 30',
  })
})

test('words count by persons, each slip once, by what it said last', () => {
  const all = counts(
    plain,
    done('2026-06-18'),
    slips(3),
    said(1, 'no'),
    said(2, 'yes'),
    said(1, 'yes'),
    said(3, 'partly'),
  )
  expect(all).toMatchObject({
    'deed-useful': '2026-06-24 2',
    'deed-partly': '2026-06-26 1',
    'deed-unsaid': '2026-06-18 27',
  })
  expect(all).not.toHaveProperty('deed-no')
})

test('a deed for an enterprise and the word of the enterprise are never among those of workers', () => {
  const forOne = { ...plain, for: 'enterprise', employer: 9, beneficiaries: 0 } as const
  expect(counts(forOne, done('2026-06-18'), { kind: 'EnterpriseSaid', body: { slip: 1, useful: 'yes' } })).toEqual({
    'deeds-for-enterprises': '2026-06-18 0',
    'enterprise-useful': '2026-06-22 1',
  })
})
