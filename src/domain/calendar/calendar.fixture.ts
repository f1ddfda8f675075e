import { type OfficeCalendar, officeCalendar } from './office-calendar.ts'

/**
 * The official 2026 calendar for pure tests, which may not read files; 2027 stands in as an empty provisional year.
 * `rules/calendar` is what runs, and its own test holds it to the same vectors.
 */
export const calendar2026: OfficeCalendar = officeCalendar(
  'test-2026',
  [
    {
      year: 2026,
      edition: 'official',
      notice: '国务院办公厅关于2026年部分节假日安排的通知',
      holidays: [
        { name: '元旦', from: '2026-01-01', to: '2026-01-03' },
        { name: '春节', from: '2026-02-15', to: '2026-02-23' },
        { name: '清明节', from: '2026-04-04', to: '2026-04-06' },
        { name: '劳动节', from: '2026-05-01', to: '2026-05-05' },
        { name: '端午节', from: '2026-06-19', to: '2026-06-21' },
        { name: '中秋节', from: '2026-09-25', to: '2026-09-27' },
        { name: '国庆节', from: '2026-10-01', to: '2026-10-07' },
      ],
      makeUpDays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
    },
    {
      year: 2027,
      edition: 'provisional',
      notice: 'none',
      holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-01' }],
      makeUpDays: [],
    },
  ],
  [
    { fromMinute: 8 * 60 + 30, toMinute: 12 * 60 },
    { fromMinute: 13 * 60 + 30, toMinute: 17 * 60 + 30 },
  ],
)
