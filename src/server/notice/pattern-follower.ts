import type { ClientBase } from 'pg'
import { makeId } from '../../domain/id.ts'
import { patternSince } from '../../domain/issue/pattern.ts'
import type { Rules } from '../../domain/rules.ts'
import type { Clock } from '../clock.ts'
import type { Follower } from '../follow/follow.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import { randomTake } from '../random.ts'
import { addNotices } from './notice-row.ts'

/**
 * Tells the county when one leaf comes up again and again at one employer (domain §2.6: three in thirty days). The notice
 * says topic and count; it names no worker, no organiser and no employer (§4 rule 22).
 */
export function patternFollower({ clock, rules }: { readonly clock: Clock; readonly rules: Rules }): Follower {
  return {
    name: 'patterns',
    kinds: new Set(['DemandTriaged']),
    async handle(client, events) {
      for (const event of events) await look(client, event, clock, rules)
    },
  }
}

async function look(client: ClientBase, event: PastEvent, clock: Clock, rules: Rules): Promise<void> {
  const { alert } = rules.limits
  const since = new Date(patternSince(rules.calendar, new Date(event.at).getTime(), alert))
  const { rows } = await client.query(
    `select d.topic, count(o.id)::int as n, min(u.id) as county
     from demand d
     join demand o on o.employer = d.employer and o.topic = d.topic and o.restricted is null and o.submitted_at >= $3
     left join unit lead on lead.id = d.lead_unit
     left join unit u on u.level = $4 and u.valid_to is null and u.id = any(lead.ancestors) and not u.id = any(d.blocked_units)
     where d.realm = $1 and d.id = $2 and d.employer is not null and d.restricted is null group by d.topic`,
    [event.realm, event.stream, since, rules.routing.copyLevel],
  )
  const found = rows[0]
  // At every third, not at each after the third: what is known is not told again.
  if (!found || found.county === null || found.n % alert.sameLeaf !== 0) return
  const now = clock.now()
  await addNotices(client, [
    {
      ...{ realm: event.realm, id: makeId(event.realm, now.getTime(), randomTake(8)) },
      ...{ demand: event.stream, position: event.position, cause: event.kind, day: null, code: 'pattern', way: 'now' },
      ...{ to_kind: 'unit', to_unit: found.county, to_section: null, to_post: null },
      ...{ params: { topic: found.topic, count: found.n }, not_before: now.toISOString(), made_at: now.toISOString() },
      ...{ state: 'queued', why: null },
    },
  ])
}
