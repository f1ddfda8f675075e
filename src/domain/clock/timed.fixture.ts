import { type Actor, actorText } from '../actor.ts'
import type { Decision } from '../decision.ts'
import type { DemandCommand } from '../demand/command.ts'
import type { DemandEvent } from '../demand/event.ts'
import { evolve, type PastDemandEvent } from '../demand/evolve.ts'
import { ask, now as begin, candidate, type Override, path, people } from '../demand/given.fixture.ts'
import type { DemandState } from '../demand/state.ts'
import type { Candidate } from '../routing.ts'
import { clockAt } from './due.ts'

/** The instant so many days after the beginning of these specs. */
export const day = (n: number) => new Date(Date.parse(begin) + n * 86_400_000).toISOString()

/** Township 20, county 10, city 5, province 1; who is named is unstaffed. */
export const ladder = (...unstaffed: readonly number[]): readonly Candidate[] =>
  [
    { ...candidate(path.township), level: 'township' },
    { ...candidate(path.county), level: 'county' },
    { ...candidate(path.city), level: 'city' },
    { ...candidate([1]), level: 'province' },
  ].map((one) => ({ ...one, staffed: !unstaffed.includes(one.unit) }))

const system: Actor = { kind: 'system' }
const tickOf: DemandCommand = { kind: 'demand.tick', demand: 'd' }
const posts = (actor: Actor) => (actor.kind === 'staff' ? [actor.post] : [])

/** Decides a command on the day named, by the whole ladder, with the posts of whoever acts. */
export function askOn(
  at: number | string,
  state: DemandState | null,
  [actor, command]: readonly [Actor, DemandCommand],
  more: Override = {},
): Decision<DemandEvent> {
  const now = typeof at === 'number' ? day(at) : at
  const usual = {
    now,
    actorPosts: posts(actor),
    ladder: ladder(),
    deciders: ladder(),
    judges: ladder(),
    needs: {
      ...{ contactTries: 3, reopenTimes: 2, callbackTries: 3, callbackWays: 2 },
      ...{ watchDays: [30, 90], superviseLevels: ['county', 'province'] },
    },
  }
  return ask(state, actor, command, { ...usual, ...more })
}

/** Folds what was decided, as the ledger gives it back: at its instant, by its actor. */
export function folded(
  state: DemandState | null,
  decision: Decision<DemandEvent>,
  at: string,
  actor: Actor,
): DemandState {
  if ('refused' in decision) throw new Error(`refused: ${decision.refused.code}`)
  let next = state
  for (const { kind, body } of decision.accepted)
    next = evolve(next, { kind, body, at, stream: 'd', actor: actorText(actor) } as PastDemandEvent)
  return next as DemandState
}

/** A step of a life: the day, and who sends what; what the facts say differs from the usual. */
export type TimedStep = readonly [number, readonly [Actor, DemandCommand], Override?]

/** A demand after these steps; every one must be accepted. */
export function lived(...steps: readonly TimedStep[]): DemandState {
  let state: DemandState | null = null
  for (const [at, step, more] of steps) state = folded(state, askOn(at, state, step, more), day(at), step[0])
  return state as DemandState
}

/** What time does on the day named. */
export function tickOn(at: number | string, state: DemandState, more: Override = {}): Decision<DemandEvent> {
  return askOn(at, state, [system, tickOf], more)
}

/** The demand after time did what was due on the day named. */
export function ticked(at: number | string, state: DemandState, more: Override = {}): DemandState {
  return folded(state, tickOn(at, state, more), typeof at === 'number' ? day(at) : at, system)
}

/** The demand as a punctual runner leaves it: a tick at every instant that comes, up to the one named. */
export function punctual(state: DemandState, until: string, more: Override = {}): DemandState {
  let next = state
  for (let at = clockAt(next); at !== null && at <= until; at = clockAt(next)) next = ticked(at, next, more)
  return next
}

/** Bodies of the events of one kind that were decided. */
export function bodiesOf(decision: Decision<DemandEvent>, kind: DemandEvent['kind']): readonly object[] {
  return 'refused' in decision ? [] : decision.accepted.filter((e) => e.kind === kind).map(({ body }) => body)
}

/** Who calls back in these specs: a post of the county that took no part in the handling. */
export const caller: Actor = { ...people.county, post: 50, account: 'z' }
