import type { ClientBase } from 'pg'
import { grants } from '../../domain/reach.ts'
import type { Addresses, Places } from '../gateway/addresses.ts'

/** A person who works at a union: post, and whether something may reach them at night. */
export type Colleague = {
  readonly post: number
  readonly unit: number
  readonly section: string | null
  readonly fullTime: boolean
  readonly login: string
  readonly places: Places
}

/** Roles that move a demand on. Who only reads, keeps keys or checks is not told to. */
const working: readonly string[] = [
  ...new Set(
    grants
      .filter(({ reach, verb }) => reach === 'own' && verb !== 'demand.read' && !verb.startsWith('content.'))
      .map((grant) => grant.role),
  ),
]

/** Who works at these unions now, by union. */
export async function staffOf(
  client: ClientBase,
  units: readonly number[],
  addresses: Addresses,
): Promise<ReadonlyMap<number, readonly Colleague[]>> {
  const { rows } = await client.query(
    `select p.id, p.unit, p.section, p.full_time, a.login from post p join account a on a.id = p.account
     where p.unit = any($1::integer[]) and p.valid_to is null and a.disabled_at is null and p.role = any($2::text[])
     order by p.id`,
    [units, working],
  )
  const found = new Map<number, Colleague[]>()
  for (const { id, unit, section, full_time, login } of rows) {
    const one = { post: id, unit, section, fullTime: full_time, login, places: addresses.ofPerson(login) }
    found.set(unit, [...(found.get(unit) ?? []), one])
  }
  return found
}

/**
 * Whether what belongs to a section is this person's: a post without a section serves the whole union, but not what is
 * `restricted` to one section.
 */
export function concerns(colleague: Colleague, section: string | null, restricted: boolean): boolean {
  if (colleague.section === section) return true
  return !restricted && (colleague.section === null || section === null)
}
