import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import { localDateOf } from '../../domain/calendar/local-time.ts'
import { makeId } from '../../domain/id.ts'
import type { Pipeline } from '../command/handle.ts'
import { Fault } from '../fault.ts'
import type { Follower } from '../follow/follow.ts'
import type { PastEvent } from '../ledger/past-event.ts'

type Submit = Pick<Pipeline, 'submit'>
/** `realm` of the enterprise. */
type Year = { readonly employer: number; readonly year: number; readonly realm: number }

/** How many are with the pipeline at once: a batch that is written and one that gathers. */
const atOnce = 128

/**
 * Follows the visits that are recorded, and has every enterprise looked at that was visited for the first time in a year, or
 * whose first visit was corrected (ADR 36). Each look is a command of its own, for an enterprise may be of another realm than
 * who visited it; its id follows from the event, so said twice it is heard once. Writes nothing itself.
 */
export function outreachFollower({ pipeline }: { readonly pipeline: Submit }): Follower {
  return {
    name: 'outreach',
    kinds: new Set(['VisitRecorded', 'VisitCorrected']),
    async handle(client, events) {
      const last = events.at(-1) as PastEvent
      const moved = await movedBy(client, last.realm, events)
      for (let at = 0; at < moved.length; at += atOnce)
        await Promise.all(moved.slice(at, at + atOnce).map((one) => look(pipeline, one, last)))
    },
  }
}

/** The years of enterprises whose first visit the events can have changed. */
async function movedBy(client: ClientBase, realm: number, events: readonly PastEvent[]): Promise<readonly Year[]> {
  const corrected = events.filter(({ kind }) => kind === 'VisitCorrected').map(({ stream }) => stream)
  const recorded = events.flatMap(({ kind, body }) => (kind === 'VisitRecorded' ? toldYear(body) : []))
  // As it is now, and as it was counted: a day may have moved over the turn of a year.
  const { rows } = await client.query<Year>({
    name: 'outreach-moved',
    text: `select e.id as employer, t.year, e.realm from (
        select (r ->> 'employer')::integer as employer, (r ->> 'year')::integer as year from json_array_elements($1::json) r
        union select v.employer, extract(year from v.visited_on)::integer from visit v where v.realm = $3 and v.id = any ($2::uuid[]) and v.employer is not null
        union select o.employer, o.year from outreach o where o.visit_realm = $3 and o.visit = any ($2::uuid[])
      ) t join employer e on e.id = t.employer
      left join outreach o on o.employer = t.employer and o.year = t.year
      where o.id is null or o.visit = any ($2::uuid[]) or exists (select from visit v where v.employer = t.employer
        and v.started_at is not null and v.status = 'recorded' and v.visited_on >= make_date(t.year, 1, 1) and v.visited_on < o.on_day)
      order by 1, 2`,
    values: [JSON.stringify(recorded), corrected, realm],
  })
  return rows
}

function toldYear(body: unknown): readonly { employer: number; year: number }[] {
  const { employer, startedAt } = body as { readonly employer: number | null; readonly startedAt: string }
  return employer === null ? [] : [{ employer, year: Number(localDateOf(Date.parse(startedAt)).slice(0, 4)) }]
}

/** A refusal means that somebody else had looked. */
async function look(pipeline: Submit, { employer, year, realm }: Year, last: PastEvent): Promise<void> {
  const chance = createHash('sha256').update(`outreach ${last.realm} ${last.position} ${employer} ${year}`).digest()
  const id = makeId(realm, Date.parse(last.at), chance)
  try {
    await pipeline.submit({ kind: 'system' }, { id, kind: 'outreach.look', body: { employer, year } })
  } catch (error) {
    if (!(error instanceof Fault)) throw error
  }
}
