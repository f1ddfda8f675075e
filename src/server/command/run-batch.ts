import type { ClientBase } from 'pg'
import { Batch, type BatchResult } from './batch.ts'
import type { CommandContext } from './context.ts'
import { cameTrue, foresee, type Left } from './foresee.ts'
import type { Asked } from './noun.ts'
import { nounOf } from './nouns.ts'
import { wantedNumbers } from './numbers.ts'
import { openBatch } from './open-batch.ts'

/** What the caller owes a batch before anybody is answered. */
export type Afterwards = { readonly committed: (() => void) | null; readonly repeated: (() => void) | null }

/**
 * Handles commands of one realm in the transaction the caller opened (house.md, *Pipeline*). Order: lock the realm →
 * stored outcomes → lock and fold the streams → decide one by one → append, seal, project → batch row. While the lock is
 * waited for, the batch is decided on what the one before will have `left`, and kept if that is what the lock shows.
 * `writing` is called while its last statements are under way, with what it leaves; `committed` is what to do now that this
 * is on the disk, null when nothing was written; `repeated` what to do, once what was stored before is on the disk, if it
 * only repeats. Throws on any database error: the caller rolls back and replays one by one.
 */
export async function runBatch(
  context: CommandContext,
  client: ClientBase,
  realm: number,
  asked: readonly Asked[],
  left: Left | null,
  writing: (left: Left) => void,
): Promise<BatchResult & Afterwards> {
  const batch = await openedBatch(context, client, realm, asked, left)
  const committed = await batch.write(writing)
  const again = batch.settled.some((one) => 'again' in one && one.again)
  const repeated = !committed && again ? () => batch.repeated() : null
  return { settled: batch.settled, touched: batch.events.map((e) => e.past), committed, repeated }
}

async function openedBatch(
  context: CommandContext,
  client: ClientBase,
  realm: number,
  asked: readonly Asked[],
  left: Left | null,
): Promise<Batch> {
  const streams = [...new Set(asked.flatMap((one) => nounOf(one.kind).streams(one)))]
  const numbers = wantedNumbers(asked)
  const now = context.clock.now()
  const answer = openBatch(client, realm, { commands: asked.map(({ id }) => id), streams, numbers, now })
  // It is waited for below, once there is nothing left to do meanwhile.
  answer.catch(() => undefined)
  const from = { context, client, realm, asked, before: now }
  const foreseen = context.subjectKeys.hasRealmKey(realm) ? foresee(left, asked, now) : null
  // What fails here is no answer yet: it is decided again on what the lock shows.
  const ahead = foreseen && (await Batch.decide(from, foreseen, left).catch(() => null))
  ahead?.layOut()
  const opened = await answer
  context.directory.seen(opened.directory)
  return ahead && cameTrue(foreseen, opened) ? ahead : Batch.decide(from, opened, left)
}
