import { makeId, realmOfId } from '../../domain/id.ts'
import type { PlaceBodies } from '../../domain/place/command.ts'
import { type AskedOfPlace, decide } from '../../domain/place/decide.ts'
import type { PlaceEvent } from '../../domain/place/event.ts'
import { evolve, type PastPlaceEvent } from '../../domain/place/evolve.ts'
import type { PlaceState } from '../../domain/place/state.ts'
import { Fault } from '../fault.ts'
import { projectPlace } from '../projection/place.ts'
import { randomTake } from '../random.ts'
import type { Asked, BatchDesk, Decided, Noun } from './noun.ts'
import { malformed, postInForce, seatedUnit } from './unit-facts.ts'

/** Contact points: one stream each. */
export const placeNoun: Noun = {
  name: 'place',
  streams: (asked) => (asked.kind === 'place.keep' ? [] : [asked.body.place]),
  evolve: (state, event) => evolve(state as PlaceState | null, event as unknown as PastPlaceEvent),
  project: projectPlace,
  async decide(asked, desk): Promise<Decided> {
    const made = asked.kind === 'place.keep'
    const stream = made ? makeId(desk.realm, desk.now.getTime(), randomTake(8)) : String(asked.body.place)
    if (!made && realmOfId(stream) !== desk.realm) throw new Fault(422, 'id.wrong-realm', { field: 'id' })
    const state = made ? null : (desk.state(stream, 'place') as PlaceState | null)
    if (!made && !state) throw new Fault(422, 'place.unknown', { field: 'body.place' })
    const unit = await seatedUnit(state?.unit ?? asked.body.unit, desk)
    const facts = { actor: asked.actor, unit, ...(await factsOf(asked, desk)) }
    const decision = malformed<PlaceEvent>(decide(state, { kind: asked.kind, body: asked.body, facts } as AskedOfPlace))
    // Only now: a unit of another realm that is out of reach must read like one that is not there.
    if (made && unit && unit.realm !== desk.realm) throw new Fault(422, 'id.wrong-realm', { field: 'id' })
    const event = 'accepted' in decision ? decision.accepted[0] : undefined
    const entry = event?.kind === 'PostStationed' ? { result: { entry: event.body.entry } } : {}
    return { stream, noun: 'place', subject: stream, decision, ...entry }
  },
}

async function factsOf({ kind, body }: Asked, desk: BatchDesk) {
  switch (kind) {
    case 'place.keep':
      return { post: await postInForce(body.owner, desk), ...(await keepFacts(body, desk)) }
    case 'place.pass-on':
      return { post: await postInForce(body.owner, desk) }
    case 'place.station':
      return { post: await postInForce(body.post, desk) }
    default:
      return {}
  }
}

async function keepFacts(body: PlaceBodies['place.keep'], { client, context }: BatchDesk) {
  const { directory, rules } = context
  const employer = body.employer === undefined ? null : await directory.employer(client, body.employer)
  const unit = await directory.unit(client, body.unit)
  const region = body.region ?? employer?.region ?? unit?.region ?? null
  return {
    kindKnown: rules.visits.placeKinds.some(({ code }) => code === body.kind),
    employerKnown: body.employer === undefined || employer !== null,
    region: region !== null && (await directory.regionInForce(client, region)) ? region : null,
  }
}
