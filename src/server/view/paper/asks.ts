import type { PoolClient } from 'pg'
import { localDateOf } from '../../../domain/calendar/local-time.ts'
import { readsIssues } from '../../../domain/issue/may.ts'
import type { Cell } from '../../../domain/measure/suppress.ts'
import { readsSuggestions } from '../../../domain/suggestion/may.ts'
import type { PaperRun } from '../../gateway/paper.ts'
import type { Staff } from '../line/reach.ts'
import type { OpenMatters } from './open-matters.ts'
import { dayOf } from './say-figure.ts'

/** A leader is asked for three things; more are none. */
const most = 3

/**
 * What a union may ask the leader who comes: what waits above it longest. First suggestions that wait for the opinion of a level
 * above, then matters that wait for one, then tasks of common issues that are over time, then matters that are, then
 * departments that were asked. Each says where it stands; fewer than three leave room to write.
 */
export async function asksOf(
  client: PoolClient,
  actor: Staff,
  { unit, open, now }: { readonly unit: number; readonly open: OpenMatters; readonly now: Date },
): Promise<readonly PaperRun[]> {
  const today = localDateOf(now.getTime())
  const few = (cell: Cell) => 'hidden' in cell
  const some = (cell: Cell) => few(cell) || ('n' in cell && cell.n > 0)
  const said = (cell: Cell) => ('n' in cell ? `有${cell.n}件` : '有')
  const matters = '来源：诉求台账，按现在的状态；件数少的不写数。'
  const found: readonly PaperRun[] = [
    ...(await suggestionsAbove(client, actor, unit, today)),
    ...(some(open.asking) && !wholeHidden(open)
      ? [{ text: `请上一级尽快答复：${said(open.asking)}诉求在等上一级批准或给意见。`, note: matters }]
      : []),
    ...(await lateTasks(client, actor, unit, today)),
    ...(some(open.late) && !wholeHidden(open)
      ? [{ text: `请帮助协调：${said(open.late)}诉求已经超过答复期限。`, note: matters }]
      : []),
    ...(some(open.outside) && !wholeHidden(open)
      ? [{ text: `请帮助商请有关部门：${said(open.outside)}诉求在等部门答复协办函。`, note: matters }]
      : []),
  ]
  const three = found.slice(0, most)
  const blank = Array.from({ length: most - three.length }, () => ({
    text: '（台账里没有更多等上级的事，可在这里写）',
  }))
  return [...three, ...blank].map(({ text, ...note }, at) => ({ text: `${at + 1}．${text}`, ...note }))
}

/** Too few altogether: then nothing of them is told, not even that one waits. */
function wholeHidden({ all }: OpenMatters): boolean {
  return 'hidden' in all
}

/** Suggestions raised at the union or below that wait for a level above it, soonest due first [suggestion_waits]. */
async function suggestionsAbove(client: PoolClient, actor: Staff, unit: number, today: string): Promise<PaperRun[]> {
  if (!readsSuggestions(actor)) return []
  const { rows } = await client.query<{ title: string; by: string; raised: Date; waits: string; due: string }>({
    name: 'paper-suggestions',
    text: `select s.title, u.name as by, s.raised_at as raised, w.name as waits, s.due_on::text as due
      from suggestion s join unit u on u.id = s.unit join unit w on w.id = s.waits_unit
      where s.waits_unit is not null and $1 = any (s.path)
        and s.waits_unit = any (select unnest(ancestors) from unit where id = $1) and s.waits_unit <> $1
      order by s.due_on, s.id limit $2`,
    values: [unit, most],
  })
  return rows.map(({ title, by, raised, waits, due }) => ({
    text: `请${waits}对建议《${title}》给出意见${due < today ? '，已经过了期限' : ''}。`,
    note: `来源：政策建议，${by}${dayOf(localDateOf(raised.getTime()))}提出，应于${dayOf(due)}前给出意见。`,
  }))
}

/** Common issues of the union whose plan or task is over time, oldest first [issue_opened]. */
async function lateTasks(client: PoolClient, actor: Staff, unit: number, today: string): Promise<PaperRun[]> {
  if (!readsIssues(actor)) return []
  const { rows } = await client.query<{ title: string; opened: Date; until: string }>({
    name: 'paper-issues',
    text: `select i.title, i.opened_at as opened, least(i.plan_until, t.until)::text as until
      from issue i left join lateral (
        select min((task ->> 'until')::date) as until from json_array_elements(i.tasks) task where task ->> 'doneOn' is null) t on true
      where i.closed_at is null and $1 = any (i.path) and least(i.plan_until, t.until) < $2::date
      order by until, i.id limit $3`,
    values: [unit, today, most],
  })
  return rows.map(({ title, opened, until }) => ({
    text: `请帮助推动共性问题《${title}》：计划或任务已经过期。`,
    note: `来源：共性问题，${dayOf(localDateOf(opened.getTime()))}立，应于${dayOf(until)}前办完。`,
  }))
}
