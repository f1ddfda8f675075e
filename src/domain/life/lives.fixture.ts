import fc from 'fast-check'
import { type Actor, actorText } from '../actor.ts'
import type { Decision } from '../decision.ts'
import type { DemandEvent } from '../demand/event.ts'
import { evolve, type PastDemandEvent } from '../demand/evolve.ts'
import { ask, type Override, people, said } from '../demand/given.fixture.ts'
import type { DemandState } from '../demand/state.ts'
import { targetOf } from '../demand/target.ts'
import { allowedVerbs, grants, may, type Verb } from '../reach.ts'
import { commandsOf, type Sent } from './commands.fixture.ts'
import { factsFor, hires, staffOf, type World, worlds } from './world.fixture.ts'

/** One command that was accepted and what came of it. */
export type Step = {
  readonly actor: Actor
  readonly command: Sent
  readonly at: string
  readonly before: DemandState
  readonly events: readonly PastDemandEvent[]
  readonly state: DemandState
}
/** What happened in a world, in order, and every event of every demand as the ledger keeps it. */
export type Played = {
  readonly world: World
  readonly steps: readonly Step[]
  readonly ledger: ReadonlyMap<string, readonly PastDemandEvent[]>
  readonly states: ReadonlyMap<string, DemandState>
}

/** Numbers choose among what is possible, so that lives get far and still shrink. */
type Choice = {
  readonly what: 'act' | 'wild' | 'tick' | 'calendar'
  readonly which: number
  readonly who: number
  readonly verb: number
  readonly how: number
  readonly hours: number
}
const number = fc.noBias(fc.nat(5040))
const choices: fc.Arbitrary<Choice> = fc.record({
  what: fc.oneof(
    { weight: 20, arbitrary: fc.constant('act' as const) },
    { weight: 2, arbitrary: fc.constant('wild' as const) },
    { weight: 5, arbitrary: fc.constant('tick' as const) },
    { weight: 1, arbitrary: fc.constant('calendar' as const) },
  ),
  which: number,
  who: number,
  verb: number,
  how: number,
  hours: fc.oneof(
    { weight: 4, arbitrary: fc.nat(3) },
    { weight: 1, arbitrary: fc.nat(30) },
    { weight: 1, arbitrary: fc.constantFrom(100, 260, 760) },
  ),
})
/** A world and what people and time do in it. */
export const lives = fc.record({
  world: worlds,
  choices: fc.array(choices, { minLength: 1, maxLength: 50, size: 'max' }),
})

const verbs: readonly Verb[] = [...new Set(grants.map(({ verb }) => verb))]
/** Said at any time or the end of a life: chosen only once in a while. */
const rare =
  /^(demand\.(redirect|withdraw|merge|answer-now|keep-cadre)|content\.|message|file|recusal|consent|exclusion\.ask)/
const system: Actor = { kind: 'system' }
/** Dues counted from its end still lie in a year that has a calendar. */
const mostMs = 250 * 86_400_000

