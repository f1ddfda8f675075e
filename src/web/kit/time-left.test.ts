import { describe, expect, it } from 'vitest'
import { timeLeft } from './time-left.ts'

const at = (text: string) => Date.parse(`${text}:00+08:00`)
const now = at('2026-06-15T09:10')

describe('how far an instant is', () => {
  it.each([
    ['2026-06-15T08:50', { say: 'late', unit: 'minutes', n: 20, tone: 'late' }],
    ['2026-06-15T09:09', { say: 'late', unit: 'minutes', n: 1, tone: 'late' }],
    ['2026-06-14T00:00', { say: 'late', unit: 'hours', n: 33, tone: 'late' }],
    ['2026-06-10T09:10', { say: 'late', unit: 'days', n: 5, tone: 'late' }],
    ['2026-06-15T11:10', { say: 'left', unit: 'hours', n: 2, tone: 'due' }],
    ['2026-06-15T09:40', { say: 'left', unit: 'minutes', n: 30, tone: 'due' }],
    ['2026-06-15T23:59', { say: 'left', unit: 'hours', n: 14, tone: 'due' }],
    ['2026-06-16T18:00', { say: 'tomorrow', tone: 'plain' }],
    ['2026-06-18T23:59', { say: 'days', n: 3, tone: 'plain' }],
    ['2026-06-23T23:59', { say: 'on', tone: 'plain' }],
  ])('says %s as it is', (text, said) => {
    expect(timeLeft(at(text), now)).toEqual(said)
  })

  it('calls what is due in a few hours due, though midnight lies between', () => {
    expect(timeLeft(at('2026-06-16T01:00'), at('2026-06-15T23:00'))).toMatchObject({ say: 'left', n: 2, tone: 'due' })
  })
})
