import type { ClientBase } from 'pg'
import { makeId } from '../../domain/id.ts'
import type { Notices } from '../../domain/notice.ts'
import type { Clock } from '../clock.ts'
import type { Follower } from '../follow/follow.ts'
import type { Addresses } from '../gateway/addresses.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import { randomTake } from '../random.ts'
import { addNotices, type NewNotice } from './notice-row.ts'
import { afterQuiet } from './quiet.ts'
import { type Reaction, reactionsTo, tellingKinds } from './reactions.ts'
import type { SendingRules } from './sending-rules.ts'
import { concerns, staffOf } from './staff-of.ts'

/** What notices are made with. */
export type NoticeMaking = {
  readonly clock: Clock
  readonly notices: Notices
  readonly sending: SendingRules
  readonly addresses: Addresses
}

/** Kinds that say anew who may see nothing of a demand; handled though they tell nobody anything. */
const blockingKinds = ['DemandTriaged', 'HandlerRecused']

/** Turns events into notices. What one is about stands in the ledger; a row says only that somebody is told. */
export function noticeFollower(making: NoticeMaking): Follower {
  return {
    name: 'notices',
    kinds: new Set([...tellingKinds, ...blockingKinds]),
    handle: (client, events) => tell(client, events, making),
  }
}

type Demand = {
  readonly id: string
  readonly number: string
  readonly mode: string
  readonly urgency: string
  readonly lead_unit: number | null
  readonly lead_section: string | null
  readonly next_at: Date | null
  readonly contact_due_at: Date | null
  readonly due_at: Date | null
  readonly committed: boolean
  readonly restricted: string | null
  readonly blocked_units: readonly number[]
  readonly blocked_posts: readonly number[]
}

async function tell(client: ClientBase, events: readonly PastEvent[], making: NoticeMaking): Promise<void> {
  const realm = events[0]?.realm ?? 0
  const demands = await demandsOf(client, realm, [...new Set(events.map(demandOf))])
  const found = events.flatMap((event) => {
    const demand = demands.get(demandOf(event))
    if (!demand) return []
    const lead =
      demand.lead_unit === null ? null : { unit: demand.lead_unit, section: demand.lead_section, path: [] as const }
    return reactionsTo(event.kind, event.body, { urgency: demand.urgency, lead, committed: demand.committed })
      .filter((reaction) => mayBeTold(reaction, demand))
      .map((reaction) => ({ event, demand, reaction }))
  })
  const units = found.flatMap(({ reaction }) => (reaction.to === 'unit' ? [reaction.unit] : []))
  const staff = await staffOf(client, [...new Set(units)], making.addresses)
  const rows = found.flatMap(({ event, demand, reaction }) => {
    const common = commonOf(event, demand, reaction.code, making)
    if (reaction.to === 'worker') return [toWorker(common, making)]
    const section = demand.restricted ?? reaction.section
    const here = (staff.get(reaction.unit) ?? []).filter(
      (each) => concerns(each, section, demand.restricted !== null) && !demand.blocked_posts.includes(each.post),
    )
    return toUnion(common, { unit: reaction.unit, section }, here, making)
  })
  await addNotices(client, rows)
  await forgetBlocked(client, realm, demands)
}

/** The access stream stands beside the demand's and names it. */
function demandOf(event: PastEvent): string {
  return event.noun === 'access' ? String(event.body.demand) : event.stream
}

