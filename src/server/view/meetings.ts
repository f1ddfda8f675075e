import type { PoolClient } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import type { MeetingVerb } from '../../domain/meeting/command.ts'
import { mayOnMeeting, meetingGrants, meetingVerbs, seesMeeting } from '../../domain/meeting/may.ts'
import type { MeetingRow } from '../../protocol/meeting-view.ts'
import type { ViewAnswer } from '../../protocol/view.ts'
import { Fault } from '../fault.ts'
import { isOpen, type VideoGateway } from '../gateway/video.ts'
import { answeredBy, ownInvitation } from './meeting-answers.ts'
import { walkBelow } from './units-below.ts'

type Staff = Extract<Actor, { kind: 'staff' }>
const pageSize = 50

const columns = `m.id, m.unit, u.name as unit_name, m.path, m.below, b.name as below_name, m.below_path, m.title, m.start_at,
  m.end_at, m.agenda, m.place, m.video, m.sequence, m.cancelled, m.papers,
  case when c.id is null then null else json_build_object('id', c.id, 'title', c.title) end as campaign`
const from = `from meeting m join unit u on u.id = m.unit join unit b on b.id = m.below
  left join campaign c on c.id = m.campaign`

type Columns = {
  readonly id: string
  readonly unit: number
  readonly unit_name: string
  readonly path: number[]
  readonly below: number
  readonly below_name: string
  readonly below_path: number[]
  readonly title: string
  readonly start_at: Date
  readonly end_at: Date
  readonly agenda: string[]
  readonly place: string | null
  readonly video: boolean
  readonly sequence: number
  readonly cancelled: boolean
  readonly papers: { readonly n: number; readonly title: string; readonly text: string }[]
  readonly campaign: { readonly id: string; readonly title: string } | null
}

/** Meetings within reach, latest first [meeting_below, meeting_unit], and the open tasks of the asker's union [meeting_task]. */
export async function findMeetings(
  client: PoolClient,
  actor: Staff,
  after: string | undefined,
): Promise<ViewAnswer<'meetings'>> {
  const may = (verb: string) => meetingGrants.some((each) => each.role === actor.role && each.verb === verb)
  if (!may('meeting.read')) return { rows: [], after: null, tasks: [], mayCall: false }
  const cursor = readCursor(after)
  const { rows } = await client.query<Columns>({
    name: 'meetings',
    text: `select ${columns} ${from}
      where (m.below = any (select unnest(ancestors) from unit where id = $1) or $1 = any (m.path))
        and (m.start_at, m.id) < ($2, $3) order by m.start_at desc, m.id desc limit $4`,
    values: [actor.unit, cursor.at, cursor.id, pageSize + 1],
  })
  const tasks = await client.query<DecisionColumns & { meeting: string; title: string }>({
    name: 'meeting-tasks',
    text: `select d.meeting, m.title, d.n, d.what, null as directive, d.clause, d.unit, u.name as unit_name, d.path,
        d.until_on::text as until_on, d.done
      from meeting_decision d join meeting m on m.realm = d.realm and m.id = d.meeting join unit u on u.id = d.unit
      where d.unit = $1 and not d.done order by d.until_on, d.meeting, d.n limit 100`,
    values: [actor.unit],
  })
  const last = rows[pageSize - 1]
  return {
    rows: rows.slice(0, pageSize).map(rowOf),
    after: rows.length > pageSize && last ? `${last.start_at.toISOString()}~${last.id}` : null,
    tasks: tasks.rows.map((row) => ({ meeting: row.meeting, title: row.title, ...decisionOf(row, actor) })),
    mayCall: may('meeting.call'),
  }
}