/** Plays as the pipeline does: the grant first, then the rule; what is refused changes nothing. */
export function play({ world, choices: chosen }: { world: World; choices: readonly Choice[] }): Played {
  const ledger = new Map<string, PastDemandEvent[]>()
  const states = new Map<string, DemandState>()
  const steps: Step[] = []
  let at = Date.parse(world.begin)
  let official = false

  const send = (actor: Actor, command: Sent): Decision<DemandEvent> | null => {
    const before = states.get(command.demand) as DemandState
    if (may(actor, command.kind as Verb, targetOf(before)) !== 'yes') return null
    const master = command.kind === 'demand.merge' ? (states.get(command.master) ?? null) : null
    const now = new Date(at).toISOString()
    return ask(before, actor, command, factsFor(world, before, [actor, command], { now, official, master }))
  }
  const sent = (actor: Actor, command: Sent): void => {
    const decision = send(actor, command)
    if (!decision || 'refused' in decision) return
    const { demand } = command
    const before = states.get(demand) as DemandState
    const now = new Date(at).toISOString()
    const drafted = past(decision.accepted, demand, now, actor)
    const state = drafted.reduce((folded, event) => evolve(folded, event), before)
    const events = drafted.map((event) => JSON.parse(JSON.stringify(event)))
    states.set(demand, state)
    ledger.get(demand)?.push(...events)
    steps.push({ actor, command, at: now, before, events, state })
    for (const event of events) for (const told of heard(event, states, ledger)) sent(system, told)
  }

  raiseAll(world, states, ledger)
  const ids = [...states.keys()]
  for (const choice of chosen) {
    at = Math.min(at + choice.hours * 3_600_000, Date.parse(world.begin) + mostMs)
    const demand = ids[choice.which % ids.length] as string
    const now = new Date(at).toISOString()
    if (choice.what === 'tick') sent(system, { kind: 'demand.tick', demand })
    else if (choice.what === 'calendar') {
      official = true
      for (const each of ids) sent(system, { kind: 'demand.recalculate', demand: each })
    } else {
      const one = chooseOne(choice, world, states.get(demand) as DemandState, now, ids)
      if (one) sent(...one)
    }
  }
  return { world, steps, ledger, states }
}

function raiseAll(world: World, states: Map<string, DemandState>, ledger: Map<string, PastDemandEvent[]>): void {
  for (const [n, id] of ['d', 'e', 'f'].slice(0, world.demands).entries()) {
    const { employer, ...unemployed } = said
    const naming = hires(world) ? { ...unemployed, agency: employer } : said
    const { mode, persons, danger } = world
    const named = world.own !== null && (n === 0 || world.alike)
    const command = { ...(named ? naming : unemployed), mode, persons, danger }
    const none = { now: world.begin, official: false, master: null }
    const facts: Override = { ...factsFor(world, null, [people.public, command], none), number: `SQ-${id}` }
    const decision = ask(null, people.public, command, facts)
    // Nobody up to the root who may see it: nothing is stored, and nothing lives.
    if ('refused' in decision) continue
    const events = past(decision.accepted, id, world.begin, people.public)
    ledger.set(id, JSON.parse(JSON.stringify(events)))
    states.set(id, events.reduce<DemandState | null>((state, event) => evolve(state, event), null) as DemandState)
  }
}

/** Somebody and a command: mostly one the grants allow now, else anything by anybody. */
function chooseOne(
  { what, who, verb, how }: Choice,
  world: World,
  state: DemandState,
  now: string,
  ids: readonly string[],
): readonly [Actor, Sent] | null {
  const worker: Actor = { kind: 'claimant', demand: state.id, assisted: how % 3 === 0 }
  const actors: readonly Actor[] = [worker, ...staffOf(world)]
  const others = ids.filter((id) => id !== state.id)
  const command = (of: Verb | undefined) => {
    const possible = of ? commandsOf(of, state.id, now, others) : []
    return possible[how % Math.max(1, possible.length)]
  }
  if (what === 'wild') {
    const any = command(verbs[verb % verbs.length])
    return any ? [actors[who % actors.length] as Actor, any] : null
  }
  const target = targetOf(state)
  // Every third time it is the worker's turn; else the first, from somewhere on, who may do anything.
  const start = who % 3 === 0 ? 0 : who % actors.length
  for (let n = 0; n < actors.length; n += 1) {
    const actor = actors[(start + n) % actors.length] as Actor
    const allowed = allowedVerbs(actor, target).filter(
      (one) => verb % 12 === 0 || (world.merging && one === 'demand.merge') || !rare.test(one),
    )
    // Multiples of twelve would meet the same few of a list again and again.
    const turn = verb % 12 === 0 ? verb / 12 : verb
    const chosen = command(allowed[turn % Math.max(1, allowed.length)])
    if (chosen) return [actor, chosen]
  }
  return null
}

