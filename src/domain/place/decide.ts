import { accepted, type Decision, type Refusal, refused } from '../decision.ts'
import { findPersonal } from '../mask.ts'
import type { PlaceBodies } from './command.ts'
import type { PlaceEvent } from './event.ts'
import type { KeepFacts, PlaceFacts, PostFacts } from './facts.ts'
import { mayOnPlace } from './may.ts'
import type { PlaceState } from './state.ts'

type Asked<K extends keyof PlaceBodies, F> = { readonly kind: K; readonly body: PlaceBodies[K]; readonly facts: F }
/** A command on a contact point, together with its facts. */
export type AskedOfPlace =
  | Asked<'place.keep', KeepFacts>
  | Asked<'place.pass-on', PostFacts>
  | Asked<'place.end', PlaceFacts>
  | Asked<'place.station', PostFacts>
  | Asked<'place.unstation', PlaceFacts>

type Decided = Decision<PlaceEvent>

/** Decides every command on a contact point. Refused, all of them: `not-allowed`, `unit.unknown`, `place.unknown`. */
export function decide(state: PlaceState | null, asked: AskedOfPlace): Decided {
  if (asked.kind === 'place.keep') return notYours(asked, 'unit.unknown') ?? keep(asked.body, asked.facts)
  if (!state) return refused('place.unknown')
  const no = notYours(asked, 'place.unknown')
  if (no) return no
  if (state.endedOn !== null) return refused('place.ended', { on: state.endedOn })
  switch (asked.kind) {
    case 'place.pass-on':
      return passOn(state, asked.body, asked.facts)
    case 'place.end':
      return end(state, asked.body)
    case 'place.station':
      return station(state, asked.body, asked.facts)
    case 'place.unstation':
      return unstation(state, asked.body)
  }
}

// Out of reach reads like *there is none*.
function notYours({ kind, facts }: AskedOfPlace, unknown: string): { readonly refused: Refusal } | null {
  switch (mayOnPlace(facts.actor, kind, facts.unit?.path ?? [])) {
    case 'no':
      return refused('not-allowed')
    case 'hidden':
      return refused(unknown)
    case 'yes':
      return facts.unit ? null : refused(unknown)
  }
}

/** A union keeps a contact point, with an owner of its own. Refused: `post.unknown`, `place.kind-unknown`, `employer.unknown`, `region.unknown`, `place.order`, `place.names-someone`. */
function keep(body: PlaceBodies['place.keep'], facts: KeepFacts): Decided {
  const { unit, post, region } = facts
  if (!unit || post?.unit !== unit.unit) return refused('post.unknown', { post: body.owner })
  if (!facts.kindKnown) return refused('place.kind-unknown', { kind: body.kind })
  if (!facts.employerKnown) return refused('employer.unknown')
  if (region === null) return refused('region.unknown', { region: body.region ?? '' })
  // The name stands plain, in every list there is: it must lead to nobody (§4 rule 9).
  if (findPersonal(body.name).length > 0) return refused('place.names-someone')
  const { name, kind, fromOn: from, owner, employer = null, toOn: to = null } = body
  if (to !== null && to < from) return refused('place.order')
  const whose = { unit: unit.unit, path: unit.path, owner, first: post.first }
  return accepted<PlaceEvent>({ kind: 'PlaceKept', body: { ...whose, name, kind, employer, region, from, to } })
}

/** Another post of the union becomes the owner. Refused: `post.unknown`, `place.as-it-is`. */
function passOn(state: PlaceState, { owner }: PlaceBodies['place.pass-on'], { post }: PostFacts): Decided {
  if (post?.unit !== state.unit) return refused('post.unknown', { post: owner })
  if (post.first === state.first) return refused('place.as-it-is')
  return accepted<PlaceEvent>({ kind: 'PlacePassedOn', body: { owner, first: post.first } })
}

/** The place is kept no longer; it counts for the time it was. Refused: `place.order`. */
function end(state: PlaceState, { on }: PlaceBodies['place.end']): Decided {
  if (on < state.from) return refused('place.order')
  return accepted<PlaceEvent>({ kind: 'PlaceEnded', body: { on } })
}

/** 蹲点: a post lives at the place from one day to another, once at a time. Refused: `post.unknown`, `place.order`, `place.stationed`. */
function station(state: PlaceState, body: PlaceBodies['place.station'], { post }: PostFacts): Decided {
  if (post?.unit !== state.unit) return refused('post.unknown', { post: body.post })
  const { fromOn: from, toOn: to } = body
  if (to < from || from < state.from) return refused('place.order')
  const over = state.stationed.find((each) => each.first === post.first && each.from <= to && from <= each.to)
  if (over) return refused('place.stationed', { entry: over.entry })
  return accepted<PlaceEvent>({
    kind: 'PostStationed',
    body: { entry: state.lastEntry + 1, post: body.post, first: post.first, from, to },
  })
}

/** Takes one stationing back. Refused: `place.not-stationed`. */
function unstation(state: PlaceState, { entry }: PlaceBodies['place.unstation']): Decided {
  if (!state.stationed.some((each) => each.entry === entry)) return refused('place.not-stationed', { entry })
  return accepted<PlaceEvent>({ kind: 'PostUnstationed', body: { entry } })
}
