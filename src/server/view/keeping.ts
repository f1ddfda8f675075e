import type { PoolClient } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import { realmOfId } from '../../domain/id.ts'
import type { ViewAnswer } from '../../protocol/view.ts'
import { chainOfPost } from '../organisation/post-chain.ts'
import { demandColumns, demandJoins, demandRow } from './demand-row.ts'

type Keeping = ViewAnswer<'follow'>['keeping']
const pageSize = 50

/**
 * Who may stay with a worker after a visit, and who does [primary key of event, of post; post_chain]. Whoever took the post
 * over took the worker over; where nobody did, the union stays. Only a named worker reads names: of the others' matters no
 * cadre and no place appears (domain §4 rule 21). Read beside the worker's own scope; null where it was heard elsewhere.
 */
export async function keepingOf(client: PoolClient, demand: string): Promise<Keeping> {
  const realm = realmOfId(demand)
  const { rows } = await client.query<Stored>(
    `select d.mode, r.body -> 'heardBy' as heard_by, k.body ->> 'keep' as keep, k.at as since
     from demand d join event r on r.realm = d.realm and r.stream = d.id and r.kind = 'DemandRaised'
       left join lateral (select e.body, e.at from event e where e.realm = d.realm and e.stream = d.id and e.kind = 'CadreKept'
         order by e.version desc limit 1) k on true
     where d.realm = $1 and d.id = $2 and d.visit is not null`,
    [realm, demand],
  )
  const row = rows[0]
  if (!row || row.heard_by === null) return null
  const { came, stays, unit } = await chainOf(client, row.heard_by)
  const keep = row.keep ?? 'nobody'
  const common = { keep, since: keep === 'nobody' ? null : (row.since?.toISOString() ?? null) }
  const who = keep !== 'cadre' ? null : stays === null ? 'union' : stays.post === row.heard_by ? 'same' : 'successor'
  if (row.mode !== 'named') return { ...common, who, unit: null, came: null, stays: null }
  return { ...common, who, unit, came, stays: stays?.name ?? null }
}

type Stored = {
  readonly mode: string
  readonly heard_by: number | null
  readonly keep: 'cadre' | 'union' | 'nobody' | null
  readonly since: Date | null
}

/** Who came, by name; who holds the post that chain of hand-overs ends in now; and the union of the post. */
async function chainOf(client: PoolClient, post: number) {
  const { rows } = await client.query<{ came: string; unit: string; post: number | null; name: string | null }>(
    `select a.name as came, u.name as unit, n.id as post, na.name
     from post p join account a on a.id = p.account join unit u on u.id = p.unit
       left join post n on ${chainOfPost('n')} = ${chainOfPost('p')} and n.valid_to is null
       left join account na on na.id = n.account
     where p.id = $1`,
    [post],
  )
  const { came = '', unit = '', post: now = null, name = null } = rows[0] ?? {}
  return { came, unit, stays: now === null ? null : { post: now, name: name ?? '' } }
}

/**
 * Matters within the asker's reach whose workers keep the asker's post [demand_kept], in the order they were raised: no count
 * beside it, nothing to be first in. Of matters that were withdrawn nobody is told any more.
 */
export async function keptBy(
  client: PoolClient,
  actor: Extract<Actor, { kind: 'staff' }>,
  after: string | undefined,
): Promise<ViewAnswer<'kept-by'>> {
  const { rows } = await client.query({
    name: 'kept-by',
    text: `select ${demandColumns} from demand d ${demandJoins}
      where d.kept_post in (select p.id from post p join post mine on mine.id = $1
          and ${chainOfPost('p')} = ${chainOfPost('mine')})
        and d.state <> 'withdrawn' and d.id > $2 order by d.id limit $3`,
    values: [actor.post, after ?? '00000000-0000-0000-0000-000000000000', pageSize + 1],
  })
  const page = rows.slice(0, pageSize)
  return {
    rows: page.map((row) => demandRow(row, actor)),
    after: rows.length > pageSize ? page.at(-1).id : null,
  }
}
