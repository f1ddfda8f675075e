import { createHash } from 'node:crypto'
import { outreachStream } from '../../domain/derived-stream.ts'
import { realmOfId } from '../../domain/id.ts'
import type { OutreachCommand } from '../../domain/outreach/command.ts'
import { look } from '../../domain/outreach/decide.ts'
import type { FirstVisit, OutreachEvent } from '../../domain/outreach/event.ts'
import { evolve, type OutreachState } from '../../domain/outreach/evolve.ts'
import { projectOutreach } from '../projection/visit.ts'
import type { Asked, BatchDesk, Noun } from './noun.ts'

/** Whether an enterprise was visited in a year: a stream each, in the realm the command names, its id derived from both. */
export const outreachNoun: Noun = {
  name: 'outreach',
  streams: (asked) => [streamOf(asked)],
  evolve: (state, event) =>
    evolve(state as OutreachState | null, event as unknown as OutreachEvent & { stream: string }),
  project: projectOutreach,
  async decide(asked, desk) {
    const command: OutreachCommand = { kind: 'outreach.look', ...asked.body }
    const stream = streamOf(asked)
    const state = desk.state(stream, 'outreach') as OutreachState | null
    // Read under the lock of the stream, so that of two who look the later one sees what the earlier saw, and more.
    const decision = look(state, command, { actor: asked.actor, first: await firstVisit(command, desk) })
    return { stream, noun: 'outreach', subject: stream, decision }
  },
}

/** The follower sends it under an id of the enterprise's realm, which never changes. */
function streamOf({ id, body }: Pick<Asked, 'id' | 'body'>): string {
  const digest = createHash('sha256').update(`outreach ${body.employer} ${body.year}`).digest()
  return outreachStream(realmOfId(id), digest)
}

/** By any union, wherever it belongs [visit_employer]; where the enterprise lies is told by its own region. */
async function firstVisit({ employer, year }: OutreachCommand, desk: BatchDesk): Promise<FirstVisit | null> {
  const { rows } = await desk.client.query<{ visit: string; on: string; region: string }>({
    name: 'first-visit',
    text: `select v.id as visit, to_char(v.visited_on, 'YYYY-MM-DD') as on, e.region
      from visit v join employer e on e.id = v.employer
      where v.employer = $1 and v.started_at is not null and v.status = 'recorded' and v.visited_on between $2 and $3
      order by v.started_at, v.id limit 1`,
    values: [employer, `${year}-01-01`, `${year}-12-31`],
  })
  const [found] = rows
  if (!found) return null
  const seat = await desk.context.directory.seatAt(desk.client, found.region)
  return seat && { visit: found.visit, on: found.on, path: seat.path }
}
