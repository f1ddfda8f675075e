import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor } from '../actor.ts'
import { acts } from '../order/order.fixture.ts'
import { allowedVerbs, may, sees, type Verb } from '../reach.ts'
import type { DemandCommand } from './command.ts'
import type { DemandEvent } from './event.ts'
import { evolve } from './evolve.ts'
import { ask, candidate, facts, fold, life, now, type Override, path, people, said } from './given.fixture.ts'
import { holdersOf, isOpen, next } from './next.ts'
import { raise } from './raise.ts'
import { sealsOf } from './seals.ts'
import type { DemandState } from './state.ts'
import { targetOf } from './target.ts'

// Whatever anybody sends in whatever order, with whatever facts: what must hold of a demand at every step.

type Sent = {
  readonly actor: Actor
  readonly command: Exclude<DemandCommand, { kind: 'demand.raise' }>
  readonly more: Override
}
type Stored = DemandEvent & { readonly at: string; readonly stream: string }
type Step = {
  readonly sent: Sent
  readonly before: DemandState
  readonly events: readonly Stored[]
  readonly state: DemandState
}

const anybody: readonly Actor[] = [
  ...Object.values(people),
  { kind: 'claimant', demand: 'd', assisted: true },
  { kind: 'claimant', demand: 'another', assisted: false },
  ...(['agent', 'triage', 'handler', 'head', 'custodian', 'auditor', 'admin'] as const).flatMap((role, n) =>
    [5, 10, 20, 30].map(
      (unit): Actor => ({
        kind: 'staff',
        account: `${role}${unit}`,
        post: 100 + n * 40 + unit,
        unit,
        section: null,
        role,
      }),
    ),
  ),
]
const staff = anybody.filter((actor) => actor.kind === 'staff')

const steps = [...Object.values(life), ...Object.values(acts)].flatMap(([actor, command]) =>
  command.kind === 'demand.raise' ? [] : [{ actor, command }],
)
const on = { demand: 'd' } as const
const others: readonly Sent['command'][] = [
  { ...on, kind: 'demand.redirect', reason: 'court', text: '去法院' },
  { ...on, kind: 'demand.triage', topic: 'K01', nature: 'consultation', urgency: 'P2', difficulty: 'plain', lead: 20 },
  { ...on, kind: 'verdict.give', solved: 'clear' },
  { ...on, kind: 'verdict.give', solved: 'partly' },
  { ...on, kind: 'demand.answer', claim: 'notDone', text: '办不了' },
  { ...on, kind: 'contact.log', way: 'video' },
  { ...on, kind: 'demand.answer-now', topic: 'B01', nature: 'consultation', text: '说明' },
  { ...on, kind: 'joint.answer', n: 2, unable: true, text: '查不了' },
  { ...on, kind: 'content.erase', parts: ['identity'], reason: 'worker-request' },
  { ...on, kind: 'content.erase', parts: ['identity', 'text'], reason: 'worker-request' },
]

const commands = [...steps.map(({ command }) => command), ...others]
/** Who sends what in an ordinary life. */
const ordinary: readonly Omit<Sent, 'more'>[] = [
  ...steps,
  ...others.map((command) => ({
    actor: /^(verdict|content)/.test(command.kind)
      ? people.worker
      : /triage|redirect|answer-now/.test(command.kind)
        ? people.triage
        : people.handler,
    command,
  })),
  {
    actor: { kind: 'claimant', demand: 'd', assisted: true },
    command: { ...on, kind: 'understanding.answer', yes: true },
  },
]

/** Facts as a strange county would give them. */
const strange: fc.Arbitrary<Override> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constant({ ladder: [candidate(path.township)] }) },
  {
    weight: 1,
    arbitrary: fc.constant({
      ladder: [candidate(path.enterprise), candidate(path.township), candidate(path.county, false)],
    }),
  },
  { weight: 1, arbitrary: fc.constant({ ladder: [] }) },
  { weight: 1, arbitrary: fc.constant({ copy: null }) },
  { weight: 1, arbitrary: fc.constant({ othersStaffed: false, deciders: [candidate(path.township)] }) },
  { weight: 1, arbitrary: fc.constant({ replyDueAt: '2026-07-06T15:59:59.000Z' }) },
  {
    weight: 1,
    arbitrary: fc.constant({
      mayGoToEnterpriseUnion: true,
      lead: { unit: 30, path: path.enterprise, section: null, staffed: true, level: 'grassroots' },
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constant({ lead: { unit: 10, path: path.county, section: 'legal', staffed: true, level: 'county' } }),
  },
)

/** Mostly something that can happen now, chosen by a number, so that lives get far; now and then anything by anybody. */
type Choice = {
  readonly which: number
  readonly more: Override
  readonly wild: Omit<Sent, 'more'> | null
  /** Hours since the step before. */
  readonly wait: number
}
const wild = fc.record({ actor: fc.constantFrom(...anybody), command: fc.constantFrom(...commands) })
const choosing: fc.Arbitrary<Choice> = fc.record({
  // Small numbers are no simpler than others: without the bias every choice is as likely.
  which: fc.noBias(fc.nat(5040)),
  more: strange,
  wait: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(60) }),
  wild: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: wild }),
})
const isEnd = ({ kind, ...body }: DemandCommand) =>
  kind === 'demand.redirect' || (kind === 'demand.withdraw' && 'pressed' in body && !body.pressed)
