import type { PoolClient } from 'pg'
import { servingRoles } from '../../domain/account/staffing.ts'
import type { Actor } from '../../domain/actor.ts'
import { officeVerbs } from '../../domain/roster/may.ts'
import { onDuty } from '../account/on-duty.ts'
import { chainOfPost } from '../organisation/post-chain.ts'

type Named = { readonly id: number; readonly name: string }

/** An entry of the roster that is not over. `post` is the one that goes on with it today; null when it ended for good. */
export type DutyRow = {
  readonly entry: number
  readonly post: number | null
  readonly section: string | null
  readonly role: string | null
  readonly holder: string | null
  readonly from: string
  readonly to: string
  readonly now: boolean
}

/** What a unit has arranged, as its page shows it. `onDuty` may be a unit above: `climbed` says how far. */
export type OfficePage = {
  readonly unit: Named
  /** Of the unit: a command on its office carries it. */
  readonly realm: number
  readonly small: boolean
  readonly duties: readonly DutyRow[]
  readonly onDuty: { readonly unit: Named; readonly climbed: number; readonly posts: readonly number[] } | null
  readonly sections: readonly { readonly section: string; readonly posts: number; readonly staffed: boolean }[]
  /** Posts in force that could be put on duty. */
  readonly posts: readonly {
    readonly post: number
    readonly section: string | null
    readonly role: string
    readonly holder: string
  }[]
  readonly verbs: readonly string[]
}

/**
 * A unit's office, for whoever belongs to it or to a unit above it; null for everybody else, as for a unit that is not
 * there. Indexes: duty_unit, post_chain, post_unit.
 */
export async function officeOf(
  client: PoolClient,
  actor: Extract<Actor, { kind: 'staff' }>,
  { unit, at }: { readonly unit: number; readonly at: Date },
): Promise<OfficePage | null> {
  const { rows } = await client.query<{ id: number; realm: number; name: string; path: number[]; small: boolean }>(
    `select u.id, u.realm, u.name, u.ancestors as path, coalesce(o.small, false) as small
     from unit u left join office o on o.realm = u.realm and o.unit = u.id where u.id = $1 and u.valid_to is null`,
    [unit],
  )
  const found = rows[0]
  if (!found?.path.includes(actor.unit)) return null
  const duties = await client.query<Omit<DutyRow, 'from' | 'to'> & { from: Date; to: Date }>(
    `select d.entry, p.id as post, p.section, p.role, a.name as holder, d.from_at as "from", d.to_at as "to",
       d.from_at <= $2 as now
     from duty d left join post p on ${chainOfPost('p')} = d.first_post and p.valid_to is null
       left join account a on a.id = p.account
     where d.unit = $1 and d.to_at > $2 order by d.from_at, d.entry`,
    [unit, at],
  )
  const sections = await client.query<{ section: string; posts: number }>(
    `select s.section, count(p.id)::integer as posts
     from section s left join post p on p.unit = s.unit and p.valid_to is null and p.role = any ($2::text[])
       and (p.section is null or p.section = s.section)
     where s.unit = $1 group by s.section order by s.section`,
    [unit, servingRoles],
  )
  const posts = await client.query<OfficePage['posts'][number]>(
    `select p.id as post, p.section, p.role, a.name as holder from post p join account a on a.id = p.account
     where p.unit = $1 and p.valid_to is null and p.role = any ($2::text[]) order by p.id`,
    [unit, servingRoles],
  )
  return {
    unit: { id: found.id, name: found.name },
    realm: found.realm,
    small: found.small,
    duties: duties.rows.map((row) => ({ ...row, from: row.from.toISOString(), to: row.to.toISOString() })),
    onDuty: await namedDuty(client, unit, at),
    sections: sections.rows.map((row) => ({ ...row, staffed: row.posts > 0 })),
    posts: posts.rows,
    verbs: officeVerbs(actor, found.path),
  }
}

async function namedDuty(client: PoolClient, unit: number, at: Date): Promise<OfficePage['onDuty']> {
  const duty = await onDuty(client, unit, at)
  if (!duty) return null
  const { rows } = await client.query<Named>('select id, name from unit where id = $1', [duty.unit])
  return { ...duty, unit: rows[0] ?? { id: duty.unit, name: '' } }
}
