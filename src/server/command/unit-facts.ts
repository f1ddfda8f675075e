import type { SeatedUnit } from '../../domain/account/facts.ts'
import type { Decision } from '../../domain/decision.ts'
import type { RefusalCode } from '../../protocol/refusal.ts'
import { Fault } from '../fault.ts'
import type { BatchDesk } from './noun.ts'

/** A unit in force with its ancestors; null when there is none of that number. */
export async function seatedUnit(unit: number, { client, context }: BatchDesk): Promise<SeatedUnit | null> {
  const found = await context.directory.unit(client, unit)
  return found && { unit: found.id, path: found.path, realm: found.realm }
}

/** A post in force: its unit and the post its chain of hand-overs began with; null when it is not. */
export async function postInForce(
  post: number,
  { client }: BatchDesk,
): Promise<{ readonly unit: number; readonly first: number } | null> {
  const { rows } = await client.query<{ unit: number; first: number }>(
    'select unit, coalesce(first_post, id) as first from post where id = $1 and valid_to is null',
    [post],
  )
  return rows[0] ?? null
}

/** Where the field to mend is another one than the code usually means. */
export function malformed<E extends { kind: string; body: object }>(
  decision: Decision<E>,
  fields: Readonly<Record<string, string>> = { 'unit.unknown': 'unit' },
): Decision<E> {
  if (!('refused' in decision)) return decision
  const { code, params } = decision.refused
  const field = fields[code]
  if (field === undefined) return decision
  throw new Fault(422, code as RefusalCode, { field: `body.${field}`, params })
}
