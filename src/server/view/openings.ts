import type { PoolClient } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import { openingGrants } from '../../domain/reading/may.ts'
import { mayAtUnit } from '../../domain/unit-grants.ts'
import type { ViewAnswer, ViewParams } from '../../protocol/view.ts'
import { Fault } from '../fault.ts'

const pageSize = 50

/**
 * Openings by posts of the auditor's own union and of those below it, newest first [opening_list]. Under the policies of the
 * auditor: what was opened of a matter that is kept from them is not told either.
 */
export async function openingsOf(
  client: PoolClient,
  actor: Extract<Actor, { kind: 'staff' }>,
  { noun, after }: ViewParams<'openings'>,
): Promise<ViewAnswer<'openings'>> {
  if (mayAtUnit(openingGrants, actor, 'opening.read', [actor.unit]) !== 'yes') throw new Fault(404, 'not-found')
  const place = readCursor(after)
  const { rows } = await client.query({
    name: 'openings',
    // To the microsecond: instants are kept so, and a page must go on where the one before ended.
    text: `select o.at, to_char(o.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as exact, o.stream, o.version,
        o.noun, o.subject, d.number, o.part, o.post, o.purpose, p.role, a.name as holder,
        json_build_object('id', u.id, 'name', u.name, 'level', u.level) as unit
      from opening o join unit u on u.id = o.unit
        left join post p on p.id = o.post left join account a on a.id = p.account
        left join demand d on d.realm = o.realm and d.id = o.subject
      where o.ancestor_unit = $1 and ($2::text is null or o.noun = $2) and (o.noun <> 'demand' or d.id is not null)
        and (o.at, o.stream, o.version) < ($3, $4, $5)
      order by o.at desc, o.stream desc, o.version desc limit ${pageSize + 1}`,
    values: [actor.unit, noun ?? null, place.at, place.stream, place.version],
  })
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  return {
    rows: page.map(({ at, exact: _, stream: __, version: ___, ...row }) => ({ at: at.toISOString(), ...row })),
    after: rows.length > pageSize && last ? `${last.exact}~${last.stream}~${last.version}` : null,
  }
}

const everybody = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

function readCursor(text: string | undefined): { at: string; stream: string; version: number } {
  if (text === undefined) return { at: 'infinity', stream: everybody, version: 0 }
  const shape =
    /^(20\d\d-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d\.\d{6}Z)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})~([1-9]\d{0,8})$/
  const [at = '', stream = '', version = ''] = shape.exec(text)?.slice(1) ?? []
  if (at === '' || Number.isNaN(Date.parse(at)) || !new Date(at).toISOString().startsWith(at.slice(0, 10)))
    throw new Fault(400, 'field.invalid', { field: 'after' })
  return { at, stream, version: Number(version) }
}
