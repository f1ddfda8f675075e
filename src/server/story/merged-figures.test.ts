import { expect, it } from 'vitest'
import type { Page } from './figures.ts'
import { mergedFiguresOf } from './merged-figures.ts'

type Event = readonly [kind: string, detail?: Readonly<Record<string, unknown>>]

function merged(outcome: string | null, events: readonly Event[], status = outcome === null ? 'answered' : 'closed') {
  const timeline = events.map(([kind, detail = {}]) => ({ kind, detail }))
  return mergedFiguresOf({ demand: { outcome, status, master: null }, timeline } as unknown as Page)
}
const joined = (claim: string): Event => ['ClaimJoined', { claim }]
const settled = (claim: string, outcome: string): Event => ['ClaimSettled', { claim, outcome }]

it('sums what the workers of a master and its claims said last', () => {
  const both = [joined('a'), joined('b')]
  const figures = (outcome: string | null, ...events: Event[]) => merged(outcome, [...both, ...events])
  expect(figures(null)).toEqual({ master: null, claims: 2, masterOutcome: 'open' })
  expect(figures('solved', settled('a', 'solved')).masterOutcome).toBe('open')
  expect(figures('solved', settled('a', 'solved'), settled('b', 'solved')).masterOutcome).toBe('solved')
  expect(figures('solved', settled('a', 'solved'), settled('b', 'partly')).masterOutcome).toBe('partly')
  expect(figures('unsolved', settled('a', 'unknown'), settled('b', 'none')).masterOutcome).toBe('unsolved')
})

it('counts who was opened again as not solved until they say so', () => {
  const again: Event = ['ClaimReopened', { claim: 'a' }]
  expect(merged('solved', [joined('a'), again]).masterOutcome).toBe('partly')
  expect(merged('solved', [joined('a'), again, settled('a', 'solved')]).masterOutcome).toBe('solved')
  const own: Event = ['VerdictGiven', { solved: 'unsolved' }]
  expect(merged(null, [joined('a'), settled('a', 'solved'), own], 'reopened').masterOutcome).toBe('partly')
  expect(merged(null, [joined('a'), settled('a', 'unsolved'), own], 'reopened').masterOutcome).toBe('unsolved')
})
