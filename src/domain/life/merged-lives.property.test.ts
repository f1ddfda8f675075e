import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { raises } from '../demand/class-rank.ts'
import type { DemandState } from '../demand/state.ts'
import { masterVerdict } from '../merge/verdict.ts'
import { isInHand } from '../order/in-hand.ts'
import { lives, type Played, play } from './lives.fixture.ts'

// Lives of three workers at once, one of whom may be handled under another: what merging never takes from anybody.

const merging = lives.map(({ world, choices }) => ({
  world: { ...world, demands: 3, danger: false, merging: true },
  choices,
}))
const always = (check: (played: Played) => void) =>
  fc.assert(
    fc.property(merging, (one) => check(play(one))),
    { numRuns: 150 },
  )

/** The last word of a worker as its own stream tells it; what was said before it was merged is said about another answer. */
function wordOf({ id, outcome }: DemandState, ledger: Played['ledger']) {
  const events = ledger.get(id) ?? []
  const merged = events.findLastIndex(({ kind }) => kind === 'DemandMerged')
  const again = events.findLastIndex(({ kind }) => kind === 'DemandReopened')
  return outcome ?? (again > merged ? 'unsolved' : null)
}

describe('in merged lives', { timeout: 120_000 }, () => {
  test('every claim keeps its own number, name, mode, persons and employer', () => {
    always(({ ledger, states }) => {
      for (const [id, [raised]] of ledger) {
        const { number, pseudonym, mode, persons, employer, submittedAt } = states.get(id) as DemandState
        expect(raised).toMatchObject({
          kind: 'DemandRaised',
          body: { number, pseudonym, mode, persons, employer, submittedAt },
        })
      }
    })
  })

  test('a claim’s events name its master and no other, and hold nothing sealed for anybody else', () => {
    always(({ ledger, states }) => {
      for (const [id, events] of ledger)
        for (const event of events) {
          expect(event.stream).toBe(id)
          const text = JSON.stringify(event.body)
          for (const [, sealed] of text.matchAll(/"id":"(.)-/g)) expect(sealed).toBe(id)
          for (const other of ledger.keys())
            if (other !== id && text.includes(`"${other}"`)) {
              const mine = event.kind === 'DemandMerged' && states.get(id)?.merge.master === other
              expect(mine || event.kind.startsWith('Claim'), `${event.kind} of ${id} names ${other}`).toBe(true)
              if (!mine) expect(states.get(other)?.merge.master).toBe(id)
            }
        }
    })
  })

  test('a master knows exactly its claims and what each of their workers said last', () => {
    always(({ states }) => {
      for (const state of states.values()) {
        const claims = [...states.values()].filter(({ merge }) => merge.master === state.id)
        expect(state.merge.claims.map(({ id }) => id).sort()).toEqual(claims.map(({ id }) => id).sort())
        for (const known of state.merge.claims) {
          const claim = states.get(known.id) as DemandState
          expect(known.outcome).toBe(claim.outcome)
        }
      }
    })
  })

  test('a master is solved if all who said something are, unsolved if none is, else partly, and never before all have said', () => {
    always(({ states, ledger }) => {
      for (const state of states.values()) {
        const claims = [...states.values()].filter(({ merge }) => merge.master === state.id)
        if (claims.length === 0) continue
        const words = [state, ...claims].map((one) => wordOf(one, ledger))
        const verdict = masterVerdict(state)
        if (words.includes(null)) expect(verdict).toBeNull()
        const judged = words.filter((word) => word !== null && word !== 'none' && word !== 'unknown')
        const solved = judged.filter((word) => word === 'solved' || word === 'clear').length
        if (verdict === 'solved') expect([solved, judged.length > 0]).toEqual([judged.length, true])
        if (verdict === 'unsolved') expect(judged.every((word) => word === 'unsolved')).toBe(true)
        if (!words.includes(null) && solved > 0 && solved < judged.length) expect(verdict).toBe('partly')
      }
    })
  })

  test('what was done for all is counted for each, its sum for nobody twice', () => {
    always(({ ledger }) => {
      for (const events of ledger.values())
        for (const { kind, body, actor } of events)
          if (kind === 'DeedRecorded')
            expect([body.shared === true, body.shared === true ? body.amountFen : null]).toEqual([
              actor === 'system',
              null,
            ])
    })
  })

  test('merging makes no worker wait longer, and gives nobody’s matter to their employer’s union', () => {
    always(({ steps }) => {
      for (const { before, events, state } of steps)
        if (events.some(({ kind }) => kind === 'DemandMerged')) {
          if (before.dueAt !== null) expect((state.dueAt as string) <= before.dueAt).toBe(true)
          expect(state.blocked).not.toContain(state.lead?.unit)
          expect([state.contacts, state.deeds, state.reopened]).toEqual([
            before.contacts,
            before.deeds,
            before.reopened,
          ])
        }
    })
  })

  test('a claim and its master are seen by all or by the same section alone, and stay so', () => {
    always(({ states }) => {
      for (const { merge, restricted } of states.values())
        if (merge.master !== null) expect(states.get(merge.master)?.restricted).toBe(restricted)
    })
  })

  test('a claim presses as much as its master, once that was given another class', () => {
    always(({ states, ledger }) => {
      for (const claim of states.values()) {
        const master = states.get(claim.merge.master ?? '')
        const given = ledger.get(master?.id ?? '')?.some(({ kind }) => kind === 'DemandReclassed')
        if (!master || !given || master.closedAt !== null || !isInHand(claim) || claim.order.pause) continue
        // Who was not in hand did not hear of it; what was lowered for itself stays so.
        const own = [...(ledger.get(claim.id) ?? []), ...(ledger.get(master.id) ?? [])].some(({ kind }) =>
          ['DemandAnswered', 'DemandClosed', 'DemandReopened', 'RequestGranted'].includes(kind),
        )
        if (!own) expect(raises(claim, master), `${claim.urgency} ${claim.difficulty}`).toBe(false)
      }
    })
  })
})
