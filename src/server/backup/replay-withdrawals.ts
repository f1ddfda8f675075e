import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { makeId } from '../../domain/id.ts'
import type { Clock } from '../clock.ts'
import type { Pipeline, Submission } from '../command/handle.ts'
import { Fault } from '../fault.ts'
import type { Withdrawal, WithdrawalKind } from '../vault/withdrawals-file.ts'

/** Whether what was taken back stands again, as it was before: what was given or released since is another thing. */
const stands: Readonly<Record<WithdrawalKind, string>> = {
  consent: 'select from consent where realm = $1 and demand = $2 and purpose = $3 and given_at <= $4',
  article: `select from article where realm = $1 and id = $2 and status = 'released' and released_at <= $4 and $3::text is not null`,
  person: `select from article a where a.realm = $1 and a.id = $2 and a.public_demand is not null and $3::text is not null
    and not exists (select from event e where e.realm = $1 and e.stream = $2 and e.kind = 'ArticleReleased' and e.at > $4)`,
  comment: `select from comment where realm = $1 and id = $2 and status <> 'withdrawn' and written_at <= $4 and $3::text is not null`,
  'comment-refused': `select from comment where realm = $1 and id = $2 and status in ('waiting', 'published') and written_at <= $4 and $3::text is not null`,
}

/**
 * Takes back again what a restored ledger shows although it was taken back after the backup: a worker's consent, with name and
 * face in every article on it, an article, a comment, also one that an editor refused or took off. Before anybody can read it; also at every start, for a restore that was
 * killed before it came so far. Gives how many were taken back.
 */
export async function replayWithdrawals(
  owner: Pool,
  pipeline: Pipeline,
  clock: Clock,
  withdrawals: readonly Withdrawal[],
): Promise<number> {
  let booked = 0
  for (const one of withdrawals) {
    const { rowCount } = await owner.query(stands[one.what], [one.realm, one.stream, one.code, one.at])
    if (rowCount === 0) continue
    const id = makeId(one.realm, clock.now().getTime(), randomBytes(8))
    if (await takeBack(pipeline, { id, ...commandOf(one) })) booked += 1
  }
  return booked
}

function commandOf({ what, stream, code }: Withdrawal): Pick<Submission, 'kind' | 'body'> {
  switch (what) {
    case 'consent':
      return { kind: 'consent.withdraw', body: { demand: stream, purpose: code } }
    case 'article':
      return { kind: 'article.withdraw', body: { article: stream, what: 'whole', reason: code } }
    case 'person':
      return { kind: 'article.withdraw', body: { article: stream, what: 'person', reason: code } }
    case 'comment':
      return { kind: 'comment.withdraw', body: { comment: stream } }
    case 'comment-refused':
      return { kind: 'comment.refuse', body: { comment: stream, reason: code } }
  }
}

/** A refusal means that it is gone already: with the consent, or with the article. */
async function takeBack(pipeline: Pipeline, command: Submission): Promise<boolean> {
  try {
    return 'accepted' in (await pipeline.submit({ kind: 'system' }, command)).outcome
  } catch (error) {
    if (error instanceof Fault) return false
    throw error
  }
}
