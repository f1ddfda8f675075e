import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import { makeId, realmOfId } from '../../domain/id.ts'
import { seatLevels } from '../../domain/training/seat.ts'
import type { Pipeline } from '../command/handle.ts'
import { Fault } from '../fault.ts'
import type { Follower } from '../follow/follow.ts'
import type { PastEvent } from '../ledger/past-event.ts'

type Submit = Pick<Pipeline, 'submit'>
type Pair = { readonly account: string; readonly plan: string }

/** How many are with the pipeline at once: a batch that is written and one that gathers. */
const atOnce = 128

/**
 * Follows hours, posts and plans, and has everybody looked at who now stands differently under a plan (ADR 29). Who has
 * nothing new is not asked about. Each look is a command of its own, for a person's stream may be of another realm than the
 * class; its id follows from the event, so said twice it is heard once. Writes nothing itself.
 */
export function rotationFollower({ pipeline }: { readonly pipeline: Submit }): Follower {
  return {
    name: 'rotation',
    kinds: new Set([
      ...['SessionAttended', 'TrainingRecorded', 'TrainingTakenBack', 'PlanChanged'],
      ...['PostGranted', 'PostEnded', 'AccountDisabled'],
    ]),
    async handle(client, events) {
      const last = events.at(-1) as PastEvent
      const moved = await movedBy(client, events)
      for (let at = 0; at < moved.length; at += atOnce)
        await Promise.all(moved.slice(at, at + atOnce).map((pair) => look(pipeline, pair, last)))
    },
  }
}

/** Who stands differently from what was said of them, among those whom the events can have moved. */
async function movedBy(client: ClientBase, events: readonly PastEvent[]): Promise<readonly Pair[]> {
  const people = new Set(events.flatMap(peopleOf))
  const back = events.filter(({ kind }) => kind === 'TrainingTakenBack').map(({ stream }) => stream)
  if (back.length > 0) {
    const { rows } = await client.query<{ account: string }>(
      `select body ->> 'account' as account from event where stream = any ($1::uuid[]) and kind = 'TrainingRecorded'`,
      [back],
    )
    for (const { account } of rows) people.add(account)
  }
  const plans = new Set(events.filter(({ kind }) => kind === 'PlanChanged').map(({ stream }) => stream))
  const found = people.size === 0 ? [] : await differing(client, [...people], null)
  for (const plan of plans) found.push(...(await differing(client, null, plan)))
  return [...new Map(found.map((pair) => [`${pair.account} ${pair.plan}`, pair])).values()]
}

function peopleOf({ kind, stream, body }: PastEvent): readonly string[] {
  switch (kind) {
    case 'SessionAttended':
      return (body as { marks: readonly { account: string }[] }).marks.map(({ account }) => account)
    case 'TrainingRecorded':
      return [(body as { account: string }).account]
    case 'PostGranted':
    case 'PostEnded':
    case 'AccountDisabled':
      return [stream]
    default:
      return []
  }
}

async function differing(client: ClientBase, people: readonly string[] | null, plan: string | null): Promise<Pair[]> {
  const { rows } = await client.query<Pair>({
    name: 'standing-differs',
    text: `select s.account, s.plan from training_standing($1, $2, $3) s
        left join training_met m on m.account = s.account and m.plan = s.plan
      where (s.path, s.level, s.full_time, s.on_day) is distinct from (m.path, m.level, m.full_time, m.on_day)
      order by 1, 2`,
    values: [people, plan, seatLevels],
  })
  return rows
}

/** A refusal means that somebody else had looked. */
async function look(pipeline: Submit, { account, plan }: Pair, { realm, position, at }: PastEvent): Promise<void> {
  const chance = createHash('sha256').update(`rotation ${realm} ${position} ${account} ${plan}`).digest()
  const id = makeId(realmOfId(account), Date.parse(at), chance)
  try {
    await pipeline.submit({ kind: 'system' }, { id, kind: 'rotation.look', body: { account, plan } })
  } catch (error) {
    if (!(error instanceof Fault)) throw error
  }
}
