import { createHash } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import { makeId, realmOfId } from '../../domain/id.ts'
import type { RecordReading } from '../../domain/reading/leave.ts'
import type { Clock } from '../clock.ts'
import { type Look, Looked } from '../vault/looked.ts'
import type { Pipeline } from './handle.ts'

/** Within this span a post that opens the same words again leaves one record: a page asks anew whenever it is looked at. */
const spanMs = 10 * 60_000

/**
 * Leaves read records in the name of a post. The record is committed before a word is opened; where it cannot be written
 * nothing is opened. The id follows from who, what and when, so that a page asked for twice is one command.
 */
export function lookAs(
  { pipeline, clock }: { readonly pipeline: Pick<Pipeline, 'submit'>; readonly clock: Clock },
  { account, unit, post }: Extract<Actor, { kind: 'staff' }>,
): Look {
  return async (subject, part) => {
    const realm = realmOfId(subject)
    const at = Math.floor(clock.now().getTime() / spanMs) * spanMs
    const chance = createHash('sha256').update(['look', account, post, subject, part, at].join('\n')).digest()
    const body: RecordReading = { of: subject, part, unit, post }
    const id = makeId(realm, at, chance.subarray(0, 8))
    const { outcome } = await pipeline.submit({ kind: 'system' }, { id, kind: 'reading.record', body })
    if (!('accepted' in outcome)) throw new Error('a read record was refused')
    return new Looked(subject, part)
  }
}
