import type { PoolClient } from 'pg'
import { localDateOf } from '../../../domain/calendar/local-time.ts'
import { campaignVerbs } from '../../../domain/campaign/may.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Fault } from '../../fault.ts'
import { pathOf, type Staff } from './reach.ts'

const pageSize = 50

/**
 * Campaigns that concern the asker's unit, newest first [campaign_unit; those of a subtree are few]. Directives go with
 * them, so that one look shows what is in force.
 */
export async function campaignsOf(
  client: PoolClient,
  actor: Staff,
  { after }: { readonly after?: string | undefined },
  now: Date,
): Promise<ViewAnswer<'line'>> {
  const path = await pathOf(client, actor.unit)
  const place = readCursor(after)
  const { rows } = await client.query({
    name: 'campaigns',
    text: `select c.id, c.title, c.purpose, c.from_on::text as "fromOn", c.to_on::text as "toOn",
        json_build_object('id', u.id, 'name', u.name, 'level', u.level) as unit,
        coalesce((select json_agg(json_build_object('id', d.id, 'number', d.number, 'title', d.title)
          order by d.issued_on desc, d.id) from directive d
          where d.campaign = c.id and d.state = 'issued' and (d.unit = any ($2) or $1 = any (d.path))), '[]') as directives
      from campaign c join unit u on u.id = c.unit
      where (c.unit = any ($2) or $1 = any (c.path)) and (c.from_on, c.id) < ($3, $4)
      order by c.from_on desc, c.id desc limit $5`,
    values: [actor.unit, path, place.on, place.id, pageSize + 1],
  })
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  const today = localDateOf(now.getTime())
  return {
    rows: page.map((row) => ({ ...row, inForce: row.fromOn <= today && (row.toOn === null || today <= row.toOn) })),
    after: rows.length > pageSize && last ? `${last.fromOn}~${last.id}` : null,
    verbs: [...campaignVerbs(actor, path)],
  }
}

function readCursor(text: string | undefined): { readonly on: string; readonly id: string } {
  if (text === undefined) return { on: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }
  const found = /^(20\d\d-[01]\d-[0-3]\d)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text)
  const on = found?.[1] ?? ''
  if (!found || Number.isNaN(Date.parse(on)) || !new Date(on).toISOString().startsWith(on))
    throw new Fault(400, 'field.invalid', { field: 'after' })
  return { on, id: found[2] as string }
}
