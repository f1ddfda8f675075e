import type { PoolClient } from 'pg'
import { realmOfId } from '../../../domain/id.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Fault } from '../../fault.ts'
import { walkBelow } from '../units-below.ts'
import type { DirectiveRow } from './directive.ts'

type Told = ViewAnswer<'directive'>
type Tally = Told['below']
const none: Tally = { units: 0, delivered: 0, received: 0, planned: 0 }
const pageSize = 100

/**
 * Receipts at and below a union, and of each of its direct children with everything below it: unions of unions, side by side
 * as they stand in the tree and never in an order of merit [brief_unit; one pass over the units below].
 */
export async function receiptsBelow(
  client: PoolClient,
  { id, toUnit }: DirectiveRow,
  unit: number,
): Promise<{ readonly whole: Tally; readonly children: Told['children'] }> {
  if (toUnit === null) return { whole: none, children: await childrenOf(client, unit) }
  const { rows } = await client.query<Tally & { child: Told['of'] | null }>({
    name: 'receipts-below',
    text: `with recursive ${walkBelow('$2')}
      select case when c.id is not null then json_build_object('id', c.id, 'name', c.name, 'level', c.level) end as child,
        t.units, t.delivered, t.received, t.planned
      from (select u.child as id, count(*)::integer as units,
          count(b.id)::integer as delivered, count(b.received_at)::integer as received, count(b.planned_at)::integer as planned
        from walk u left join brief b on b.directive = $1 and b.unit = u.id
        where $3 = any (u.ancestors) and u.valid_to is null group by 1) t
      left join unit c on c.id = t.id order by c.level, c.name collate "C", c.id`,
    values: [id, unit, toUnit],
  })
  const whole = rows.reduce(
    (sum, row) => ({
      units: sum.units + row.units,
      delivered: sum.delivered + row.delivered,
      received: sum.received + row.received,
      planned: sum.planned + row.planned,
    }),
    none,
  )
  const children = rows.flatMap(({ child, ...tally }) => (child ? [{ unit: child, ...tally }] : []))
  return { whole, children }
}

/** Of a draft: the unions right below, one of which it may be issued to [unit_children]. */
async function childrenOf(client: PoolClient, unit: number): Promise<Told['children']> {
  const { rows } = await client.query<Told['of']>({
    name: 'line-children',
    text: `select id, name, level from unit where parent = $1 and valid_to is null
      order by level, name collate "C", id limit 500`,
    values: [unit],
  })
  return rows.map((each) => ({ unit: each, ...none }))
}

/** How far the whole cascade, by the place it keeps; before the first look it has gone nowhere. */
export async function cascadeOf(client: PoolClient, { id }: DirectiveRow): Promise<Told['cascade']> {
  const { rows } = await client.query<{ units: number; delivered: number; done: boolean }>({
    name: 'cascade',
    text: `select greatest(receivers, delivered) as units, delivered, done_at is not null as done from cascade
      where realm = $1 and directive = $2`,
    values: [realmOfId(id), id],
  })
  return rows[0] ?? { units: 0, delivered: 0, done: false }
}

/** Unions at or below one that gave no receipt yet, by number [unit_pkey, brief_unit]. */
export async function withoutReceipt(
  client: PoolClient,
  { id, toUnit }: DirectiveRow,
  { unit, after }: { readonly unit: number; readonly after?: string | undefined },
): Promise<ViewAnswer<'receipts'>> {
  if (after !== undefined && !/^\d{1,9}$/.test(after)) throw new Fault(400, 'field.invalid', { field: 'after' })
  if (toUnit === null) return { rows: [], after: null }
  const { rows } = await client.query<{ id: number; name: string; level: string; at: Date | null }>({
    name: 'without-receipt',
    text: `select u.id, u.name, u.level, b.delivered_at as at from unit u
      left join brief b on b.directive = $1 and b.unit = u.id
      where u.id > $4 and $2 = any (u.ancestors) and $3 = any (u.ancestors) and u.valid_to is null and b.received_at is null
      order by u.id limit $5`,
    values: [id, unit, toUnit, Number(after ?? 0), pageSize + 1],
  })
  const page = rows.slice(0, pageSize)
  return {
    rows: page.map(({ at, ...each }) => ({ unit: each, deliveredAt: at?.toISOString() ?? null })),
    after: rows.length > pageSize ? String(page.at(-1)?.id) : null,
  }
}