/** Events as a command makes them; in the ledger they stand as text. */
function past(
  drafts: Extract<Decision<DemandEvent>, { accepted: unknown }>['accepted'],
  stream: string,
  at: string,
  actor: Actor,
): readonly PastDemandEvent[] {
  return drafts.map(({ kind, body, seal }) => {
    const slots = Object.entries(seal ?? {})
    const content = Object.fromEntries(
      slots.map(([slot, { part }]) => [slot, { id: `${stream}-${slot}`, part, commitment: '' }]),
    )
    return { kind, body: { ...body, content }, at, stream, actor: actorText(actor) } as PastDemandEvent
  })
}

/** What the follower of claims makes of an event. */
function heard(
  event: PastDemandEvent,
  states: ReadonlyMap<string, DemandState>,
  ledger: ReadonlyMap<string, readonly PastDemandEvent[]>,
): readonly Sent[] {
  const shared = (one: PastDemandEvent, demand: string): readonly Sent[] => {
    if (one.kind === 'DeedRecorded') return [{ kind: 'claim.deed', demand, deed: one.body.deed, text: '话' }]
    if (one.kind === 'CommitmentMade') {
      const { promisedOn, promisor } = one.body
      return [{ kind: 'claim.promise', demand, promisedOn, promisor, text: '话' }]
    }
    if (one.kind !== 'DemandAnswered') return []
    const { claim, callback, sameUnit, callbackDueAt } = one.body
    return [{ kind: 'claim.answer', demand, claim, callback, sameUnit, callbackDueAt, text: '话' }]
  }
  const claimsOf = (master: string) => [...states.values()].filter(({ merge }) => merge.master === master)
  const classNow = (master: string, demand: string, moved?: string): readonly Sent[] => {
    const { urgency, difficulty, dueAt, closedAt } = states.get(master) as DemandState
    const given = closedAt === null && ledger.get(master)?.some(({ kind }) => kind === 'DemandReclassed')
    return given && dueAt ? [{ kind: 'claim.reclass', demand, urgency, difficulty, dueAt: moved ?? dueAt }] : []
  }
  const settle = (outcome: Extract<Sent, { kind: 'claim.settle' }>['outcome']): readonly Sent[] => {
    const master = states.get(event.stream)?.merge.master
    return master ? [{ kind: 'claim.settle', demand: master, claim: event.stream, outcome }] : []
  }
  switch (event.kind) {
    case 'DemandMerged':
      return [{ kind: 'claim.join', demand: event.body.master, claim: event.stream }]
    case 'ClaimJoined': {
      const past = ledger.get(event.stream) ?? []
      const again = past.findLastIndex(({ kind }) => kind === 'DemandReopened')
      const over = past.findLastIndex(({ kind }) => /^(DemandReopened|Commitment(Contradicted|Kept|Unmet))$/.test(kind))
      const stands = ({ kind }: PastDemandEvent, n: number) =>
        kind === 'DeedRecorded' || n > (kind === 'CommitmentMade' ? over : again)
      const said = past.flatMap((one, n) => (stands(one, n) ? shared(one, event.body.claim) : []))
      return [...said, ...classNow(event.stream, event.body.claim)]
    }
    case 'DemandReclassed':
      return claimsOf(event.stream).flatMap(({ id }) => classNow(event.stream, id))
    case 'PauseEnded': {
      const master = states.get(event.stream)?.merge.master
      return master ? classNow(master, event.stream, event.body.dueAt) : []
    }
    case 'DeedRecorded':
    case 'CommitmentMade':
    case 'DemandAnswered': {
      if (event.actor === 'system') return []
      return claimsOf(event.stream).flatMap(({ id }) => shared(event, id))
    }
    case 'DemandClosed':
      return settle(event.body.outcome)
    case 'DemandWithdrawn':
    case 'DemandRedirected':
      return settle('none')
    case 'DemandReopened':
      return settle(null)
    default:
      return []
  }
}
