import type { PoolClient } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import { deedGrants, deedVerbs } from '../../domain/deed/may.ts'
import type { DeedRow } from '../../protocol/deed-view.ts'
import type { ViewAnswer, ViewParams } from '../../protocol/view.ts'
import { unitsBelow } from './units-below.ts'

type Staff = Extract<Actor, { kind: 'staff' }>

/** More unions than this below one are looked at from one of them. */
const mostUnions = 2000

const columns = `d.id, d.unit, u.name as unit_name, d.path, d.deed, d.for_whom, d.employer, e.name as employer_name, d.demand,
  d.status, d.beneficiaries, d.amount_fen::float8 as amount_fen, d.fund, d.own_fields, d.notice_from::text as notice_from,
  d.notice_to::text as notice_to, d.approvers, d.proposed_by, d.proposed_at, d.approvals, d.done_on::text as done_on,
  d.slips_workers, d.slips_enterprise, d.said_yes, d.said_partly, d.said_no, d.enterprise_word`
const from = 'from deed d join unit u on u.id = d.unit left join employer e on e.id = d.employer'

/** Table deed as the views read it. */
export type DeedColumns = {
  readonly id: string
  readonly unit: number
  readonly unit_name: string
  readonly path: number[]
  readonly deed: string
  readonly for_whom: 'workers' | 'enterprise'
  readonly employer: number | null
  readonly employer_name: string | null
  readonly demand: string | null
  readonly status: DeedRow['status']
  readonly beneficiaries: number
  readonly amount_fen: number
  readonly fund: string | null
  readonly own_fields: Record<string, string | number | boolean>
  readonly notice_from: string | null
  readonly notice_to: string | null
  readonly approvers: number
  readonly proposed_by: string
  readonly proposed_at: Date
  readonly approvals: readonly { readonly by: string; readonly unit: number; readonly at: string }[]
  readonly done_on: string | null
  readonly slips_workers: number
  readonly slips_enterprise: number
  readonly said_yes: number
  readonly said_partly: number
  readonly said_no: number
  readonly enterprise_word: 'yes' | 'no' | null
}

/**
 * A page of a list of deeds, newest first. Whoever reads deeds of their own unit alone gets those; `below` and `approve` go
 * by the table of grants [deed_list, deed_waiting].
 */
export async function findDeeds(
  client: PoolClient,
  actor: Staff,
  { list, after, limit }: ViewParams<'deeds'>,
): Promise<ViewAnswer<'deeds'>> {
  const size = Number(limit ?? 50)
  const reach = (verb: string) => deedGrants.filter((each) => each.role === actor.role && each.verb === verb)
  const mayPropose = reach('deed.propose').length > 0
  const none = { rows: [], after: null, deeper: false, mayPropose }
  const grants = reach(list === 'approve' ? 'deed.approve' : 'deed.read')
  if (grants.length === 0) return none
  const wide = list !== 'unit' && grants.some((grant) => grant.reach === 'subtree')
  const units = wide ? await unitsBelow(client, actor.unit, mostUnions + 1) : [actor.unit]
  if (units.length > mostUnions) return { ...none, deeper: true }
  const { rows } = await client.query<DeedColumns>({
    name: 'deeds',
    text: `select ${columns} ${from} where d.unit = any ($1) and ($2::uuid is null or d.id < $2)
      and (not $3 or d.status = 'proposed') order by d.id desc limit $4`,
    values: [units, after ?? null, list === 'approve', size + 1],
  })
  const page = rows.slice(0, size).map((row) => deedRow(row, actor))
  // Their own proposals and what they signed wait for somebody else.
  const shown = list === 'approve' ? page.filter(({ verbs }) => verbs.includes('deed.approve')) : page
  return { rows: shown, after: rows.length > size ? (rows[size - 1]?.id ?? null) : null, deeper: false, mayPropose }
}

/** One deed under the reader's scope; undefined where there is none within reach. */
export async function findDeed(client: PoolClient, id: string): Promise<DeedColumns | undefined> {
  const { rows } = await client.query<DeedColumns>({
    name: 'deed',
    text: `select ${columns} ${from} where d.id = $1`,
    values: [id],
  })
  return rows[0]
}

/** A row as it is told, with the verbs of whoever asks. */
export function deedRow(row: DeedColumns, actor: Staff): DeedRow {
  const target = {
    ...{ path: row.path, status: row.status, by: row.proposed_by, approvals: row.approvals, for: row.for_whom },
    ...{ beneficiaries: row.beneficiaries, employer: row.employer },
    slips: { workers: row.slips_workers, enterprise: row.slips_enterprise },
  }
  return {
    id: row.id,
    unit: { id: row.unit, name: row.unit_name },
    deed: row.deed,
    for: row.for_whom,
    employer: row.employer === null ? null : { id: row.employer, name: row.employer_name ?? '' },
    demand: row.demand,
    status: row.status,
    beneficiaries: row.beneficiaries,
    amountFen: row.amount_fen,
    fund: row.fund,
    noticeFrom: row.notice_from,
    noticeTo: row.notice_to,
    approvers: row.approvers,
    approvals: row.approvals.length,
    proposedAt: row.proposed_at.toISOString(),
    doneOn: row.done_on,
    slips: row.slips_workers,
    said: { yes: row.said_yes, partly: row.said_partly, no: row.said_no },
    enterpriseSaid: row.enterprise_word,
    verbs: [...deedVerbs(actor, target)],
  }
}
