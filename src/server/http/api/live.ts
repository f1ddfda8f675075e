import type { DemandEvent } from '../../../domain/demand/event.ts'
import { Fault } from '../../fault.ts'
import type { PastEvent } from '../../ledger/past-event.ts'
import type { Routes } from '../routes.ts'
import { authenticate } from '../session/authenticate.ts'

/** A comment line often enough that no proxy between here and the desk closes a quiet stream. */
const heartbeatMs = 20_000

/** With these a post may lose sight of a demand: who asks afterwards learns of it no more, and its page would stand on. */
const takingAway: ReadonlySet<string> = new Set<DemandEvent['kind']>([
  ...(['DemandTriaged', 'OrderRuled', 'OpinionGiven', 'HandlerRecused', 'DemandMerged', 'DemandReopened'] as const),
])

/**
 * `GET /api/live`: Server-Sent Events. `changed` tells a desk that something in its lists moved, with the demand's id when
 * its unit may see it; without an id when the demand may have left the desk's reach; the desk then asks the views again.
 * Nothing else travels here.
 */
export const liveRoutes: Routes = (app, context) => {
  const listeners = new Set<(events: readonly PastEvent[]) => void>()
  const stop = context.pipeline.onCommitted((events) => {
    for (const listener of listeners) listener(events)
  })
  const streams = new Set<() => void>()
  // preClose runs before open connections are waited for: a stream that never ends must not hold the stop.
  app.addHook('preClose', async () => {
    stop()
    for (const end of streams) end()
  })
  // Nobody asks for the head of a stream: it would wait for an end that never comes.
  app.get('/api/live', { exposeHeadRoute: false }, async (request, reply) => {
    const actor = await authenticate(context, request)
    if (!actor) throw new Fault(401, 'sign-in.needed')
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    raw.write('retry: 2000\n\n')
    const listener = (events: readonly PastEvent[]) => {
      const demands = [...new Set(events.map(demandOf).filter((id) => id !== null))]
      if (demands.length === 0) return
      const taken = new Set(events.filter(({ kind }) => takingAway.has(kind)).map(demandOf))
      context.reachedBy(actor, demands).then(
        (reached) => {
          for (const demand of reached) raw.write(`event: changed\ndata: ${JSON.stringify({ demand })}\n\n`)
          // To every desk alike, so that silence tells nobody whose it was.
          const lost = demands.some((demand) => taken.has(demand) && !reached.includes(demand))
          if (lost) raw.write('event: changed\ndata: {}\n\n')
        },
        (error: unknown) => context.log.warn({ err: error }, 'live'),
      )
    }
    const beat = setInterval(() => raw.write(': \n\n'), heartbeatMs)
    const end = () => {
      clearInterval(beat)
      listeners.delete(listener)
      streams.delete(end)
      raw.end()
    }
    listeners.add(listener)
    streams.add(end)
    request.raw.on('close', end)
  })
}

/** The demand an event is about; opening its texts counts, because its page tells who did. */
function demandOf({ noun, stream, body }: PastEvent): string | null {
  if (noun === 'demand') return stream
  return noun === 'access' ? String(body.demand) : null
}
