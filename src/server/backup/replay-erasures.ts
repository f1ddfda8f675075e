import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { makeId } from '../../domain/id.ts'
import type { Clock } from '../clock.ts'
import type { Pipeline } from '../command/handle.ts'
import type { Erasure } from '../vault/erasures-file.ts'
import { unknownErasures } from './unknown-erasures.ts'

/**
 * Books erasures that a restored ledger does not know, because they came after the backup. Their content and keys were
 * destroyed with the rows' return; now an event says so again, and the ledger fits what is there. A part with a key is
 * passed by: nothing destroyed it. Also at every start, for a restore that was killed before it came so far.
 */
export async function replayErasures(
  owner: Pool,
  pipeline: Pipeline,
  clock: Clock,
  erasures: readonly Erasure[],
): Promise<number> {
  let booked = 0
  for (const { realm, subject, reason, parts } of await unknownErasures(owner, erasures)) {
    const { rows } = await owner.query(
      `select array(select p from unnest($3::text[]) p where not exists (
         select from subject_key k where k.realm = d.realm and k.subject = d.id and k.part = p)) as gone
       from demand d where d.realm = $1 and d.id = $2`,
      [realm, subject, parts],
    )
    const gone: readonly string[] = rows[0]?.gone ?? []
    if (gone.length === 0) continue
    const id = makeId(realm, clock.now().getTime(), randomBytes(8))
    const body = { demand: subject, parts: gone, reason }
    const { outcome } = await pipeline.submit({ kind: 'system' }, { id, kind: 'content.erase', body })
    if ('refused' in outcome) throw new Error(`an erasure could not be booked again: ${outcome.refused.code}`)
    booked += 1
  }
  return booked
}
