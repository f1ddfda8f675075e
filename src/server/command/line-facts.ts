import type { Actor } from '../../domain/actor.ts'
import { localDateOf } from '../../domain/calendar/local-time.ts'
import type { LineFacts } from '../../domain/campaign/facts.ts'
import { type Decision, refused } from '../../domain/decision.ts'
import type { DirectiveState } from '../../domain/directive/state.ts'
import { isId, realmOfId } from '../../domain/id.ts'
import { sees } from '../../domain/reach.ts'
import { Fault } from '../fault.ts'
import type { Unit } from '../organisation/directory.ts'
import { targetOfRow } from '../view/demand-row.ts'
import type { BatchDesk } from './noun.ts'

/** What every decider of the main line knows. */
export function lineFacts(actor: Actor, { now }: BatchDesk): LineFacts {
  return { actor, today: localDateOf(now.getTime()) }
}

/** The unit of that number in force. */
export function unitOf(id: number, { context, client }: BatchDesk): Promise<Unit | null> {
  return context.directory.unit(client, id)
}

/** What belongs to a unit is born where the unit is; asked only once the decider has said that the unit may be known. */
export function mustBeOfRealm(unit: Unit | null, { realm }: BatchDesk): void {
  if (unit && unit.realm !== realm) throw new Fault(422, 'id.wrong-realm', { field: 'id' })
}

/** The unit that opened a campaign, of any realm; null when there is no such campaign. */
export async function campaignOf(campaign: string, { client }: BatchDesk): Promise<number | null> {
  const { rows } = await client.query<{ unit: number }>('select unit from campaign where realm = $1 and id = $2', [
    realmOfId(campaign),
    campaign,
  ])
  return rows[0]?.unit ?? null
}

/** How far a directive is, of any realm; null when there is none. */
export async function directiveStateOf(
  directive: string,
  { client }: BatchDesk,
): Promise<DirectiveState['state'] | null> {
  const { rows } = await client.query<{ state: DirectiveState['state'] }>(
    'select state from directive where realm = $1 and id = $2',
    [realmOfId(directive), directive],
  )
  return rows[0]?.state ?? null
}

/** Whether the actor sees a demand, of any realm. */
export async function seesDemand(demand: string, actor: Actor, { client }: BatchDesk): Promise<boolean> {
  if (!isId(demand)) return false
  const { rows } = await client.query(
    `select d.*, lu.ancestors as lead_path from demand d left join unit lu on lu.id = d.lead_unit
     where d.realm = $1 and d.id = $2`,
    [realmOfId(demand), demand],
  )
  return rows[0] !== undefined && sees(actor, targetOfRow(rows[0]))
}

/** Where what is refused is a thing out of reach, or a unit in another field than the code's own. */
// biome-ignore lint/suspicious/noExplicitAny: one for the events of every noun, as in `Decided`
export function malformed(decision: Decision<any>): Decision<any> {
  if (!('refused' in decision)) return decision
  const { code, params } = decision.refused
  if (code === 'not-found') throw new Fault(404, 'not-found')
  if (code === 'unit.unknown') throw new Fault(422, code, { field: 'body.unit', params })
  return refused(code, params)
}
