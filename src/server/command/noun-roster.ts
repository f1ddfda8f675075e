import type { Decision } from '../../domain/decision.ts'
import { realmOfId } from '../../domain/id.ts'
import type { OfficeCommand } from '../../domain/roster/command.ts'
import { type AskedOfOffice, decide } from '../../domain/roster/decide.ts'
import type { OfficeEvent } from '../../domain/roster/event.ts'
import { evolve, type RecordedOfficeEvent } from '../../domain/roster/evolve.ts'
import { type OfficeState, untouched } from '../../domain/roster/state.ts'
import { officeStreamOf } from '../../domain/roster/stream.ts'
import { Fault } from '../fault.ts'
import { projectOffice } from '../projection/roster.ts'
import { directoryChanged } from './account-facts.ts'
import type { BatchDesk, Decided, Noun } from './noun.ts'

/** What a unit arranges for itself: duty roster and small-office mode. One stream per unit, whose id follows from it. */
export const officeNoun: Noun = {
  name: 'office',
  streams: (asked) => [officeStreamOf(realmOfId(asked.id), asked.body.unit)],
  evolve: (state, event) => evolve(state as OfficeState | null, event as unknown as RecordedOfficeEvent),
  project: projectOffice,
  async decide(asked, desk): Promise<Decided> {
    const command = { kind: asked.kind, ...asked.body } as OfficeCommand
    const stream = officeStreamOf(desk.realm, command.unit)
    const unit = await desk.context.directory.unit(desk.client, command.unit)
    const seated = unit && { unit: unit.id, path: unit.path, realm: unit.realm }
    const state = (desk.state(stream, 'office') as OfficeState | null) ?? untouched(stream, command.unit)
    const facts = { actor: asked.actor, unit: seated }
    const more = command.kind === 'duty.set' ? await dutyFacts(command.post, desk) : {}
    const decision = malformed(
      decide(state, { kind: command.kind, command, facts: { ...facts, ...more } } as AskedOfOffice),
    )
    // Only now: a unit of another realm that is out of reach must read like one that is not there.
    if (unit && unit.realm !== desk.realm) throw new Fault(422, 'id.wrong-realm', { field: 'id' })
    const common = { stream, noun: 'office', subject: stream, decision }
    const event = 'accepted' in decision ? decision.accepted[0] : undefined
    if (event?.kind === 'DutySet') return { ...common, result: { entry: event.body.entry } }
    // The mode is kept in memory with the directory.
    return event?.kind === 'SmallOfficeSet' ? { ...common, along: () => directoryChanged(desk) } : common
  },
}

async function dutyFacts(post: number, desk: BatchDesk) {
  const { rows } = await desk.client.query<{ unit: number; first: number }>(
    'select unit, coalesce(first_post, id) as first from post where id = $1 and valid_to is null',
    [post],
  )
  return { post: rows[0] ?? null, mostDays: desk.context.rules.dutyMostDays }
}

/** Where the code's usual field is another one. */
function malformed(decision: Decision<OfficeEvent>): Decision<OfficeEvent> {
  if (!('refused' in decision) || decision.refused.code !== 'unit.unknown') return decision
  throw new Fault(422, 'unit.unknown', { field: 'body.unit', params: decision.refused.params })
}
