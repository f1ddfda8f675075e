import fc from 'fast-check'
import type { Actor, Role } from '../actor.ts'
import { calendar2026 } from '../calendar/calendar.fixture.ts'
import { type OfficeCalendar, officeCalendar } from '../calendar/office-calendar.ts'
import type { DemandCommand } from '../demand/command.ts'
import type { MergeFacts } from '../demand/facts.ts'
import type { Override } from '../demand/given.fixture.ts'
import type { DemandState } from '../demand/state.ts'
import { limits2026 } from '../limit.fixture.ts'
import type { Candidate } from '../routing.ts'
import { timesOf } from '../times-of.ts'

/** A small federation in which random lives take place, with the real limits and calendars. */
export type World = {
  /** Units where no post is held. */
  readonly unstaffed: readonly number[]
  /** The union of the employer that is complained about; those below it are its own as well. */
  readonly own: number | null
  /** Whether every demand names that employer, or the first alone. */
  readonly alike: boolean
  readonly mode: 'named' | 'confidential' | 'anonymous'
  readonly persons: number
  readonly danger: boolean
  readonly begin: string
  readonly demands: number
  /** Whether merging is as likely as anything else; else it is rare. */
  readonly merging: boolean
}
type Staff = Extract<Actor, { kind: 'staff' }>

/** Province 1, city 5, county 10, townships 20 and 40; below 20 an enterprise's union 30 and its branch 31. */
const tree: readonly (readonly [level: string, ...path: number[]])[] = [
  ['province', 1],
  ['city', 5, 1],
  ['county', 10, 5, 1],
  ['township', 20, 10, 5, 1],
  ['township', 40, 10, 5, 1],
  ['grassroots', 30, 20, 10, 5, 1],
  ['grassroots', 31, 30, 20, 10, 5, 1],
]
const pathOf = (unit: number) => tree.find(([, id]) => id === unit)?.slice(1) as readonly number[]

/** Topics and the section that alone may see them; K01 may go to the employer's own union. */
export const topics: Readonly<Record<string, string | null>> = { A03: null, K01: null, M05: 'discipline', F02: 'women' }

const post = (n: number, unit: number, role: Role, section: string | null = null): Staff => {
  return { kind: 'staff', account: `a${n}`, post: n, unit, section, role }
}
const everyone: readonly Staff[] = [
  ...tree.flatMap(([, unit], n) =>
    (['triage', 'handler', 'head', 'agent', 'custodian'] as const).map((role, k) =>
      post(10 * n + k, unit as number, role),
    ),
  ),
  post(101, 10, 'handler', 'discipline'),
  post(102, 10, 'triage', 'discipline'),
  post(103, 10, 'head', 'women'),
  // Somebody of two posts: handles at the township, calls back at the county under another number.
  { ...post(104, 10, 'handler'), account: 'a31' },
]

/** Posts in force. */
export const staffOf = ({ unstaffed }: World): readonly Staff[] =>
  everyone.filter(({ unit }) => !unstaffed.includes(unit))
/**
 * Whether that employer hired the worker out, instead of having the work done. Taken from what is drawn anyway: one draw more
 * would change every life that was found by its seed.
 */
export const hires = ({ begin }: World): boolean => begin.startsWith('2026-12')
/** Units of the employer itself. */
export const ownUnits = ({ own }: World): readonly number[] =>
  own === null ? [] : tree.map(([, unit]) => unit as number).filter((unit) => pathOf(unit).includes(own))

const holidays2026 = Object.entries(calendar2026.holidays)
  .filter(([on]) => on.startsWith('2026'))
  .map(([on, name]) => ({ name, from: on, to: on }))
