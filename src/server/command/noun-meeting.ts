import { localDateOf } from '../../domain/calendar/local-time.ts'
import type { Decision } from '../../domain/decision.ts'
import type { DirectiveState } from '../../domain/directive/state.ts'
import { isId, makeId, realmOfId } from '../../domain/id.ts'
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
import { campaignOf } from './line-facts.ts'
import type { Also, Asked, BatchDesk, Decided, Noun } from './noun.ts'

/** Mobilisation meetings 动员会: one stream each. */
export const meetingNoun: Noun = {
  name: 'meeting',
  streams: ({ kind, body }) => {
    if (kind === 'meeting.call') return []
    // The draft whose clause a decision becomes: of the same union, so of the same realm; any other is only looked at.
    const beside = kind === 'meeting.decide' && isOfRealm(body.directive, realmOfId(body.meeting))
    return beside ? [body.meeting, body.directive] : [body.meeting]
  },
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
  const facts = await factsOf(asked, desk, {})
  const decision = malformed(decide(state, command, facts))
  const also = 'accepted' in decision ? clauseAdded(decision.accepted, facts) : []
  return { stream, noun: 'meeting', subject: stream, decision, also }
}

/** A decision that becomes a clause moves the draft in the same step. */
function clauseAdded(
  events: readonly { readonly kind: string; readonly body: object }[],
  { directive }: MeetingFacts,
): Also[] {
  const [event] = events as readonly MeetingEvent[]
  if (event?.kind !== 'MeetingDecided' || event.body.directive === null || !directive) return []
  const { directive: stream, what } = event.body
  const clauses = [...directive.clauses, { text: what, measure: null, cut: null }]
  const decision = { accepted: [{ kind: 'DirectiveChanged', body: { clauses } }] }
  return [{ stream, noun: 'directive', subject: stream, decision }]
}

async function factsOf({ actor, body }: Asked, desk: BatchDesk, { below }: { below?: number }): Promise<MeetingFacts> {
  const seat = async (id: number | undefined) => {
    const unit = id === undefined ? null : await desk.context.directory.unit(desk.client, id)
    return unit && { unit: unit.id, path: unit.path, realm: unit.realm }
  }
  return {
    actor,
    now: desk.now.toISOString(),
    today: localDateOf(desk.now.getTime()),
    unit: await seat(body.unit),
    below: await seat(below),
    campaignOf: body.campaign === undefined ? null : await campaignOf(body.campaign, desk),
    directive: isOfRealm(body.directive, desk.realm)
      ? (desk.state(body.directive, 'directive') as DirectiveState | null)
      : null,
  }
}

function isOfRealm(id: unknown, realm: number): id is string {
  return typeof id === 'string' && isId(id) && realmOfId(id) === realm
}

/** Where the code's usual field is another one. */
function malformed(decision: Decision<MeetingEvent>): Decision<MeetingEvent> {
  if (!('refused' in decision)) return decision
  const { code, params } = decision.refused
  if (code === 'unit.unknown') throw new Fault(422, code, { field: 'body.unit', params })
  return decision
}
