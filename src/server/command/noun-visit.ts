import { makeId, realmOfId } from '../../domain/id.ts'
import { type AskedOfVisit, decide } from '../../domain/visit/decide.ts'
import type { VisitEvent } from '../../domain/visit/event.ts'
import { evolve, type PastVisitEvent } from '../../domain/visit/evolve.ts'
import type { VisitState } from '../../domain/visit/state.ts'
import { Fault } from '../fault.ts'
import { projectVisit } from '../projection/visit.ts'
import { randomTake } from '../random.ts'
import type { Asked, Decided, Noun } from './noun.ts'
import { malformed, seatedUnit } from './unit-facts.ts'
import { isRepeated, visitFacts } from './visit-facts.ts'

/** Visits, planned and paid: one stream each, which a plan begins and the record goes on with. */
export const visitNoun: Noun = {
  name: 'visit',
  streams: (asked) => {
    const stream = streamOf(asked)
    return stream === null ? [] : [stream]
  },
  evolve: (state, event) => evolve(state as VisitState | null, event as unknown as PastVisitEvent),
  project: projectVisit,
  async decide(asked, desk): Promise<Decided> {
    const named = streamOf(asked)
    if (named !== null && realmOfId(named) !== desk.realm) throw new Fault(422, 'id.wrong-realm', { field: 'id' })
    const state = named === null ? null : (desk.state(named, 'visit') as VisitState | null)
    const field = asked.kind === 'visit.record' ? 'plan' : 'visit'
    if (named !== null && !state) throw new Fault(422, 'visit.unknown', { field: `body.${field}` })
    const unit = await seatedUnit(state?.unit ?? asked.body.unit, desk)
    const facts = { actor: asked.actor, now: desk.now.toISOString(), unit, ...(await visitFacts(asked, desk)) }
    const fields = { 'unit.unknown': 'unit', 'visit.unknown': field }
    const decision = malformed<VisitEvent>(
      decide(state, { kind: asked.kind, body: asked.body, facts } as AskedOfVisit),
      fields,
    )
    // Only now: a unit of another realm that is out of reach must read like one that is not there.
    if (unit && unit.realm !== desk.realm) throw new Fault(422, 'id.wrong-realm', { field: 'id' })
    const stream = named ?? makeId(desk.realm, desk.now.getTime(), randomTake(8))
    const common = { stream, noun: 'visit', subject: stream, decision }
    const event = 'accepted' in decision ? decision.accepted[0] : undefined
    if (event?.kind !== 'VisitRecorded') return common
    return { ...common, result: { repeated: await isRepeated(event.body, desk) } }
  },
}

/** The visit a command acts on; null where it makes one. */
function streamOf({ kind, body }: Asked): string | null {
  if (kind === 'visit.plan') return null
  return kind === 'visit.record' ? (body.plan ?? null) : body.visit
}
