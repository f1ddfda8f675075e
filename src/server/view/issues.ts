import type { PoolClient } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import { localDateOf } from '../../domain/calendar/local-time.ts'
import { type IssueTarget, issueVerbs, readsIssues } from '../../domain/issue/may.ts'
import type { IssueTask } from '../../domain/issue/state.ts'
import type { IssueRow } from '../../protocol/issue-view.ts'
import type { ViewAnswer, ViewParams } from '../../protocol/view.ts'
import { kindOfPlace } from './clusters.ts'
import { readMoment, writeMoment } from './moment-cursor.ts'

type Staff = Extract<Actor, { kind: 'staff' }>
const pageSize = 20

/** Columns and joins of an issue as list and page read them. */
export const issueColumns = `i.*, u.name as unit_name, o.name as owner_name, e.name as employer_name, r.name as region_name`
/** Joins that go with `issueColumns`. */
export const issueJoins = `left join unit u on u.id = i.unit left join unit o on o.id = i.owner_unit
  left join employer e on e.id = i.employer left join region r on r.code = i.region and r.valid_to is null`

/** Common issues within reach, newest first [issue_opened]. Whose lists hold none reads none: the policy decides it. */
export async function findIssues(
  client: PoolClient,
  actor: Staff,
  asked: ViewParams<'issues'>,
  now: Date,
): Promise<ViewAnswer<'issues'>> {
  const after = readMoment(asked.after)
  const { rows } = await client.query({
    name: 'issues',
    text: `select ${issueColumns} from issue i ${issueJoins}
      where (i.closed_at is null) = $1 and ($2::integer is null or $2 = any (i.reach_units))
        and ($3::text is null or i.topic = $3) and (i.opened_at, i.realm, i.id) < ($4, $5, $6) and $7
      order by i.opened_at desc, i.realm desc, i.id desc limit $8`,
    values: [
      asked.state !== 'closed',
      asked.unit === undefined ? null : Number(asked.unit),
      asked.topic ?? null,
      ...[after.at, after.realm, after.id],
      readsIssues(actor),
      pageSize + 1,
    ],
  })
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  return {
    rows: page.map((row) => issueRow(row, actor, now)),
    after: rows.length > pageSize && last ? writeMoment(last.opened_at, last.realm, last.id) : null,
  }
}

// biome-ignore lint/suspicious/noExplicitAny: a row as pg gives it; this file is where it becomes typed
type Stored = any

/** A stored row as the table of grants looks at it. */
export function targetOfIssue(row: Stored): IssueTarget {
  const owner = row.owner_unit === null ? null : { unit: row.owner_unit, path: row.owner_path, post: row.owner_post }
  return { path: row.path, blocked: row.blocked_units, closedAt: row.closed_at, owner, tasks: row.tasks }
}

/** A stored row as the protocol shows it, with the verbs the actor may use on it now. */
export function issueRow(row: Stored, actor: Actor, now: Date): IssueRow {
  const today = localDateOf(now.getTime())
  const tasks: readonly IssueTask[] = row.tasks
  const open = row.closed_at === null
  const over = tasks.some((task) => task.doneOn === null && task.until < today)
  return {
    id: row.id,
    unit: { id: row.unit, name: row.unit_name ?? '' },
    topic: row.topic,
    title: row.title,
    kind: kindOfPlace(row),
    employer: row.employer === null ? null : { id: row.employer, name: row.employer_name ?? '' },
    region: row.region === null ? null : { code: row.region, name: row.region_name ?? row.region },
    openedOn: localDateOf(row.opened_at.getTime()),
    closedOn: open ? null : localDateOf(row.closed_at.getTime()),
    reason: row.reason,
    owner:
      row.owner_unit === null
        ? null
        : { unit: { id: row.owner_unit, name: row.owner_name ?? '' }, post: row.owner_post },
    planUntil: row.plan_until,
    tasks: { n: tasks.length, done: tasks.filter(({ doneOn }) => doneOn !== null).length },
    late: open && (over || (row.plan_until !== null && row.plan_until < today)),
    verbs: [...issueVerbs(actor, targetOfIssue(row))],
  }
}
