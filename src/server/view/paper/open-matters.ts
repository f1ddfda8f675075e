import type { PoolClient } from 'pg'
import { type Cell, shown, suppress } from '../../../domain/measure/suppress.ts'
import type { Rules } from '../../../domain/rules.ts'
import type { PaperLine } from '../../gateway/paper.ts'

/** Matters in hand at a union and below that the asker may open one by one. */
export type OpenMatters = {
  readonly all: Cell
  readonly byTopic: readonly { readonly name: string; readonly cell: Cell }[]
  /** Over time; waiting for an answer one level up; waiting for a department outside. */
  readonly late: Cell
  readonly asking: Cell
  readonly outside: Cell
}

/**
 * Counts what is open among the asker's own list [work_next]; few are hidden, and what would give them away. What one section
 * alone may see never counts: a paper leaves the house.
 */
export async function openMatters(
  client: PoolClient,
  unit: number,
  { taxonomy, figures: { fewest } }: Rules,
  now: Date,
): Promise<OpenMatters> {
  const { rows } = await client.query<Record<'n' | 'late' | 'asking' | 'outside', number> & { topic: string | null }>({
    name: 'paper-open',
    text: `select left(d.topic, 1) as topic, count(*)::int as n, count(*) filter (where d.due_at < $2)::int as late,
        count(*) filter (where d.pending is not null)::int as asking,
        count(*) filter (where d.department_asked)::int as outside
      from work w join demand d on d.realm = w.realm and d.id = w.demand
      where w.ancestor_unit = nullif(current_setting('zh.unit', true), '')::integer and $1 = any (d.reach_units)
        and d.restricted is null group by 1 order by 1`,
    values: [unit, now],
  })
  const total = (of: 'n' | 'late' | 'asking' | 'outside') => rows.reduce((sum, row) => sum + row[of], 0)
  const n = total('n')
  // A part and the rest of it give one another away.
  const part = (of: number) => suppress([of, n - of], fewest)[0] as Cell
  const cells = suppress(
    rows.map((row) => row.n),
    fewest,
  )
  const few = shown(n, fewest)
  const hideAll = 'hidden' in few
  return {
    all: few,
    byTopic: rows.map(({ topic }, at) => ({
      name: taxonomy.groups.find(({ code }) => code === topic)?.name.zh ?? '还没有分类',
      cell: hideAll ? few : (cells[at] as Cell),
    })),
    late: hideAll ? few : part(total('late')),
    asking: hideAll ? few : part(total('asking')),
    outside: hideAll ? few : part(total('outside')),
  }
}

/** What is in hand now, in words. */
export function openLines({ all, byTopic, late }: OpenMatters, { figures: { fewest } }: Rules): readonly PaperLine[] {
  const careful = '不含保密处室单独办理的事。到现场不提具体的人和事。'
  if ('hidden' in all) return [{ text: `正在办的诉求不足${fewest}件，不列。${careful}` }]
  if (all.n === 0) return [{ text: `现在没有正在办的诉求。${careful}` }]
  const topics = byTopic
    .flatMap(({ name, cell }) => ('hidden' in cell ? [] : [{ name, n: cell.n }]))
    .toSorted((a, b) => b.n - a.n)
    .map(({ name, n }) => `${name}${n}件`)
  const few = byTopic.some(({ cell }) => 'hidden' in cell)
  const told = [...topics, ...(few ? ['其余各类数小，不列'] : [])].join('，')
  const over = 'hidden' in late ? '' : late.n === 0 ? '没有超过期限的。' : `超过期限的${late.n}件。`
  return [
    {
      text: `正在办的诉求${all.n}件：${told}。${over}`,
      note: `按现在的台账，只数您的岗位可以逐件打开的；不足${fewest}件、或可由别的数推出的不列。`,
    },
    { text: careful },
  ]
}
