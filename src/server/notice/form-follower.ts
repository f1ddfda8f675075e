import type { ClientBase } from 'pg'
import { makeId } from '../../domain/id.ts'
import type { Clock } from '../clock.ts'
import type { Follower } from '../follow/follow.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import { randomTake } from '../random.ts'
import { addNotices, type NewNotice } from './notice-row.ts'

/**
 * Tells a union that a form waits for its answer, and the union that asked that there is one; both as a line of the one
 * message a day (domain §2.10). Which form it is stands on the page of the main line.
 */
export function formFollower({ clock }: { readonly clock: Clock }): Follower {
  return {
    name: 'forms',
    kinds: new Set(['FormAsked', 'FormApproved', 'FormRefused']),
    handle: (client, events) => tell(client, events, clock.now()),
  }
}

async function tell(client: ClientBase, events: readonly PastEvent[], now: Date): Promise<void> {
  const told = events.flatMap((event) => {
    const { kind, body } = event
    if (kind === 'FormAsked') return [notice(event, now, 'form-asked', Number(body.approver))]
    // An approval without a day is from before forms were asked for here: nobody waits to hear of it.
    return body.on === undefined ? [] : [notice(event, now, 'form-answered', Number(body.unit))]
  })
  await addNotices(client, told)
}

function notice({ realm, position, kind }: PastEvent, now: Date, code: string, unit: number): NewNotice {
  const at = now.toISOString()
  return {
    ...{ realm, id: makeId(realm, now.getTime(), randomTake(8)), demand: null, position, cause: kind, day: null },
    ...{ code, way: 'digest', to_kind: 'unit', to_unit: unit, to_section: null, to_post: null },
    ...{ params: {}, not_before: at, made_at: at, state: 'queued', why: null },
  }
}
