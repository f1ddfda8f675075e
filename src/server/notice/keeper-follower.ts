import type { ClientBase } from 'pg'
import { makeId } from '../../domain/id.ts'
import type { Follower } from '../follow/follow.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import { chainOfPost } from '../organisation/post-chain.ts'
import { randomTake } from '../random.ts'
import type { NoticeMaking } from './notice-follower.ts'
import { addNotices, type NewNotice } from './notice-row.ts'
import { afterQuiet } from './quiet.ts'
import type { SendingRules } from './sending-rules.ts'

/** What is needed of the making of notices: the worker is told, no union is. */
export type KeeperTelling = Pick<NoticeMaking, 'clock' | 'notices'> & {
  readonly sending: Pick<SendingRules, 'staleAfterHours'>
}

/** The code of the notice: neutral as every other (domain §4 rule 17); who it is now stands behind the receipt. */
export const keeperCode = 'keeper'

/**
 * Tells workers who kept a cadre that the cadre left, whether somebody took the post over or the union stays. What the worker
 * changes is no news to the worker.
 */
export function keeperFollower(telling: KeeperTelling): Follower {
  return {
    name: 'keepers',
    kinds: new Set(['PostEnded']),
    async handle(client, events) {
      for (const event of events) await tell(client, event, telling)
    },
  }
}

async function tell(client: ClientBase, event: PastEvent, { clock, notices, sending }: KeeperTelling): Promise<void> {
  const now = clock.now().getTime()
  const at = new Date(now).toISOString()
  const late = now - Date.parse(event.at) > sending.staleAfterHours * 3_600_000
  const notBefore = new Date(afterQuiet(now, notices.quiet)).toISOString()
  const rows = (await keptDemands(client, Number(event.body.post))).map(
    ({ realm, id }): NewNotice => ({
      ...{
        realm,
        id: makeId(realm, now, randomTake(8)),
        demand: id,
        position: event.position,
        cause: event.kind,
        day: null,
      },
      ...{
        code: keeperCode,
        way: 'now',
        to_kind: 'worker',
        to_unit: null,
        to_section: null,
        to_post: null,
        params: {},
      },
      ...{ not_before: notBefore, made_at: at, state: late ? 'dropped' : 'queued', why: late ? 'late' : null },
    }),
  )
  await addNotices(client, rows)
}

/**
 * Matters whose workers keep the post or one it was handed over from [demand_kept]. Who wrote without a name was asked for no
 * number; of what was withdrawn nobody hears any more.
 */
async function keptDemands(client: ClientBase, post: number): Promise<readonly { realm: number; id: string }[]> {
  const { rows } = await client.query<{ realm: number; id: string }>(
    `select d.realm, d.id from demand d
     where d.kept_post in (select p.id from post p join post gone on gone.id = $1
         and ${chainOfPost('p')} = ${chainOfPost('gone')})
       and d.mode <> 'anonymous' and d.state <> 'withdrawn' order by d.realm, d.id`,
    [post],
  )
  return rows
}
