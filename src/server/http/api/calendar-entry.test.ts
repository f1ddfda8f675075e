import { expect, test } from 'vitest'
import { type CalendarMeeting, calendarEntry } from './calendar-entry.ts'

const meeting: CalendarMeeting = {
  ...{
    id: '019ec90f-5c00-7000-8000-99a400000000',
    title: '动员会：走下去,听真话；办实事',
    sequence: 0,
    cancelled: false,
  },
  ...{ startAt: new Date('2026-06-18T01:00:00Z'), endAt: new Date('2026-06-18T03:00:00Z') },
  ...{ agenda: ['领导讲话', '分组讨论; 表态'], place: '三楼会议室', stamp: new Date('2026-06-16T00:00:00Z') },
}
/** Lines as a calendar reads them: folds undone (§3.1), names before values. */
const read = (text: string) =>
  new Map(
    text
      .replaceAll('\r\n ', '')
      .split('\r\n')
      .filter((line) => line !== '')
      .map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
  )

test('begins and ends at instants in UTC, under a UID that stays', () => {
  const entry = read(calendarEntry(meeting))
  expect(entry.get('DTSTART')).toBe('20260618T010000Z')
  expect(entry.get('DTEND')).toBe('20260618T030000Z')
  expect(entry.get('DTSTAMP')).toBe('20260616T000000Z')
  expect(entry.get('UID')).toBe('019ec90f-5c00-7000-8000-99a400000000@zhagen')
  expect([entry.get('METHOD'), entry.get('STATUS'), entry.get('SEQUENCE')]).toEqual(['PUBLISH', 'CONFIRMED', '0'])
})

test('escapes what would end a value, and keeps Chinese as it is (§3.3.11)', () => {
  const entry = read(calendarEntry(meeting))
  expect(entry.get('SUMMARY')).toBe('动员会：走下去\\,听真话；办实事')
  expect(entry.get('DESCRIPTION')).toBe('1. 领导讲话\\n2. 分组讨论\\; 表态')
})

test('folds at 75 octets, never within a character (§3.1)', () => {
  const title = '全国工会面对面心贴心实打实服务职工在基层活动动员部署视频会议'.repeat(3)
  const text = calendarEntry({ ...meeting, title })
  const lines = text.split('\r\n')
  expect(text).not.toMatch(/[^\r]\n/)
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
  expect(text).not.toContain('\uFFFD')
  expect(read(text).get('SUMMARY')).toBe(title)
})

test('a change raises the sequence, a cancelled meeting says so under the same UID', () => {
  expect(read(calendarEntry({ ...meeting, sequence: 3 })).get('SEQUENCE')).toBe('3')
  const entry = read(calendarEntry({ ...meeting, sequence: 4, cancelled: true }))
  expect([entry.get('METHOD'), entry.get('STATUS'), entry.get('SEQUENCE')]).toEqual(['CANCEL', 'CANCELLED', '4'])
  expect(entry.get('UID')).toBe(read(calendarEntry(meeting)).get('UID'))
})
