import type { PoolClient } from 'pg'
import type { Measure } from '../../../domain/measure/measure.ts'
import type { FigureCell } from '../../../protocol/figure-view.ts'
import type { WayStep } from '../../../protocol/line-view.ts'
import { figuresOf } from '../figures.ts'
import type { LineRules } from './directive.ts'
import { monthsOf } from './period.ts'

/** What was done, in the order a line goes: by which figure each step is told. */
const done = { visits: 'visits', deeds: 'deeds-done', training: 'training-attended' } as const satisfies Record<
  string,
  Measure
>
/** More meetings than these are no bar any more; the first is the call to everybody. */
const mostMeetings = 3

/**
 * What followed a directive 动员会、走访、实事、轮训、报道, for the asker's own union and all below it. Nothing of it is typed in:
 * the meetings are those called under the campaign, the rest are figures and what was published, each with when it began
 * [meeting_campaign, figure_pkey, published_latest].
 */
export async function wayOf(
  client: PoolClient,
  unit: number,
  { id, fromOn }: { readonly id: string; readonly fromOn: string },
  { rules, now }: { readonly rules: Pick<LineRules, 'figures'>; readonly now: Date },
): Promise<readonly WayStep[]> {
  const months = monthsOf(fromOn, now)
  const [{ whole }, called, first, told] = await Promise.all([
    figuresOf(client, { unit, ...months }, rules.figures, now),
    client.query<{ id: string; title: string; on: string }>({
      name: 'way-meetings',
      text: `select m.id, m.title, ((m.start_at at time zone 'Asia/Shanghai')::date)::text as on from meeting m
        where m.campaign = $1 and not m.cancelled
          and (m.below = any (select unnest(ancestors) from unit where id = $2) or $2 = any (m.below_path))
        order by m.start_at, m.id limit $3`,
      values: [id, unit, mostMeetings],
    }),
    client.query<{ measure: Measure; on: string }>({
      name: 'way-first',
      text: `select measure, to_char(min(month), 'YYYY-MM') as on from figure
        where realm = (select realm from unit where id = $1) and unit = $1 and measure = any ($2) and cut = ''
          and month >= ($3 || '-01')::date and n > 0 group by measure`,
      values: [unit, Object.values(done), months.from],
    }),
    client.query<{ n: number; on: string | null }>({
      name: 'way-published',
      text: `select count(*)::integer as n, to_char(min(p.released_at) at time zone 'Asia/Shanghai', 'YYYY-MM') as on
        from published p join unit u on u.id = p.unit
        where p.state = 'released' and p.released_at >= ($2 || '-01')::date and $1 = any (u.ancestors)`,
      values: [unit, months.from],
    }),
  ])
  const nothing: FigureCell = { n: 0, hidden: null }
  const began = new Map(first.rows.map(({ measure, on }) => [measure, on]))
  return [
    ...called.rows.map(({ on, ...meeting }) => ({ step: 'meeting' as const, on, meeting, figure: null })),
    ...Object.entries(done).map(([step, measure]) => ({
      ...{ step: step as keyof typeof done, on: began.get(measure) ?? null, meeting: null },
      figure: whole[measure] ?? nothing,
    })),
    { step: 'news', on: told.rows[0]?.on ?? null, meeting: null, figure: { n: told.rows[0]?.n ?? 0, hidden: null } },
  ]
}
