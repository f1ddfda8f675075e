import type { Pool, PoolClient } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import { addDays, instantOn, localDateOf } from '../../domain/calendar/local-time.ts'
import { realmOfId } from '../../domain/id.ts'
import { issueGrants, mayOnIssue } from '../../domain/issue/may.ts'
import type { IssueTask } from '../../domain/issue/state.ts'
import type { Rules } from '../../domain/rules.ts'
import { mayAtUnit } from '../../domain/unit-grants.ts'
import type { ViewAnswer } from '../../protocol/view.ts'
import { Fault } from '../fault.ts'
import { openPart } from '../vault/content.ts'
import type { Look } from '../vault/looked.ts'
import type { SubjectKeys } from '../vault/subject-keys.ts'
import { cellOf } from './clusters.ts'
import { issueColumns, issueJoins, issueRow, targetOfIssue } from './issues.ts'
import { countLeaf } from './leaf-count.ts'
import { reading } from './scope.ts'

type Staff = Extract<Actor, { kind: 'staff' }>
type Context = {
  readonly reader: Pool
  readonly writer: Pool
  readonly subjectKeys: SubjectKeys
  readonly look: Look
}
type Page = ViewAnswer<'issue'>
// biome-ignore lint/suspicious/noExplicitAny: a row as pg gives it
type Stored = any

/** One common issue with its texts opened, for whoever it reaches; for everybody else there is none. */
export async function issuePage(context: Context, actor: Staff, id: string, rules: Rules, now: Date): Promise<Page> {
  const found = await reading(context.reader, actor, (client) => readPage(client, actor, id, rules, now))
  const { row, units } = found
  const texts = await openTexts(context, id, row.texts)
  const today = localDateOf(now.getTime())
  const { fewest } = rules.figures
  const { cluster_n: n } = row
  return {
    issue: issueRow(row, actor, now),
    version: row.version,
    cluster: n === null ? null : { count: cellOf(n, fewest), firstOn: row.cluster_first, lastOn: row.cluster_last },
    plan: row.plan_until === null ? null : { goal: texts('goal'), text: texts('plan'), until: row.plan_until },
    tasks: (row.tasks as IssueTask[]).map(({ task, unit, until, doneOn }) => ({
      ...{ task, unit: { id: unit, name: units.get(unit) ?? '' }, what: texts(`task:${task}`), until, doneOn },
      ...{ done: texts(`done:${task}`), late: row.closed_at === null && doneOn === null && until < today },
    })),
    closing: texts('closing'),
    reopening: texts('reopening'),
    measured: found.measured,
    openedAt: row.opened_at.toISOString(),
    ownerName: found.ownerName,
    posts: found.posts,
  }
}

async function readPage(client: PoolClient, actor: Staff, id: string, rules: Rules, now: Date) {
  const { rows } = await client.query<Stored>({
    name: 'issue',
    text: `select ${issueColumns} from issue i ${issueJoins} where i.realm = $1 and i.id = $2`,
    values: [realmOfId(id), id],
  })
  const row = rows[0]
  if (!row || mayOnIssue(actor, 'issue.read', targetOfIssue(row)) !== 'yes')
    throw new Fault(404, 'not-found', { field: 'issue' })
  const named = await client.query<{ id: number; name: string }>('select id, name from unit where id = any ($1)', [
    (row.tasks as IssueTask[]).map(({ unit }) => unit),
  ])
  const owner = await client.query<{ name: string }>({
    name: 'issue-owner',
    text: 'select a.name from post p join account a on a.id = p.account where p.id = $1 and p.valid_to is null',
    values: [row.owner_post],
  })
  return {
    row,
    ownerName: owner.rows[0]?.name ?? null,
    units: new Map(named.rows.map((unit) => [unit.id, unit.name])),
    measured: await measured(client, actor, row, rules, now),
    posts: issueRow(row, actor, now).verbs.includes('issue.own') ? await postsBelow(client, row) : [],
  }
}

/**
 * As many days before it was opened as after it was closed, counted now from the demands the reader may see: nothing of it
 * is typed, and an appeal or a late arrival changes it.
 */
async function measured(client: PoolClient, actor: Staff, row: Stored, rules: Rules, now: Date) {
  const { measureDays: days } = rules.issues
  if (mayAtUnit(issueGrants, actor, 'cluster.read', row.reach_units) !== 'yes') return null
  const place = { employer: row.employer, region: row.region }
  const over = async (from: string, to: string) => {
    const span = { from: new Date(instantOn(from)), to: new Date(instantOn(addDays(to, 1))) }
    const found = await countLeaf(client, { unit: row.unit, topic: row.topic, place, ...span })
    return { from, to, cell: cellOf(found?.n ?? 0, rules.figures.fewest), running: to > localDateOf(now.getTime()) }
  }
  const openedOn = localDateOf(row.opened_at.getTime())
  // Up to the day it was opened, that day included: what led to it was heard by then.
  const before = await over(addDays(openedOn, 1 - days), openedOn)
  if (row.closed_at === null) return { days, before, after: null }
  const closedOn = localDateOf(row.closed_at.getTime())
  return { days, before, after: await over(addDays(closedOn, 1), addDays(closedOn, days)) }
}

/**
 * Posts that could answer for it: of the unit that opened it and of those directly below [post_unit]. At a company none of an
 * enterprise's own union, unless one of those opened it.
 */
async function postsBelow(client: PoolClient, row: Stored): Promise<Page['posts']> {
  const { rows } = await client.query(
    `select p.id as post, p.role, a.name as holder, u.id as unit, u.name from unit u join post p on p.unit = u.id
       and p.valid_to is null and p.role = any ($3) join account a on a.id = p.account
     where u.valid_to is null and (u.id = $1 or u.parent = $1) and not u.id = any ($2)
       and ($4 or u.employer is null or exists (select from unit own where own.id = any ($5) and own.employer is not null)) order by u.id <> $1, u.id, p.id limit 200`,
    [row.unit, row.blocked_units, [...new Set(issueGrants.map(({ role }) => role))], row.employer === null, row.path],
  )
  return rows.map(({ post, role, holder, unit, name }) => ({ post, role, holder, unit: { id: unit, name } }))
}

/** What was sealed, by what it is, after a read record; null where there is nothing, or it was erased. */
export async function openTexts(
  { writer, subjectKeys, look }: Omit<Context, 'reader'>,
  id: string,
  texts: Readonly<Record<string, string>>,
): Promise<(slot: string) => string | null> {
  if (Object.keys(texts).length === 0) return () => null
  const by = await look(id, 'text')
  const client = await writer.connect()
  try {
    const opened = await openPart(client, subjectKeys, realmOfId(id), id, 'text', by)
    return (slot) => opened.get(texts[slot] ?? '')?.value ?? null
  } finally {
    client.release()
  }
}
