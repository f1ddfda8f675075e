import type { Pool } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import { realmOfId } from '../../domain/id.ts'
import type { ViewAnswer } from '../../protocol/view.ts'
import { Fault } from '../fault.ts'
import { type PhoneOpening, workerContact } from '../vault/worker-contact.ts'
import { getDemand } from './demand-page.ts'
import { demandRow } from './demand-row.ts'
import { reading } from './scope.ts'

const callers = ['contact.log', 'callback.record']

/**
 * What a caller says first (核对词, domain §2.8), and whether and when the worker may be called at all (§4 rule 17). Only for
 * whoever may call now: a stranger who knew the word could pass for the union. The worker's choices are sealed with the
 * identity but tell nothing of it; name, number and what was written in words stay shut.
 */
export async function callView(
  context: { readonly reader: Pool } & PhoneOpening,
  caller: Extract<Actor, { kind: 'staff' }>,
  demand: string,
): Promise<ViewAnswer<'call'>> {
  const row = await reading(context.reader, caller, (client) => getDemand(client, demand))
  const { verbs } = demandRow(row, caller)
  if (!callers.some((verb) => verbs.includes(verb))) throw new Fault(403, 'not-allowed')
  const { rows } = await context.writer.query<{ check_word: string }>(
    'select check_word from receipt where realm = $1 and demand = $2',
    [realmOfId(demand), demand],
  )
  const { wishes } = await workerContact(context, realmOfId(demand), demand)
  return { checkWord: rows[0]?.check_word ?? '', wishes }
}
