import * as z from 'zod/mini'
import { instantText } from '../../../domain/calendar/local-time.ts'
import { Instant } from '../../../protocol/shape.ts'
import { SteppingClock } from '../../clock.ts'
import { Fault } from '../../fault.ts'
import { passTime } from '../../job/pass-time.ts'
import type { Routes } from '../routes.ts'
import { parse } from './parse.ts'

const Body = z.strictObject({ at: Instant })

/**
 * `POST /api/clock {at}`: lets time pass in a story: whatever falls due on the way happens at its instant; 200 with where it stands now. Backwards it never goes: 422.
 * In every other database there is no such route: who looks for it finds 404, as for anything that is not there.
 */
export const clockRoutes: Routes = (app, context) => {
  const { kind, clock } = context
  if (kind !== 'story' || !(clock instanceof SteppingClock)) return
  app.post('/api/clock', async (request, reply) => {
    const at = new Date(parse(Body, request.body, '').at)
    if (at < clock.now())
      throw new Fault(422, 'field.invalid', {
        field: 'at',
        detail: 'at: lies before the present; the clock of a story only goes forward',
      })
    await passTime(context, at, (to) => clock.stepTo(to))
    return reply.send({ at: instantText(at.getTime()) })
  })
}
