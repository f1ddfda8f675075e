import type { ClientBase } from 'pg'
import type { Follower } from '../follow/follow.ts'
import type { PastEvent } from '../ledger/past-event.ts'

/** Keeps the auditor's list of openings from the read records, of demands and of everything else. */
export const openingFollower: Follower = {
  name: 'openings',
  kinds: new Set(['ContentOpened', 'WordsOpened']),
  handle: list,
}

async function list(client: ClientBase, events: readonly PastEvent[]): Promise<void> {
  const rows = events.map(({ realm, stream, version, at, body }) => ({
    ...{ realm, stream, version, at, subject: body.of ?? body.demand },
    ...{ part: body.part, unit: body.unit, post: body.post, purpose: body.purpose ?? null },
  }))
  await client.query(
    `insert into opening (realm, ancestor_unit, stream, version, at, subject, noun, part, unit, post, purpose)
     select o.realm, a.unit, o.stream, o.version, o.at, o.subject, s.noun, o.part, o.unit, o.post, o.purpose
     from json_to_recordset($1::json) as o (realm integer, stream uuid, version integer, at timestamptz, subject uuid,
       part text, unit integer, post integer, purpose text)
     join stream s on s.realm = o.realm and s.stream = o.subject
     join unit u on u.id = o.unit cross join unnest(u.ancestors) as a (unit)
     on conflict do nothing`,
    [JSON.stringify(rows)],
  )
}
