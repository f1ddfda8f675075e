import type { PoolClient } from 'pg'
import type { Actor } from '../../../domain/actor.ts'
import { mayOnCampaign } from '../../../domain/campaign/may.ts'
import { Fault } from '../../fault.ts'

/** Who asks: the main line is for people of the union. */
export type Staff = Extract<Actor, { kind: 'staff' }>

/** Ancestors of a unit in force, itself first; empty when it is not. */
export async function pathOf(client: PoolClient, unit: number): Promise<readonly number[]> {
  const { rows } = await client.query<{ path: number[] }>({
    name: 'path-of-unit',
    text: 'select ancestors as path from unit where id = $1 and valid_to is null',
    values: [unit],
  })
  return rows[0]?.path ?? []
}

/** What neither the own unit nor one above or below it issued reads as not there. @throws Fault 404 */
export function mustSee(actor: Staff, issuer: readonly number[], above: readonly number[], field: string): void {
  if (mayOnCampaign(actor, 'line.see', issuer, above) !== 'yes') throw new Fault(404, 'not-found', { field })
}