const official2027: OfficeCalendar = officeCalendar(
  'test-2027-official',
  [
    {
      year: 2026,
      edition: 'official',
      notice: 'test',
      holidays: holidays2026,
      makeUpDays: Object.keys(calendar2026.makeUpDays),
    },
    {
      ...{ year: 2027, edition: 'official', notice: 'test', makeUpDays: ['2027-01-09', '2027-02-20'] },
      holidays: [
        { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
        { name: '春节', from: '2027-02-05', to: '2027-02-12' },
      ],
    },
  ],
  calendar2026.officeHours,
)
/** Before and after the official edition came. */
const times = [timesOf(limits2026, calendar2026), timesOf(limits2026, official2027)] as const

/** Federations with gaps: units nobody holds, a calendar that changes on the way. */
export const worlds: fc.Arbitrary<World> = fc.record({
  // Somebody stands above everything, or nothing could be raised.
  unstaffed: fc.subarray([5, 10, 20, 40, 30, 31], { maxLength: 2 }),
  own: fc.constantFrom(null, null, 30, 31, 40, 20, 10),
  alike: fc.boolean(),
  mode: fc.constantFrom('named', 'confidential', 'anonymous'),
  persons: fc.constantFrom(1, 1, 1, 12),
  danger: fc.constantFrom(false, false, false, true),
  begin: fc.constantFrom('2026-06-15T01:00:00.000Z', '2026-12-22T08:00:00.000Z'),
  demands: fc.integer({ min: 1, max: 3 }),
  merging: fc.constantFrom(false, false, true),
})

/** A file that waits. */
const photo = { id: 'x', is: 'photo', type: 'image/jpeg', bytes: 9, commitment: 'c' } as const

/** What the pipeline would load for a command; `official`: the official calendar of 2027 is in force. */
export function factsFor(
  world: World,
  state: DemandState | null,
  [actor, command]: readonly [Actor, DemandCommand],
  moment: { readonly now: string; readonly official: boolean; readonly master: DemandState | null },
): Override {
  const staff = staffOf(world)
  const candidate = (unit: number, ...roles: Role[]): Candidate => {
    const [level = ''] = tree.find(([, id]) => id === unit) ?? []
    const staffed = staff.some((one) => one.unit === unit && roles.includes(one.role))
    return { unit, path: pathOf(unit), section: null, level, staffed }
  }
  const upward = (unit: number, ...roles: Role[]) => pathOf(unit).map((id) => candidate(id, ...roles))
  const asked = 'lead' in command ? command : { lead: state?.triage.unit ?? 10, section: undefined }
  const section = asked.section ?? null
  const from = state?.lead?.unit ?? state?.triage.unit ?? 20
  const leadsAt = (unit: number, within: string | null) =>
    staff.filter(
      (one) => one.unit === unit && ['handler', 'head'].includes(one.role) && (!within || one.section === within),
    )
  const joint = command.kind === 'joint.order' && command.unit !== undefined ? command.unit : null
  const copy = upward(asked.lead, 'handler', 'head').find(
    ({ unit, level }) => unit !== asked.lead && level === 'county',
  )
  const holder = ({ unit, path }: Candidate) => ({ unit, path, section: null })
  const said = command.kind === 'demand.raise' ? command : state
  const [employed, hired] = [said?.employer, said?.agency].map((id) => id !== null && id !== undefined)
  const raising = command.kind === 'demand.raise'
  const topic = 'topic' in command ? command.topic : (state?.topic ?? 'A03')
  const mine =
    actor.kind === 'staff' ? staff.filter(({ account }) => account === actor.account).map((one) => one.post) : []
  return {
    now: moment.now,
    times: times[moment.official ? 1 : 0],
    actorPosts: mine,
    candidates: upward(20, 'triage', 'head'),
    employerUnits: employed || (hired && !raising) ? ownUnits(world) : [],
    agencyUnits: hired && raising ? ownUnits(world) : null,
    copy: copy ? holder(copy) : null,
    lead: { ...candidate(asked.lead), section, staffed: leadsAt(asked.lead, section).length > 0 },
    ladder: upward(from, 'handler', 'head'),
    deciders: upward(from, 'head'),
    joint: joint === null ? null : { ...holder(candidate(joint)), staffed: leadsAt(joint, null).length > 0 },
    restricted: topics[topic] ?? null,
    mayGoToEnterpriseUnion: topic === 'K01',
    othersStaffed: leadsAt(from, state?.lead?.section ?? null).some(
      (one) => !mine.includes(one.post) && !state?.order.recused.includes(one.post),
    ),
    ...{ files: command.kind === 'file.attach' ? [photo] : [], mostFiles: 2 },
    untilMost: null,
    replyDueAt: times[0].spanAfter(moment.now, { workingDays: 15 }),
    master: moment.master && masterRow(moment.master),
  }
}

function masterRow(master: DemandState): MergeFacts['master'] {
  const { id, number, lead, copies, dueAt, blocked, topic, restricted } = master
  const open = master.status !== 'closed' && master.status !== 'withdrawn'
  return { id, number, open, lead, copies, dueAt, master: master.merge.master, blocked, topic, restricted }
}