const beginning = fc.record({
  mode: fc.constantFrom('named' as const, 'confidential' as const, 'anonymous' as const),
  persons: fc.constantFrom(1, 12),
  // Now and then the employer's own union is one above those who hold the demand.
  own: fc.constantFrom([], [30], [5, 30]),
})
const lives = fc.record({ beginning, sent: fc.array(choosing, { minLength: 1, maxLength: 40, size: 'max' }) })

/** Plays a life as the pipeline does: the grant first, then the rule; refusals change nothing. */
function play({
  beginning: { own: blocked, ...begun },
  sent,
}: typeof lives extends fc.Arbitrary<infer L> ? L : never): {
  raised: readonly Stored[]
  steps: Step[]
} {
  const { employer: _, ...unemployed } = said
  const command = { ...(blocked.length > 0 ? said : unemployed), ...begun }
  // The people of the specs triage at the county.
  const own: Override = { employerUnits: blocked, candidates: [candidate(path.county)] }
  const first = stored(raise(command, facts(people.public, own)), now)
  let state = first.reduce<DemandState | null>((folded, event) => evolve(folded, event), null) as DemandState
  const lived: Step[] = []
  const tried = ({ actor, command: asked }: Omit<Sent, 'more'>, more: Override) => {
    if (may(actor, asked.kind as Verb, targetOf(state)) !== 'yes') return null
    const decision = ask(state, actor, asked, { ...own, ...more })
    return 'refused' in decision ? null : decision
  }
  let at = Date.parse(now)
  for (const { which, wait, wild: anything, ...choice } of sent) {
    at += wait * 3_600_000
    const more = { ...choice.more, now: new Date(at).toISOString() }
    // Most lives go on: what ends them before an answer is chosen rarely.
    const ends = which % 16 === 0
    const possible = ordinary.filter((each) => ends === isEnd(each.command) && tried(each, more))
    const one = anything ?? possible[which % Math.max(1, possible.length)]
    const decision = one && tried(one, more)
    if (!one || !decision) continue
    const before = state
    state = fold(state, decision, more.now)
    lived.push({ sent: { ...one, more }, before, events: stored(decision, more.now), state })
  }
  return { raised: first, steps: lived }
}

/** Events as the ledger keeps them: text, and back. */
function stored(decision: ReturnType<typeof raise>, at: string): readonly Stored[] {
  if ('refused' in decision) throw new Error(`refused: ${decision.refused.code}`)
  return decision.accepted.map((draft) => {
    const content = Object.fromEntries(
      Object.entries(draft.seal ?? {}).map(([slot, { part }]) => [slot, { id: slot, part, commitment: '' }]),
    )
    return JSON.parse(JSON.stringify({ kind: draft.kind, body: { ...draft.body, content }, at, stream: 'd' }))
  })
}

const always = (check: (lived: ReturnType<typeof play>) => void) =>
  fc.assert(
    fc.property(lives, (one) => check(play(one))),
    { numRuns: 400 },
  )

