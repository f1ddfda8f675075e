import type { PoolClient } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import type { Notices } from '../../domain/notice.ts'
import { listReach } from '../../domain/reach.ts'
import type { Text } from '../../domain/text.ts'
import { digestCode, textOf } from './notice-text.ts'

/** A notice as the desk shows it. `demand` null in a digest; `sentAt` null where no gateway took it. ISO 8601 UTC. */
export type OwnNotice = {
  readonly id: string
  readonly at: string
  readonly code: string
  readonly text: Text
  readonly demand: string | null
  readonly number: string | null
  readonly state: string
  readonly why: string | null
  readonly sentAt: string | null
}

const limit = 50

/**
 * What the reader's union and section were told, newest first, fifty at most [index notice_unit]. Under the policies of
 * the reader: a notice about a demand they may not see is not there, whatever the union was told. Whoever has no demands to
 * look at is told only what is about none, and no digest, which counts them.
 */
export async function ownNotices(
  client: PoolClient,
  reader: Extract<Actor, { kind: 'staff' }>,
  notices: Notices,
): Promise<{ readonly rows: readonly OwnNotice[] }> {
  const { rows } = await client.query({
    name: 'own-notices',
    text: `select n.id, n.made_at, n.code, n.params, n.demand, d.number, n.state, n.why, n.sent_at
      from notice n left join demand d on d.realm = n.realm and d.id = n.demand
      where n.to_kind = 'unit' and n.to_unit = $1 and (n.demand is null or d.id is not null)
        and ($2::text is null or n.to_section is null or n.to_section = $2)
        and ($3 or (n.demand is null and n.code <> $4))
      order by n.made_at desc, n.id desc limit ${limit}`,
    values: [reader.unit, reader.section, listReach(reader.role) !== null, digestCode],
  })
  return {
    rows: rows.map((row) => ({
      ...{ id: row.id, at: row.made_at.toISOString(), code: row.code },
      text: textOf(notices, row.code, row.params),
      ...{ demand: row.demand, number: row.number, state: row.state, why: row.why },
      sentAt: row.sent_at?.toISOString() ?? null,
    })),
  }
}
