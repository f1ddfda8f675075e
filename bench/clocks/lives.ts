import type { Actor } from '../../src/domain/actor.ts'
import { clockAt } from '../../src/domain/clock/due.ts'
import type { Draft } from '../../src/domain/decision.ts'
import { type Asked, decide } from '../../src/domain/demand/decide.ts'
import type { DemandEvent } from '../../src/domain/demand/event.ts'
import { evolve, type PastDemandEvent } from '../../src/domain/demand/evolve.ts'
import { raise } from '../../src/domain/demand/raise.ts'
import type { DemandState } from '../../src/domain/demand/state.ts'
import type { Candidate } from '../../src/domain/routing.ts'
import type { Rules } from '../../src/domain/rules.ts'
import type { Times } from '../../src/domain/times.ts'
import { timesOf } from '../../src/domain/times-of.ts'
import type { CommandKind } from '../../src/protocol/command.ts'

/** A county union with its ladder, and the name its numbers carry. */
export type Seat = { readonly realm: number; readonly region: string; readonly ladder: readonly Candidate[] }

/** What one command came to: the drafts of its events, each still with the words it wants sealed. */
export type Step = {
  readonly kind: CommandKind
  readonly actor: Actor
  readonly at: string
  readonly drafts: readonly Draft<DemandEvent>[]
}

type Plan = { readonly after: number; readonly kind: CommandKind; readonly more?: Readonly<Record<string, unknown>> }

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const said = { topic: 'A03', nature: 'complaint', urgency: 'P2' }
const sorted = (difficulty: string): Plan => ({ after: hour, kind: 'demand.triage', more: { ...said, difficulty } })
const signed: Plan = { after: 2 * hour, kind: 'order.sign' }
const called: Plan = { after: 3 * hour, kind: 'contact.log', more: { way: 'call' } }
const answered: Plan = { after: 4 * hour, kind: 'demand.answer', more: { claim: 'explained', text: '已经向您说明' } }

/** Stages at which open demands stand; each goes through real deciders. */
const plans: readonly (readonly Plan[])[] = [
  [],
  [sorted('plain')],
  [sorted('plain'), signed],
  [sorted('plain'), signed, called],
  [sorted('hard'), signed, called],
  [sorted('complex'), signed, called],
  [sorted('plain'), signed, called, answered],
  [sorted('hard'), signed, called, answered],
]

/** A stage and an age in milliseconds. */
export type Kind = { readonly plan: number; readonly age: number }

/** Lives of demands by the product's own deciders, as they would stand at one instant with nobody to mind the clock. */
export class Lives {
  readonly #now: number
  readonly #rules: Rules
  readonly #times: Times

  constructor(rules: Rules, now: number) {
    this.#now = now
    this.#rules = rules
    this.#times = remembered(timesOf(rules.limits, rules.calendar))
  }

  /** Stages and ages that wait for the clock by now (since three days at most), and those that do not. */
  kinds(seat: Seat): { readonly due: readonly Kind[]; readonly waiting: readonly Kind[] } {
    const due: Kind[] = []
    const waiting: Kind[] = []
    for (const plan of plans.keys())
      for (const age of ages()) {
        const kind = { plan, age }
        if (age <= (plans[plan]?.at(-1)?.after ?? 0)) continue
        const { state } = this.live(kind, seat, { id: 'probe', number: '', pseudonym: '' })
        const at = clockAt(state)
        if (at === null) continue
        const since = this.#now - Date.parse(at)
        if (since < 0) waiting.push(kind)
        else if (since < 3 * day) due.push(kind)
      }
    return { due, waiting }
  }

  /** One life: the commands it took and the state its events fold to. */
  live(
    { plan, age }: Kind,
    seat: Seat,
    name: { readonly id: string; readonly number: string; readonly pseudonym: string },
  ): { steps: readonly Step[]; state: DemandState } {
    const born = this.#now - age
    const steps: Step[] = []
    let state: DemandState | null = null
    for (const { after, kind, more } of [{ after: 0, kind: 'demand.raise' } as Plan, ...(plans[plan] ?? [])]) {
      const at = new Date(born + after).toISOString()
      const own = seat.ladder[0] as Candidate
      const actor: Actor =
        kind === 'demand.raise'
          ? { kind: 'public' }
          : { kind: 'staff', account: '', post: own.unit, unit: own.unit, section: null, role: 'head' }
      const facts = { ...this.#facts(at, actor), ...name, ...laddered(seat) }
      const decision: ReturnType<typeof raise> = state
        ? decide(state, {
            kind,
            command: { kind, demand: name.id, lead: own.unit, ...more },
            facts,
          } as unknown as Asked)
        : raise({ kind: 'demand.raise', ...asRaised(seat) }, facts)
      if ('refused' in decision) throw new Error(`${kind} was refused: ${decision.refused.code}`)
      for (const draft of decision.accepted) state = evolve(state, past(draft, name.id, at))
      steps.push({ kind, actor, at, drafts: decision.accepted })
    }
    return { steps, state: state as DemandState }
  }

  #facts(now: string, actor: Actor) {
    const { limits, routing } = this.#rules
    const { contactTries, reopen, callback, watchDays } = limits
    return {
      ...{ now, actor, actorPosts: [], times: this.#times },
      needs: {
        ...{ contactTries, reopenTimes: reopen.times, callbackTries: callback.tries, callbackWays: callback.ways },
        ...{ watchDays, superviseLevels: routing.superviseLevels },
      },
      ...{ groupFrom: limits.groupFrom, urgency: limits.urgency },
    }
  }
}

function laddered({ ladder }: Seat) {
  return {
    ...{ candidates: ladder, ladder, deciders: ladder, lead: ladder[0] as Candidate, copy: null },
    ...{
      regionKnown: true,
      topicKnown: true,
      channelKnown: true,
      visitKnown: true,
      visitFrom: null,
      strangeGroup: null,
      ...{ files: [], mostFiles: 0 },
      natureKnown: true,
      classKnown: true,
    },
    ...{ employerUnits: [], agencyUnits: null, restricted: null, mayGoToEnterpriseUnion: false },
  }
}

function asRaised({ region }: Seat) {
  const text = '三月到五月的加班费一直没有发。'.repeat(6)
  return { region, channel: 'online', mode: 'confidential', persons: 1, text } as const
}

function past({ kind, body }: Draft<DemandEvent>, stream: string, at: string): PastDemandEvent {
  return { kind, body, at, stream, actor: 'public' } as unknown as PastDemandEvent
}

/** A quarter of an hour apart for a day, then two hours, for as long as the longest limit takes. */
function* ages(): Generator<number> {
  for (let age = minute; age < day; age += 15 * minute) yield age
  for (let age = day; age < 60 * day; age += 2 * hour) yield age
}

/** The same questions come two hundred thousand times. */
function remembered(times: Times): Times {
  const known = new Map<string, unknown>()
  const remember =
    (name: string, ask: (...given: unknown[]) => unknown) =>
    (...given: unknown[]) => {
      const key = `${name} ${JSON.stringify(given.map(simple))}`
      if (!known.has(key)) known.set(key, ask(...given))
      return known.get(key)
    }
  return Object.fromEntries(
    Object.entries(times).map(([name, ask]) => [name, remember(name, ask as (...given: unknown[]) => unknown)]),
  ) as unknown as Times
}

/** Times look at the class of a state and at nothing else of it. */
function simple(given: unknown): unknown {
  if (given === null || typeof given !== 'object' || !('urgency' in given)) return given
  const { urgency, difficulty, nature } = given as Readonly<Record<string, unknown>>
  return [urgency, difficulty, nature]
}
