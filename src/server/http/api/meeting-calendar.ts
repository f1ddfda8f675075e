import { isId } from '../../../domain/id.ts'
import { Fault } from '../../fault.ts'
import { findMeeting } from '../../view/meetings.ts'
import { reading } from '../../view/scope.ts'
import type { Routes } from '../routes.ts'
import { actorOf } from './actor.ts'
import { calendarEntry } from './calendar-entry.ts'

/** `GET /api/meeting/{id}.ics`: the meeting as a calendar entry (RFC 5545), for whoever may open it. */
export const meetingRoutes: Routes = (app, context) => {
  app.get<{ Params: { file: string } }>('/api/meeting/:file', async (request, reply) => {
    const id = /^(.{36})\.ics$/.exec(request.params.file)?.[1] ?? ''
    const actor = await actorOf(context, request, reply)
    if (actor.kind === 'public') throw new Fault(401, 'sign-in.needed')
    if (actor.kind !== 'staff') throw new Fault(403, 'not-allowed')
    if (!isId(id)) throw new Fault(404, 'not-found')
    const { row } = await reading(context.db.reader, actor, (client) => findMeeting(client, actor, id))
    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'attachment; filename="meeting.ics"')
      .header('cache-control', 'no-store')
      .send(
        calendarEntry({
          ...{ id, title: row.title, startAt: row.start_at, endAt: row.end_at, agenda: row.agenda },
          ...{ place: row.place, sequence: row.sequence, cancelled: row.cancelled, stamp: context.clock.now() },
        }),
      )
  })
}
