import { describe, expect, it } from 'vitest'
import { dayText, dueWords, instantWords, monthWeeks, spanWords, waitWords } from './when.ts'

const zh = { locale: 'zh' } as const
const en = { locale: 'en' } as const
const now = Date.parse('2026-06-15T10:00:00+08:00')

describe('times in words, at +08:00', () => {
  it.each([
    ['2026-06-15T09:30:00Z', '6月15日（今天）17:30', '15 June (today), 17:30'],
    ['2026-06-16T01:00:00Z', '6月16日（明天）09:00', '16 June (tomorrow), 09:00'],
    ['2026-06-18T15:59:59Z', '6月18日（星期四）', '18 June (Thursday)'],
    ['2027-01-04T09:30:00Z', '2027年1月4日（星期一）17:30', '4 January 2027 (Monday), 17:30'],
  ])('%s is due %s', (at, chinese, english) => {
    expect(dueWords(zh, at, now)).toBe(chinese)
    expect(dueWords(en, at, now)).toBe(english)
  })
  it('tells an instant by its own day in China', () => {
    expect(instantWords(zh, '2026-06-14T16:05:00Z', now)).toBe('6月15日 00:05')
    expect(dayText(zh, Date.parse('2025-12-31T15:59:59Z'), now)).toBe('2025年12月31日')
  })
  it.each([
    [47 * 3_600_000, '47 小时'],
    [48 * 3_600_000, '2 天'],
    [-90 * 60_000, '1 小时'],
    [59 * 60_000, '59 分钟'],
    [0, '1 分钟'],
  ])('%i ms are %s', (ms, words) => {
    expect(spanWords(zh, ms)).toBe(words)
  })
  it('never tells a wait too short', () => {
    expect(waitWords(zh, 900)).toBe('15 分钟')
    expect(waitWords(zh, 901)).toBe('16 分钟')
    expect(waitWords(en, 1)).toBe('1 second')
  })
})

it('lays a month out in weeks from Monday', () => {
  const weeks = monthWeeks(now)
  expect(weeks).toHaveLength(5)
  expect(weeks[0]).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(weeks[4]).toEqual([29, 30, null, null, null, null, null])
  expect(monthWeeks(Date.parse('2026-02-10T00:00:00Z')).flat().filter(Boolean)).toHaveLength(28)
})
