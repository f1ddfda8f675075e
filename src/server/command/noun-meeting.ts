import { localDateOf } from '../../domain/calendar/local-time.ts'
import type { Decision } from '../../domain/decision.ts'
import { makeId, realmOfId } from '../../domain/id.ts'
import type { CallMeeting, MeetingCommand } from '../../domain/meeting/command.ts'
import { call, decide } from '../../domain/meeting/decide.ts'
import type { MeetingEvent } from '../../domain/meeting/event.ts'
import { evolve, type RecordedMeetingEvent } from '../../domain/meeting/evolve.ts'
import type { MeetingFacts } from '../../domain/meeting/facts.ts'
import { seesMeeting } from '../../domain/meeting/may.ts'
import type { MeetingState } from '../../domain/meeting/state.ts'
import { Fault } from '../fault.ts'
import { projectMeeting } from '../projection/meeting.ts'
import { randomTake } from '../random.ts'
import type { Asked, BatchDesk, Decided, Noun } from './noun.ts'

/** Mobilisation meetings 动员会: one stream each. */
export const meetingNoun: Noun = {
  name: 'meeting',
  streams: (asked) => (asked.kind === 'meeting.call' ? [] : [asked.body.meeting]),
  evolve: (state, event) => evolve(state as MeetingState | null, event as unknown as RecordedMeetingEvent),
  project: projectMeeting,
  decide: (asked, desk) => (asked.kind === 'meeting.call' ? decideCall(asked, desk) : decideOn(asked, desk)),
}

async function decideCall(asked: Asked, desk: BatchDesk): Promise<Decided> {
  const command: CallMeeting = { kind: 'meeting.call', ...asked.body }
  const facts = await factsOf(asked, desk, { below: command.below ?? command.unit })
  const decision = malformed(call(command, facts))
  // Only now: a unit of another realm that is out of reach must read like one that is not there.
  if (facts.unit && facts.unit.realm !== desk.realm) throw new Fault(422, 'id.wrong-realm', { field: 'id' })
  const stream = makeId(desk.realm, desk.now.getTime(), randomTake(8))
  return { stream, noun: 'meeting', subject: stream, decision }
}

async function decideOn(asked: Asked, desk: BatchDesk): Promise<Decided> {
  const command = { kind: asked.kind, ...asked.body } as Exclude<MeetingCommand, CallMeeting>
  const { meeting: stream } = command
  if (realmOfId(stream) !== desk.realm) throw new Fault(422, 'id.wrong-realm', { field: 'id' })
  const state = desk.state(stream, 'meeting') as MeetingState | null
  const { actor } = asked
  const own = actor.kind === 'staff' ? await desk.context.directory.unit(desk.client, actor.unit) : null
  if (!state || !seesMeeting(actor, state, own?.path ?? [])) throw new Fault(404, 'not-found')
  const decision = malformed(decide(state, command, await factsOf(asked, desk, {})))
  return { stream, noun: 'meeting', subject: stream, decision }
}

async function factsOf({ actor, body }: Asked, desk: BatchDesk, { below }: { below?: number }): Promise<MeetingFacts> {
  const seat = async (id: number | undefined) => {
    const unit = id === undefined ? null : await desk.context.directory.unit(desk.client, id)
    return unit && { unit: unit.id, path: unit.path, realm: unit.realm }
  }
  const named = body.campaign !== undefined ? 'campaign' : body.directive !== undefined ? 'directive' : null
  return {
    actor,
    now: desk.now.toISOString(),
    today: localDateOf(desk.now.getTime()),
    unit: await seat(body.unit),
    below: await seat(below),
    streamKnown: named === null || (await standsIn(desk, named, String(body[named]))),
  }
}

/** Whether there is such a stream, in whatever realm. */
async function standsIn(desk: BatchDesk, noun: string, stream: string): Promise<boolean> {
  const { rows } = await desk.client.query('select from stream where realm = $1 and stream = $2 and noun = $3', [
    realmOfId(stream),
    stream,
    noun,
  ])
  return rows.length > 0
}

/** Where the code's usual field is another one. */
function malformed(decision: Decision<MeetingEvent>): Decision<MeetingEvent> {
  if (!('refused' in decision)) return decision
  const { code, params } = decision.refused
  if (code === 'unit.unknown') throw new Fault(422, code, { field: 'body.unit', params })
  return decision
}
