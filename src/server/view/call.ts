import type { Pool } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import { realmOfId } from '../../domain/id.ts'
import type { ViewAnswer } from '../../protocol/view.ts'
import { Fault } from '../fault.ts'
import { getDemand } from './demand-page.ts'
import { demandRow } from './demand-row.ts'
import { reading } from './scope.ts'

const callers = ['contact.log', 'callback.record']

/**
 * What a caller says first (核对词, domain §2.8): the worker knows by it that the union calls. Only for whoever may call
 * now; it opens nothing, but a stranger who knew it could pass for the union.
 */
export async function callView(
  pools: { readonly reader: Pool; readonly writer: Pool },
  caller: Extract<Actor, { kind: 'staff' }>,
  demand: string,
): Promise<ViewAnswer<'call'>> {
  const row = await reading(pools.reader, caller, (client) => getDemand(client, demand))
  const { verbs } = demandRow(row, caller)
  if (!callers.some((verb) => verbs.includes(verb))) throw new Fault(403, 'not-allowed')
  const { rows } = await pools.writer.query<{ check_word: string }>(
    'select check_word from receipt where realm = $1 and demand = $2',
    [realmOfId(demand), demand],
  )
  return { checkWord: rows[0]?.check_word ?? '' }
}
