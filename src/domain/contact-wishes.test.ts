import { describe, expect, it, test } from 'vitest'
import { nextSafe, wishesOf } from './contact-wishes.ts'

const at = (clock: string, day = '2026-06-15') => Date.parse(`${day}T${clock}:00+08:00`)

test('only choices are read, and hours only as a pair', () => {
  expect(wishesOf({ name: '老李', phone: '13800000000', reach: '下午' })).toBeNull()
  expect(wishesOf({ how: 'text', from: '14:00', to: '18:00', pickup: 'others', name: '老李' })).toEqual({
    how: 'text',
    from: '14:00',
    to: '18:00',
    pickup: 'others',
  })
  expect(wishesOf({ how: 'always', from: '14:00', to: '25:00', pickup: 'me' })).toBeNull()
})

describe('safe hours', () => {
  it.each([
    ['13:59', '14:00', '2026-06-15'],
    ['14:00', '14:00', '2026-06-15'],
    ['17:59', '17:59', '2026-06-15'],
    ['18:00', '14:00', '2026-06-16'],
  ])('from 14 to 18: what comes at %s goes at %s on %s', (now, then, day) =>
    expect(nextSafe(at(now), { from: '14:00', to: '18:00' })).toBe(at(then, day)),
  )
  it.each([
    ['23:00', '23:00'],
    ['01:59', '01:59'],
    ['02:00', '22:00'],
    ['12:00', '22:00'],
  ])('after a night shift, from 22 to 2: %s goes at %s', (now, then) =>
    expect(nextSafe(at(now), { from: '22:00', to: '02:00' })).toBe(at(then)),
  )
  it('any time where none were said', () => expect(nextSafe(at('03:00'), {})).toBe(at('03:00')))
})
