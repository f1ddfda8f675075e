import type { PoolClient } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import { readDemandNumber } from '../../domain/code/demand-number.ts'
import { realmOfRegion } from '../../domain/id.ts'
import type { ViewAnswer } from '../../protocol/view.ts'
import { demandColumns, demandJoins, demandRow } from './demand-row.ts'

type Staff = Extract<Actor, { kind: 'staff' }>

/** A demand by its number as people give it, however it is typed; null where the reader sees none [demand_realm_number_key]. */
export async function findByNumber(client: PoolClient, reader: Staff, text: string): Promise<ViewAnswer<'search'>> {
  const read = readDemandNumber(text)
  if (read.problem !== null) return { row: null }
  const { rows } = await client.query({
    name: 'by-number',
    text: `select ${demandColumns} from demand d ${demandJoins} where d.realm = $1 and d.number = $2`,
    values: [realmOfRegion(read.region), read.number],
  })
  return { row: rows[0] ? demandRow(rows[0], reader) : null }
}
