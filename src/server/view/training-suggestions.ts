import type { PoolClient } from 'pg'
import { shown } from '../../domain/measure/suppress.ts'
import type { SuggestionCause, TrainingRules } from '../../domain/training/rules.ts'
import type { ViewAnswer } from '../../protocol/view.ts'
import { Fault } from '../fault.ts'

const dayMs = 86_400_000

/**
 * 并举: what happened in the matters a union leads, and which subjects and courses could help. Counts of workers' matters,
 * so few are hidden; a cause that did not happen is left out. The function behind it gives counts alone.
 */
export async function suggestionsFor(
  client: PoolClient,
  unit: number,
  { rules, fewest, now }: { readonly rules: TrainingRules; readonly fewest: number; readonly now: Date },
): Promise<ViewAnswer<'training-suggestions'>> {
  const place = await client.query<{ id: number; name: string; level: string; path: number[] }>(
    `select id, name, level, ancestors as path from unit
     where id = $1 and nullif(current_setting('zh.unit', true), '')::integer = any (ancestors)`,
    [unit],
  )
  if (!place.rows[0]) throw new Fault(404, 'not-found', { field: 'unit' })
  const { path, ...found } = place.rows[0]
  const since = new Date(now.getTime() - rules.suggestDays * dayMs)
  const counted = await client.query<{ cause: SuggestionCause; n: number }>(
    'select cause, n from training_causes($1, $2)',
    [unit, since],
  )
  const courses = await client.query<{ id: string; title: string; tags: string[] }>({
    name: 'suggested-courses',
    text: `select id, title, tags from training_course where unit = any ($1) and not retired and tags && $2::text[]
      order by id desc limit 50`,
    values: [path, rules.suggest.flatMap(({ tags }) => tags)],
  })
  const causes = rules.suggest.flatMap(({ cause, tags }) => {
    const n = counted.rows.find((row) => row.cause === cause)?.n ?? 0
    if (n === 0) return []
    const cell = shown(n, fewest)
    const fitting = courses.rows.filter((course) => course.tags.some((tag) => tags.includes(tag)))
    return [
      {
        ...{ cause, tags: [...tags], courses: fitting.map(({ id, title }) => ({ id, title })) },
        ...('n' in cell ? { n: cell.n, hidden: null } : { n: null, hidden: 'few' as const }),
      },
    ]
  })
  return { unit: found, days: rules.suggestDays, fewest, causes }
}
