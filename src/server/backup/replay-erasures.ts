import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { makeId } from '../../domain/id.ts'
import type { Clock } from '../clock.ts'
import type { Pipeline } from '../command/handle.ts'
import type { Erasure } from '../vault/erasures-file.ts'

/**
 * Books erasures that a restored ledger does not know, because they came after the backup. Their content and keys were
 * destroyed with the rows' return; now an event says so again, and the ledger fits what is there. Those it knows already are
 * passed by, and so is a part with a key: something was said since. Also at every start, for a restore that was killed
 * before it came so far.
 */
export async function replayErasures(
  owner: Pool,
  pipeline: Pipeline,
  clock: Clock,
  erasures: readonly Erasure[],
): Promise<number> {
  let booked = 0
  for (const { realm, subject, reason, version, parts } of erasures) {
    const { rows } = await owner.query(
      `select array(select p from unnest($4::text[]) p where not (p = any(d.erased)) and not exists (
         select from subject_key k where k.realm = d.realm and k.subject = d.id and k.part = p)) as missing
       from demand d join stream s on s.realm = d.realm and s.stream = d.id
       where d.realm = $1 and d.id = $2 and s.version < $3`,
      [realm, subject, version, parts],
    )
    const missing: readonly string[] = rows[0]?.missing ?? []
    if (missing.length === 0) continue
    const id = makeId(realm, clock.now().getTime(), randomBytes(8))
    const body = { demand: subject, parts: missing, reason }
    const { outcome } = await pipeline.submit({ kind: 'system' }, { id, kind: 'content.erase', body })
    if ('refused' in outcome) throw new Error(`an erasure could not be booked again: ${outcome.refused.code}`)
    booked += 1
  }
  return booked
}