async function demandsOf(client: ClientBase, realm: number, ids: readonly string[]): Promise<Map<string, Demand>> {
  const { rows } = await client.query<Demand>(
    `select id, number, mode, urgency, lead_unit, lead_section, next_at, contact_due_at, due_at, committed,
       restricted, blocked_units, blocked_posts
     from demand where realm = $1 and id = any($2::uuid[])`,
    [realm, ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Who was never asked for a number is reached by nobody; the employer's own union is told nothing (domain §0.3). */
function mayBeTold(reaction: Reaction, demand: Demand): boolean {
  return reaction.to === 'worker' ? demand.mode !== 'anonymous' : !demand.blocked_units.includes(reaction.unit)
}

type Common = Pick<
  NewNotice,
  'realm' | 'demand' | 'position' | 'cause' | 'day' | 'code' | 'way' | 'params' | 'made_at' | 'state' | 'why'
>

function commonOf(event: PastEvent, demand: Demand, code: string, making: NoticeMaking): Common {
  const now = making.clock.now()
  const known = making.notices.list.find((notice) => notice.code === code)
  const due = demand.contact_due_at ?? demand.next_at ?? demand.due_at
  const values: Readonly<Record<string, string | undefined>> = {
    number: demand.number,
    due: (code === 'auto-signed' ? demand.due_at : due)?.toISOString(),
  }
  const late = now.getTime() - Date.parse(event.at) > making.sending.staleAfterHours * 3_600_000
  const why = !known ? 'no-text' : late ? 'late' : null
  return {
    ...{ realm: event.realm, demand: demand.id, position: event.position, cause: event.kind, day: null, code },
    way: known?.when ?? 'now',
    params: Object.fromEntries((known?.params ?? []).flatMap((name) => (values[name] ? [[name, values[name]]] : []))),
    made_at: now.toISOString(),
    ...{ state: why === null ? 'queued' : 'dropped', why },
  }
}

const newId = (common: Common) => makeId(common.realm, Date.parse(common.made_at), randomTake(8))
const waking = (at: number) => new Date(at).toISOString()

/** A worker is not woken either: what comes at night is told in the morning. */
function toWorker(common: Common, { notices }: NoticeMaking): NewNotice {
  const not_before = waking(afterQuiet(Date.parse(common.made_at), notices.quiet))
  return { ...common, id: newId(common), to_kind: 'worker', to_unit: null, to_section: null, to_post: null, not_before }
}

/**
 * One row for the union, which its desk shows and its group robot speaks, and one for each person whose own address is
 * known. At night part-time cadres are left in peace, and so is a group that has one in it.
 */
function toUnion(
  common: Common,
  holder: { readonly unit: number; readonly section: string | null },
  here: readonly { post: number; fullTime: boolean; places: object }[],
  { notices, sending }: NoticeMaking,
): NewNotice[] {
  const at = Date.parse(common.made_at)
  const loud = notices.quiet.except.includes(common.code)
  const when = (fullTime: boolean) => waking(fullTime || loud ? at : afterQuiet(at, notices.quiet))
  const to = { to_unit: holder.unit, to_section: holder.section }
  const fullTime = here.every((each) => each.fullTime)
  const whole = { ...common, ...to, id: newId(common), to_kind: 'unit' as const, to_post: null }
  const rows: NewNotice[] = [{ ...whole, not_before: when(fullTime) }]
  // What waits for the digest is told to persons by the digest; what rings asks who is on duty when it rings.
  if (common.way === 'digest' || sending.ring.codes.includes(common.code)) return rows
  for (const each of here.filter(({ places }) => Object.keys(places).length > 0))
    rows.push({
      ...{ ...common, ...to, id: newId(common), to_kind: 'post', to_post: each.post },
      not_before: when(each.fullTime),
    })
  return rows
}

/** What a union or a person was told before they were set apart, they can no longer read. */
async function forgetBlocked(client: ClientBase, realm: number, demands: ReadonlyMap<string, Demand>): Promise<void> {
  const apart = [...demands.values()].filter((each) => each.blocked_units.length + each.blocked_posts.length > 0)
  if (apart.length === 0) return
  await client.query(
    `delete from notice n using demand d where n.realm = $1 and d.realm = $1 and n.demand = d.id
     and d.id = any($2::uuid[]) and (n.to_unit = any(d.blocked_units) or n.to_post = any(d.blocked_posts))`,
    [realm, apart.map(({ id }) => id)],
  )
}
