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
 * Tells the county when one leaf comes up again and again at one employer or agency (domain §2.6: three in thirty days),
 * among what it may see. The notice says topic and count; it names no worker, no organiser and no employer (§4 rule 22).
 */
export function patternFollower({ clock, rules }: { readonly clock: Clock; readonly rules: Rules }): Follower {
  return {
    name: 'patterns',
    kinds: new Set(['DemandTriaged']),
    async handle(client, events) {
      // Read together, all of them find what the last of them made.
      const told = new Set<string>()
      for (const event of events) await look(client, event, { clock, rules, told })
    },
  }
}

type Looking = { readonly clock: Clock; readonly rules: Rules; readonly told: Set<string> }

async function look(client: ClientBase, event: PastEvent, { clock, rules, told }: Looking): Promise<void> {
  const { alert } = rules.limits
  const since = new Date(patternSince(rules.calendar, new Date(event.at).getTime(), alert))
  const { rows } = await client.query(
    `select d.topic, named.employer, count(o.id)::int as n, county.id as county
     from demand d
     join unit lead on lead.id = d.lead_unit
     join unit county on county.level = $4 and county.valid_to is null and county.id = any(lead.ancestors)
       and not county.id = any(d.blocked_units)
     cross join lateral (values (d.employer), (d.agency)) as named (employer)
     join demand o on (o.employer = named.employer or o.agency = named.employer) and o.topic = d.topic
       and o.restricted is null and o.submitted_at >= $3
       and county.id = any(o.reach_units) and not county.id = any(o.blocked_units)
     where d.realm = $1 and d.id = $2 and d.restricted is null
     group by d.topic, named.employer, county.id order by n desc, county.id`,
    [event.realm, event.stream, since, rules.routing.copyLevel],
  )
  // At every third, not at each after the third: what is known is not told again. Told once, of whichever holds the most.
  const found = rows.find(({ n }) => n % alert.sameLeaf === 0)
  const key = found && [found.topic, found.employer, found.n, found.county].join(' ')
  if (!found || told.has(key)) return
  told.add(key)
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
