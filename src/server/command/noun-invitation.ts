import { streamBeside } from '../../domain/derived-stream.ts'
import { realmOfId } from '../../domain/id.ts'
import type { InvitationCommand } from '../../domain/invitation/command.ts'
import { decide } from '../../domain/invitation/decide.ts'
import { evolve, type InvitationState, type RecordedInvitationEvent } from '../../domain/invitation/evolve.ts'
import { seesMeeting } from '../../domain/meeting/may.ts'
import { Fault } from '../fault.ts'
import { projectInvitation } from '../projection/meeting.ts'
import type { Asked, BatchDesk, Noun } from './noun.ts'

/** Invitations to a meeting: one stream per meeting and union, in the union's realm, whose id follows from both. */
export const invitationNoun: Noun = {
  name: 'invitation',
  streams: (asked) => [invitationStream(asked)],
  evolve: (state, event) => evolve(state as InvitationState | null, event as unknown as RecordedInvitationEvent),
  project: projectInvitation,
  async decide(asked, desk) {
    const { actor, kind, body } = asked
    const command = { kind, ...body } as InvitationCommand
    const stream = invitationStream(asked)
    const meeting = await meetingOf(command.meeting, desk)
    const own = actor.kind === 'staff' ? await desk.context.directory.unit(desk.client, actor.unit) : null
    if (!meeting || !seesMeeting(actor, meeting, own?.path ?? [])) throw new Fault(404, 'not-found')
    const found = await desk.context.directory.unit(desk.client, command.unit)
    const unit = found && { unit: found.id, path: found.path, realm: found.realm }
    const state = desk.state(stream, 'invitation') as InvitationState | null
    const decision = decide(state, command, { actor, now: desk.now.toISOString(), unit, meeting })
    // Only now: a unit of another realm that is out of reach must read like one that is not there.
    if (unit && unit.realm !== desk.realm) throw new Fault(422, 'id.wrong-realm', { field: 'id' })
    return { stream, noun: 'invitation', subject: stream, decision }
  },
}

function invitationStream({ id, body }: Asked): string {
  return streamBeside('invitation', body.meeting, realmOfId(id), body.unit)
}

async function meetingOf(meeting: string, { client }: BatchDesk) {
  const { rows } = await client.query<{ path: number[]; belowPath: number[]; cancelled: boolean; startAt: Date }>({
    name: 'invited-to',
    text: `select path, below_path as "belowPath", cancelled, start_at as "startAt" from meeting
      where realm = $1 and id = $2`,
    values: [realmOfId(meeting), meeting],
  })
  return rows[0] && { ...rows[0], startAt: rows[0].startAt.toISOString() }
}
