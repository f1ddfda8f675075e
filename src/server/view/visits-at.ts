import type { Pool } from 'pg'
import { addDays, localDateOf } from '../../domain/calendar/local-time.ts'
import type { VisitRules } from '../../domain/visit/visit-rules.ts'
import type { ViewAnswer, ViewParams } from '../../protocol/view.ts'

/**
 * Visits any union paid to an enterprise lately [visit_employer]. Read beside the asker's reach on purpose: that workers are
 * asked the same thing twice comes of unions that do not see one another. So it tells day, kind and union, and themes only
 * where enough people were met; to the enterprise's own union no themes at all (domain §4 rules 5 and 26).
 */
export async function visitsAt(
  writer: Pool,
  asked: ViewParams<'visits-at'>,
  who: { readonly isOwnUnion: boolean; readonly now: Date },
  { repeated, themesFrom }: VisitRules,
): Promise<ViewAnswer<'visits-at'>> {
  const on = asked.on ?? localDateOf(who.now.getTime())
  const { rows } = await writer.query({
    name: 'visits-at',
    text: `select v.visited_on as on, v.kind, v.unit, u.name, v.met,
        array(select distinct o ->> 'theme' from jsonb_array_elements(v.opinions) o order by 1) as themes
      from visit v join unit u on u.id = v.unit
      where v.employer = $1 and v.status = 'recorded' and v.visited_on > $2 and v.visited_on <= $3
      order by v.started_at desc, v.id desc limit 50`,
    values: [Number(asked.employer), addDays(on, -repeated.days), on],
  })
  return {
    days: repeated.days,
    repeated: rows.length + 1 > repeated.most,
    rows: rows.map(({ on: day, kind, unit, name, met, themes }) => ({
      on: day,
      kind,
      unit: { id: unit, name },
      themes: met >= themesFrom && !who.isOwnUnion ? themes : [],
    })),
  }
}
