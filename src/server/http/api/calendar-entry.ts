import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'

/** A meeting as a calendar takes it. The live room is not in it: its address opens only for the time of the meeting. */
export type CalendarMeeting = {
  readonly id: string
  readonly title: string
  readonly startAt: Date
  readonly endAt: Date
  readonly agenda: readonly string[]
  readonly place: string | null
  /** Raised by each change (RFC 5545 §3.8.7.4). */
  readonly sequence: number
  readonly cancelled: boolean
  readonly stamp: Date
}

/** RFC 5545 text with one event, times in UTC. A cancelled meeting is told as such, under the same UID. */
export function calendarEntry(meeting: CalendarMeeting): string {
  const { id, title, startAt, endAt, agenda, place, sequence, cancelled, stamp } = meeting
  const method = cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH
  const calendar = ical({ prodId: { company: 'zhagen', product: 'zhagen', language: 'ZH' }, method })
  calendar.createEvent({
    ...{ id: `${id}@zhagen`, stamp, start: startAt, end: endAt, summary: title, sequence },
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    description: agenda.map((item, at) => `${at + 1}. ${item}`).join('\n'),
    ...(place === null ? {} : { location: place }),
  })
  return calendar.toString()
}
