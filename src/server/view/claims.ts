import type { PoolClient } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import type { ViewAnswer } from '../../protocol/view.ts'
import { getDemand } from './demand-page.ts'
import { demandColumns, demandJoins, demandRow } from './demand-row.ts'

type Staff = Extract<Actor, { kind: 'staff' }>

/**
 * The claims of a master (并案), oldest first, under the reader's own policies: a claim of another union that they may not
 * see is not there. They may be of another realm than the master [demand_master].
 */
export async function claimsOf(client: PoolClient, reader: Staff, master: string): Promise<ViewAnswer<'claims'>> {
  await getDemand(client, master)
  const { rows } = await client.query({
    name: 'claims',
    text: `select ${demandColumns} from demand d ${demandJoins} where d.master = $1
      order by d.submitted_at, d.realm, d.id limit 200`,
    values: [master],
  })
  return { rows: rows.map((row) => demandRow(row, reader)) }
}