describe('at every step of every life', () => {
  test('an open demand has one responsible unit and one time, and it is a holder; a closed one has none', () => {
    always(({ steps: lived }) => {
      for (const { state } of lived) {
        const due = next(state)
        const { protection } = state.watch
        expect(due !== null).toBe(isOpen(state) || (protection !== null && !protection.answered))
        expect(targetOf(state).holderUnits, 'who sent it on keeps sight of it').toContain(state.triage.unit)
        if (!due) continue
        expect(Number.isFinite(Date.parse(due.at))).toBe(true)
        expect(holdersOf(state).some(({ holder }) => holder.unit === due.unit)).toBe(true)
        expect(targetOf(state).holderUnits).toContain(due.unit)
        expect(targetOf(state).reachUnits).toContain(due.unit)
      }
    })
  })

  test('no seal is earned before the one that comes before it', () => {
    always(({ steps: lived }) => {
      for (const { state } of lived) {
        const { met, understood, delivered } = sealsOf(state)
        if (met === 'none') expect(understood).toBe('none')
        if (understood === 'none') expect(delivered).not.toBe('yes')
        if (state.mode === 'anonymous') expect(met).not.toBe('person')
        if (delivered === 'yes') expect([state.verdict, state.deeds > 0]).toEqual(['solved', true])
      }
    })
  })

  test('only the worker gives a verdict, closes and withdraws', () => {
    always(({ steps: lived }) => {
      for (const { sent, events } of lived)
        for (const { kind, body } of events) {
          if (
            ![
              'VerdictGiven',
              'UnderstandingAnswered',
              'DemandWithdrawn',
              'PressureReported',
              'DemandReopened',
              'DemandClosed',
            ].includes(kind)
          )
            continue
          expect(sent.actor).toMatchObject({ kind: 'claimant', demand: 'd' })
          if ('assisted' in body) expect(body.assisted).toBe(sent.actor.kind === 'claimant' && sent.actor.assisted)
        }
    })
  })

  test('the fold of what was stored is the state that was lived', () => {
    always(({ raised, steps: lived }) => {
      const events = [...raised, ...lived.flatMap((step) => step.events)]
      const replayed = events.reduce<DemandState | null>((state, event) => evolve(state, event), null)
      if (lived.length > 0) expect(replayed).toEqual(lived.at(-1)?.state)
    })
  })

  test('a blocked unit sees nothing, may do nothing and holds nothing', () => {
    always(({ steps: lived }) => {
      for (const { state } of lived) {
        const target = targetOf(state)
        for (const actor of staff)
          if (state.blocked.includes(actor.unit)) {
            expect(sees(actor, target)).toBe(false)
            expect(allowedVerbs(actor, target)).toEqual([])
          }
        for (const { holder } of holdersOf(state)) expect(state.blocked).not.toContain(holder.unit)
      }
    })
  })

  test('who handled it does not call back, unless it says so', () => {
    always(({ steps: lived }) => {
      for (const { events, state } of lived)
        for (const event of events)
          if (event.kind === 'DemandAnswered')
            expect(event.body.callback.unit === state.lead?.unit).toBe(event.body.sameUnit)
    })
  })

  test('the answer due moves later only by what may move it, and closed stays closed', () => {
    always(({ steps: lived }) => {
      for (const { before, events, state } of lived) {
        const moved = events.some(
          ({ kind, body }) =>
            ['DemandReopened', 'PauseEnded', 'DemandExtended'].includes(kind) || ('agreed' in body && body.agreed),
        )
        if (before.dueAt !== null && !moved)
          expect(Date.parse(state.dueAt ?? '')).toBeLessThanOrEqual(Date.parse(before.dueAt))
        if (isOpen(before)) continue
        expect(state.status).toBe(before.status)
        for (const { kind } of events) expect(['ContentErased', 'LetterReplied', 'ProtectionAnswered']).toContain(kind)
      }
    })
  })

  test('one objection at most, one extension, and no promise but with the worker', () => {
    always(({ steps: lived }) => {
      const count = (kind: DemandEvent['kind']) =>
        lived.flatMap(({ events }) => events).filter((event) => event.kind === kind).length
      expect(count('OrderObjected')).toBeLessThanOrEqual(1)
      expect(count('DemandExtended')).toBeLessThanOrEqual(1)
      for (const { before, events } of lived)
        if (events.some(({ kind }) => kind === 'CommitmentMade')) expect(sealsOf(before).met).not.toBe('none')
    })
  })
})

/** What these lives can reach is a fact of the generator; one seed that gets everywhere shows it, chance would not. */
const everywhere = { seed: 5, numRuns: 2000 }

test('these lives get everywhere: every event happens, and a seal of every degree', { timeout: 120_000 }, () => {
  const kinds = new Set<string>()
  const degrees = new Set<string>()
  for (const one of fc.sample(lives, everywhere)) {
    for (const { events, state } of play(one).steps) {
      for (const { kind } of events) kinds.add(kind)
      for (const [seal, degree] of Object.entries(sealsOf(state))) degrees.add(`${seal} ${degree}`)
    }
    if (kinds.size === 36 && degrees.size === 11) break
  }
  expect(kinds.size, [...kinds].join()).toBe(36)
  expect([...degrees].sort()).toEqual([
    'delivered claimed',
    'delivered none',
    'delivered yes',
    'met call',
    'met none',
    'met person',
    'met thread',
    'understood affirmed',
    'understood inPerson',
    'understood none',
    'understood yes',
  ])
})
