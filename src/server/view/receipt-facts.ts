import type { Pool } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import { realmOfId } from '../../domain/id.ts'
import type { ViewAnswer } from '../../protocol/view.ts'
import { getDemand } from './demand-page.ts'
import { demandRow } from './demand-row.ts'
import { reading } from './scope.ts'

type Claimant = Extract<Actor, { kind: 'claimant' }>

/**
 * What a fresh receipt says beside its number: who is next and by when, and the word a genuine caller opens with. Read alone,
 * without the thread and the words the follow page opens: a receipt is waited for with a weak line in the hand.
 */
export async function receiptFacts(
  pools: { readonly reader: Pool; readonly writer: Pool },
  claimant: Claimant,
): Promise<Pick<ViewAnswer<'follow'>['demand'], 'next' | 'fixed' | 'lead' | 'dueAt'> & { checkWord: string }> {
  const { demand: id } = claimant
  const [row, { rows }] = await Promise.all([
    reading(pools.reader, claimant, (client) => getDemand(client, id)),
    pools.writer.query<{ check_word: string }>('select check_word from receipt where realm = $1 and demand = $2', [
      realmOfId(id),
      id,
    ]),
  ])
  return { ...demandRow(row, claimant), checkWord: rows[0]?.check_word ?? '' }
}
