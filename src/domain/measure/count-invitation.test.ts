import { expect, test } from 'vitest'
import type { InvitationEvent } from '../invitation/event.ts'
import { countInvitation } from './count-invitation.ts'

const body = { meeting: 'm', unit: 4, path: [4, 2, 1], on: '2026-06-18' }
const received: InvitationEvent = { kind: 'InvitationReceived', body }
const attended = (persons: number): InvitationEvent => ({ kind: 'MeetingAttended', body: { ...body, persons } })
const counted = (...events: InvitationEvent[]) =>
  countInvitation(events.map((event) => ({ ...event, stream: 's', at: '2026-06-17T01:00:00.000Z' })))

test('a union that was there counts once, its people as the number it said last', () => {
  const one = { on: '2026-06-18', path: [4, 2, 1], cuts: [], persons: 5 }
  expect(counted(received, attended(3), attended(5))).toEqual([
    { ...one, measure: 'meeting-attended' },
    { ...one, measure: 'meeting-persons' },
  ])
})

test('a receipt is no attendance, nor is nobody', () => {
  expect(counted(received)).toEqual([])
  expect(counted(received, attended(3), attended(0))).toEqual([])
})
