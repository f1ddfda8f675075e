import type { Actor } from '../actor.ts'
import { mayAtUnit, type UnitAnswer, type UnitGrant, verbsAtUnit } from '../unit-grants.ts'
import type { MeetingVerb } from './command.ts'
import type { MeetingState } from './state.ts'

const calling = ['meeting.call', 'meeting.change', 'meeting.cancel', 'meeting.paper', 'meeting.decide'] as const
const readers = ['agent', 'triage', 'handler', 'head', 'organiser', 'trainer', 'editor', 'auditor'] as const

/**
 * Who may do what with meetings. The first five hold at the union that calls; receipt, attendance and tasks at the union
 * that is invited, was there or has the task; `meeting.read` at the union from which downward everybody is invited, and at the one that calls.
 */
export const meetingGrants: readonly UnitGrant<MeetingVerb>[] = [
  ...(['head', 'organiser'] as const).flatMap((role) =>
    calling.map((verb): UnitGrant<MeetingVerb> => ({ role, verb, reach: 'own' })),
  ),
  ...(['agent', 'handler', 'head', 'organiser'] as const).flatMap((role): UnitGrant<MeetingVerb>[] => [
    { role, verb: 'meeting.attend', reach: 'own' },
    { role, verb: 'meeting.task-done', reach: 'own' },
  ]),
  ...(['head', 'organiser'] as const).map(
    (role): UnitGrant<MeetingVerb> => ({ role, verb: 'meeting.receive', reach: 'own' }),
  ),
  ...readers.flatMap((role): UnitGrant<MeetingVerb>[] => [
    { role, verb: 'meeting.read', reach: 'above' },
    { role, verb: 'meeting.read', reach: 'subtree' },
  ]),
]

/** Whether the actor may use the verb at a unit. @param path the unit with its ancestors, itself first */
export function mayOnMeeting(
  actor: Actor,
  verb: MeetingVerb,
  path: readonly number[],
  above: readonly number[] = [],
): UnitAnswer {
  return mayAtUnit(meetingGrants, actor, verb, path, above)
}

/** What of a meeting its verbs follow from. */
export type MeetingTarget = Pick<MeetingState, 'path' | 'belowPath' | 'cancelled'>

/** Whether the actor may know of the meeting: invited, of the union that calls, or of one above that. */
export function seesMeeting(actor: Actor, meeting: MeetingTarget, above: readonly number[]): boolean {
  // Being below the caller is no invitation: a meeting of one township is not read by the one beside.
  return (
    mayOnMeeting(actor, 'meeting.read', meeting.belowPath, above) === 'yes' ||
    mayOnMeeting(actor, 'meeting.read', meeting.path) === 'yes'
  )
}

/** The verbs the actor may use on a meeting: exactly the buttons of its page. @param above the actor's unit, itself first */
export function meetingVerbs(actor: Actor, meeting: MeetingTarget, above: readonly number[]): readonly MeetingVerb[] {
  if (!seesMeeting(actor, meeting, above)) return []
  const own = verbsAtUnit(meetingGrants, actor, meeting.path)
  const here = invited(meeting, above) ? verbsAtUnit(meetingGrants, actor, above) : []
  const open: readonly MeetingVerb[] = meeting.cancelled
    ? []
    : [
        ...own.filter((verb) => verb !== 'meeting.call' && (calling as readonly string[]).includes(verb)),
        ...here.filter((verb) => verb === 'meeting.attend' || verb === 'meeting.receive'),
      ]
  return ['meeting.read', ...open]
}

/** Whether a unit is among the invited. @param path the unit with its ancestors, itself first */
export function invited({ belowPath }: Pick<MeetingState, 'belowPath'>, path: readonly number[]): boolean {
  return belowPath[0] !== undefined && path.includes(belowPath[0])
}