/** One meeting as the asker may see it; what is out of reach reads as not there. */
export async function meetingPage(
  client: PoolClient,
  actor: Staff,
  { meeting, unit = actor.unit }: { readonly meeting: string; readonly unit?: number },
  { video, now }: { readonly video: VideoGateway; readonly now: Date },
): Promise<ViewAnswer<'meeting'>> {
  const { row, above } = await findMeeting(client, actor, meeting)
  const { rows: decided } = await client.query<DecisionColumns>({
    name: 'meeting-decisions',
    text: `select d.n, d.what, d.clause, d.unit, u.name as unit_name, d.path, d.until_on::text as until_on, d.done,
        case when p.id is null then null
          else json_build_object('id', p.id, 'number', p.number, 'campaign', p.campaign) end as directive
      from meeting_decision d left join unit u on u.id = d.unit left join directive p on p.realm = d.realm and p.id = d.directive
      where d.meeting = $1 order by d.n`,
    values: [meeting],
  })
  const own = await ownInvitation(client, meeting, { unit: actor.unit, invited: above.includes(row.below) })
  const verbs = verbsNow(meetingVerbs(actor, targetOf(row), above), row.start_at <= now, own.receivedAt !== null)
  const room = { meeting, startAt: row.start_at, endAt: row.end_at }
  return {
    meeting: rowOf(row),
    ...{ agenda: row.agenda, papers: row.papers, campaign: row.campaign, own },
    invited: await invitedBelow(client, row.below),
    of: await answeredBy(client, { meeting, below: row.below, unit }),
    decisions: decided.map((each) => decisionOf(each, actor)),
    drafts: verbs.includes('meeting.decide') ? await draftsOf(client, row.unit) : [],
    join: row.video && !row.cancelled && isOpen(room, now) ? video.join(room) : null,
    verbs,
  }
}

/** What can be said before it begins, and what only then: a button that must be refused is none. */
function verbsNow(verbs: readonly MeetingVerb[], begun: boolean, received: boolean): MeetingVerb[] {
  const gone: readonly MeetingVerb[] = [
    begun ? 'meeting.cancel' : 'meeting.attend',
    ...(received ? (['meeting.receive'] as const) : []),
  ]
  return verbs.filter((verb) => !gone.includes(verb))
}

async function invitedBelow(client: PoolClient, below: number): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `with recursive ${walkBelow('$1')} select count(*)::integer as n from walk where valid_to is null`,
    [below],
  )
  return rows[0]?.n ?? 0
}

/** Drafts of the union that called, newest first [directive_unit]. */
async function draftsOf(client: PoolClient, unit: number): Promise<ViewAnswer<'meeting'>['drafts']> {
  const { rows } = await client.query({
    name: 'meeting-drafts',
    text: `select id, number, title from directive where unit = $1 and state = 'draft' order by id desc limit 50`,
    values: [unit],
  })
  return rows
}

/** The row of a meeting within reach, and the asker's unit with its ancestors. */
export async function findMeeting(client: PoolClient, actor: Staff, meeting: string) {
  const { rows } = await client.query<Columns>({
    name: 'meeting',
    text: `select ${columns} ${from} where m.id = $1`,
    values: [meeting],
  })
  const own = await client.query<{ ancestors: number[] }>('select ancestors from unit where id = $1', [actor.unit])
  const above = own.rows[0]?.ancestors ?? []
  const row = rows[0]
  if (!row || !seesMeeting(actor, targetOf(row), above)) throw new Fault(404, 'not-found', { field: 'meeting' })
  return { row, above }
}

const targetOf = (row: Columns) => ({ path: row.path, belowPath: row.below_path, cancelled: row.cancelled })

function rowOf(row: Columns): MeetingRow {
  return {
    ...{ id: row.id, title: row.title, place: row.place, video: row.video },
    unit: { id: row.unit, name: row.unit_name },
    below: { id: row.below, name: row.below_name },
    ...{ startAt: row.start_at.toISOString(), endAt: row.end_at.toISOString() },
    ...{ cancelled: row.cancelled, sequence: row.sequence },
  }
}

type DecisionColumns = {
  readonly n: number
  readonly what: string
  readonly directive: { readonly id: string; readonly number: string; readonly campaign: string } | null
  readonly clause: number | null
  readonly unit: number | null
  readonly unit_name: string | null
  readonly path: number[]
  readonly until_on: string | null
  readonly done: boolean
}

function decisionOf(row: DecisionColumns, actor: Staff) {
  return {
    ...{ n: row.n, what: row.what, directive: row.directive, clause: row.clause, until: row.until_on, done: row.done },
    unit: row.unit === null ? null : { id: row.unit, name: row.unit_name ?? '' },
    mayDo: !row.done && mayOnMeeting(actor, 'meeting.task-done', row.path) === 'yes',
  }
}

function readCursor(text: string | undefined): { at: string; id: string } {
  if (text === undefined) return { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }
  const found = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text)
  if (!found || Number.isNaN(Date.parse(found[1] ?? ''))) throw new Fault(400, 'field.invalid', { field: 'after' })
  return { at: found[1] as string, id: found[2] as string }
}
