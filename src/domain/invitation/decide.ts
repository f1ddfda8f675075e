import type { SeatedUnit } from '../account/facts.ts'
import type { Actor } from '../actor.ts'
import { localDateOf } from '../calendar/local-time.ts'
import { accepted, type Decision, refused } from '../decision.ts'
import { invited, mayOnMeeting } from '../meeting/may.ts'
import type { MeetingState } from '../meeting/state.ts'
import type { InvitationCommand } from './command.ts'
import type { InvitationEvent } from './event.ts'
import type { InvitationState } from './evolve.ts'

/** What the decider may know: the meeting as it stands, and the union that speaks, when it is in force. */
export type InvitationFacts = {
  readonly actor: Actor
  /** Instant of the command, ISO 8601 UTC. */
  readonly now: string
  readonly unit: SeatedUnit | null
  readonly meeting: Pick<MeetingState, 'belowPath' | 'startAt' | 'cancelled'>
}

/**
 * What a union says of its own invitation: that it has it (once), and how many were there (said again, it takes the place of
 * before). Nobody says it for them. Refused: `not-allowed`, `meeting.cancelled`, `meeting.not-invited`,
 * `meeting.received-before`, `meeting.not-begun`, `meeting.attended-so`.
 */
export function decide(
  state: InvitationState | null,
  command: InvitationCommand,
  { actor, now, unit, meeting }: InvitationFacts,
): Decision<InvitationEvent> {
  if (mayOnMeeting(actor, command.kind, unit?.path ?? []) !== 'yes') return refused('not-allowed')
  if (meeting.cancelled) return refused('meeting.cancelled')
  if (!unit || !invited(meeting, unit.path)) return refused('meeting.not-invited')
  const body = {
    ...{ meeting: command.meeting, unit: unit.unit, path: unit.path },
    on: localDateOf(Date.parse(meeting.startAt)),
  }
  switch (command.kind) {
    case 'meeting.receive':
      if (state !== null) return refused('meeting.received-before')
      return accepted<InvitationEvent>({ kind: 'InvitationReceived', body })
    case 'meeting.attend': {
      if (now < meeting.startAt) return refused('meeting.not-begun')
      if (state?.persons === command.persons) return refused('meeting.attended-so')
      return accepted<InvitationEvent>({ kind: 'MeetingAttended', body: { ...body, persons: command.persons } })
    }
  }
}
