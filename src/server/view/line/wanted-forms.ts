import type { PoolClient } from 'pg'
import { directiveVerbs } from '../../../domain/directive/may.ts'
import { realmOfId } from '../../../domain/id.ts'
import type { WantedForm } from '../../../protocol/line-view.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Fault } from '../../fault.ts'
import type { Staff } from './reach.ts'

const pageSize = 30
const mostUnderOne = 40

const columns = `json_build_object('id', u.id, 'name', u.name, 'level', u.level) as unit, f.title, f.why,
  f.asked_on::text as "on", json_build_object('id', a.id, 'name', a.name, 'level', a.level) as approver, f.state, f.reason,
  case when b.id is not null then json_build_object('id', b.id, 'name', b.name, 'level', b.level) end as "answeredBy",
  f.answered_on::text as "answeredOn"`
const joins = 'join unit u on u.id = f.unit join unit a on a.id = f.approver left join unit b on b.id = f.answered_by'

/**
 * Forms that wait for the answer of the asker's own union under a directive in force, oldest first
 * [form_wanted_approver]. A form under a directive that is over waits for nobody.
 */
export async function wantedForms(
  client: PoolClient,
  actor: Staff,
  { after }: { readonly after?: string | undefined },
): Promise<ViewAnswer<'wanted-forms'>> {
  const place = readCursor(after)
  const { rows } = await client.query({
    name: 'wanted-forms',
    text: `select ${columns}, f.path, f.entry,
        json_build_object('id', d.id, 'number', d.number, 'title', d.title, 'campaign', d.campaign) as directive
      from form_wanted f ${joins} join directive d on d.realm = f.realm and d.id = f.directive
      where f.approver = $1 and f.state = 'asked' and f.in_force and (f.asked_on, f.directive, f.entry) > ($2, $3, $4)
      order by f.asked_on, f.directive, f.entry limit ${pageSize + 1}`,
    values: [actor.unit, place.on, place.directive, place.entry],
  })
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  return {
    rows: page.map(({ path, entry: _, ...row }) => ({
      ...row,
      // The union that was asked is high enough: the decider saw to that when it chose it.
      verbs: directiveVerbs(actor, path).filter((verb) => verb === 'form.approve' || verb === 'form.refuse'),
    })),
    after: rows.length > pageSize && last ? `${last.on}~${last.directive.id}~${last.entry}` : null,
  }
}

/** What the union looked at and those below it asked for under one directive, newest first [form_wanted_pkey]. */
export async function wantedUnder(client: PoolClient, directive: string, unit: number): Promise<WantedForm[]> {
  const { rows } = await client.query<WantedForm>({
    name: 'wanted-under',
    text: `select ${columns} from form_wanted f ${joins} where f.realm = $3 and f.directive = $1 and $2 = any (f.path)
      order by f.asked_on desc, f.entry desc limit ${mostUnderOne}`,
    values: [directive, unit, realmOfId(directive)],
  })
  return rows
}

const nobody = '00000000-0000-0000-0000-000000000000'

function readCursor(text: string | undefined): { on: string; directive: string; entry: number } {
  if (text === undefined) return { on: '-infinity', directive: nobody, entry: 0 }
  const found = /^(20\d\d-[01]\d-[0-3]\d)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})~([1-9]\d{0,5})$/.exec(text)
  const [on = '', directive = '', entry = ''] = found?.slice(1) ?? []
  if (!found || Number.isNaN(Date.parse(on)) || !new Date(on).toISOString().startsWith(on))
    throw new Fault(400, 'field.invalid', { field: 'after' })
  return { on, directive, entry: Number(entry) }
}
