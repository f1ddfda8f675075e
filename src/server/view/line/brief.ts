import type { PoolClient } from 'pg'
import { briefVerbs } from '../../../domain/brief/may.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import type { DirectiveRow, Place } from './directive.ts'
import type { Staff } from './reach.ts'

type Told = NonNullable<ViewAnswer<'directive'>['brief']>
type Row = {
  readonly id: string
  readonly deliveredAt: Date
  readonly receivedAt: Date | null
  readonly plannedAt: Date | null
  readonly plan: string | null
  readonly parts: Told['parts']
}

/** A brief as it is told, all but its plan, which is sealed under the brief. */
export type BriefTold = { readonly id: string; readonly planId: string | null; readonly told: Omit<Told, 'plan'> }

/** The brief a union has of a directive; null where none was delivered [brief_unit]. */
export async function briefOf(
  client: PoolClient,
  actor: Staff,
  { id: directive, state }: DirectiveRow,
  { id: unit, path }: Place,
): Promise<BriefTold | null> {
  const { rows } = await client.query<Row>({
    name: 'brief',
    text: `select id, delivered_at as "deliveredAt", received_at as "receivedAt", planned_at as "plannedAt", plan, parts
      from brief where directive = $1 and unit = $2`,
    values: [directive, unit],
  })
  const row = rows[0]
  if (!row) return null
  const received = row.receivedAt !== null
  const verbs = briefVerbs(actor, path).filter((verb) =>
    verb === 'brief.receive' ? !received : received && state === 'issued',
  )
  return {
    id: row.id,
    planId: row.plan,
    told: {
      deliveredAt: row.deliveredAt.toISOString(),
      receivedAt: row.receivedAt?.toISOString() ?? null,
      plannedAt: row.plannedAt?.toISOString() ?? null,
      parts: row.parts,
      verbs,
    },
  }
}
