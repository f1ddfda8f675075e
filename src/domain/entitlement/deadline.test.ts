import { describe, expect, it } from 'vitest'
import { officeCalendar } from '../calendar/office-calendar.ts'
import { deadlineEnd } from './deadline.ts'
import { citation, findLaw, inChinese } from './law.ts'

const year = (
  n: number,
  edition: 'official' | 'provisional',
  holidays: { name: string; from: string; to: string }[] = [],
) => ({
  ...{ year: n, edition, notice: 'x', holidays, makeUpDays: [] },
})
const calendar = officeCalendar(
  'x',
  [
    year(2026, 'official', [{ name: '国庆节', from: '2026-10-01', to: '2026-10-07' }]),
    year(2027, 'provisional', [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }]),
  ],
  [],
)
const end = (span: Parameters<typeof deadlineEnd>[1]['span'], from: string, moves = true) =>
  deadlineEnd(calendar, { span, moves }, from, '2026-06-15')

describe('a time limit', () => {
  it('leaves out the day it is counted from and ends on the same day of its month', () => {
    // 民法典 Art 201, 202; 劳动争议调解仲裁法 Art 27: a year.
    expect(end({ years: 1 }, '2025-06-16')).toEqual({
      countedOn: '2026-06-16',
      lastOn: '2026-06-16',
      left: 1,
      sure: true,
    })
    expect(end({ days: 15 }, '2026-06-15')).toMatchObject({ countedOn: '2026-06-30', left: 15 })
  })

  it('moves past a holiday to the next working day, and says which day it was', () => {
    // 民法典 Art 203.
    expect(end({ days: 15 }, '2026-09-17')).toMatchObject({ countedOn: '2026-10-02', lastOn: '2026-10-08' })
    expect(end({ years: 2 }, '2024-10-02', false)).toMatchObject({ countedOn: '2026-10-02', lastOn: '2026-10-02' })
  })

  it('is over the day after its last', () => {
    expect(end({ years: 1 }, '2025-06-14', false)).toMatchObject({ left: -1 })
    expect(end({ years: 1 }, '2025-06-15', false)).toMatchObject({ left: 0 })
  })

  it('says where the holidays of a year are not official yet, and does not move where they are unknown', () => {
    expect(end({ years: 1 }, '2026-01-02')).toMatchObject({
      countedOn: '2027-01-02',
      lastOn: '2027-01-04',
      sure: false,
    })
    expect(end({ years: 1 }, '2027-10-02')).toMatchObject({
      countedOn: '2028-10-02',
      lastOn: '2028-10-02',
      sure: false,
    })
  })

  it('counts working days only where the calendar reaches', () => {
    expect(end({ workingDays: 5 }, '2026-09-28')).toMatchObject({ lastOn: '2026-10-12' })
    expect(end({ workingDays: 60 }, '2027-11-01')).toBeNull()
  })
})

describe('a citation', () => {
  const laws = [
    { code: 'leave-how', name: { zh: '实施办法', en: 'Measures' }, version: '2008-07-17', inForce: '2008-09-18' },
  ]

  it('names law and article as laws are cited', () => {
    const found = findLaw(laws, 'leave-how-12')
    expect(found && citation(found.law, found.article)).toEqual({
      zh: '《实施办法》第十二条',
      en: 'Measures, Article 12',
    })
    expect(findLaw(laws, 'leave-how')).toMatchObject({ article: null })
    expect(findLaw(laws, 'nothing-1')).toBeUndefined()
  })

  it('counts as Chinese does', () => {
    expect([1, 10, 11, 20, 44, 100, 101, 110, 111, 120].map(inChinese)).toEqual([
      ...['一', '十', '十一', '二十', '四十四', '一百', '一百零一', '一百一十', '一百一十一', '一百二十'],
    ])
  })
})
