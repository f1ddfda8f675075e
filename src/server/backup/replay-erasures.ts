import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { makeId } from '../../domain/id.ts'
import type { Clock } from '../clock.ts'
import type { Pipeline } from '../command/handle.ts'
import type { Erasure } from '../vault/erasures-file.ts'

/**
 * Books erasures that the restored ledger does not know, because they came after the backup. Their content and keys were
 * destroyed before; now an event says so again, and the ledger fits what is there. Those it knows already are passed by.
 */
export async function replayErasures(
  owner: Pool,
  pipeline: Pipeline,
  clock: Clock,
  erasures: readonly Erasure[],
): Promise<number> {
  let booked = 0
  for (const { realm, subject, parts, reason } of erasures) {
    const { rows } = await owner.query('select erased from demand where realm = $1 and id = $2', [realm, subject])
    const erased: readonly string[] | undefined = rows[0]?.erased
    const missing = parts.filter((part) => erased && !erased.includes(part))
    if (missing.length === 0) continue
    const id = makeId(realm, clock.now().getTime(), randomBytes(8))
    const body = { demand: subject, parts: missing, reason }
    const { outcome } = await pipeline.submit({ kind: 'system' }, { id, kind: 'content.erase', body })
    if ('refused' in outcome) throw new Error(`an erasure could not be booked again: ${outcome.refused.code}`)
    booked += 1
  }
  return booked
}
