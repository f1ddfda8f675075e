import { describe, expect, test } from 'vitest'
import { evolve, type PastDemandEvent } from '../demand/evolve.ts'
import { ask, given, life, now, path, people, type Step } from '../demand/given.fixture.ts'
import type { DemandState } from '../demand/state.ts'
import { countDemand } from './count-demand.ts'

const day = 86_400_000

/** Events of a demand after these commands, a day apart or sooner. */
function told(steps: readonly Step[], apart = day): PastDemandEvent[] {
  const events: PastDemandEvent[] = []
  let state: DemandState | null = null
  for (const [n, [actor, command]] of steps.entries()) {
    const decision = ask(state, actor, command)
    if ('refused' in decision) throw new Error(decision.refused.code)
    const at = new Date(Date.parse(now) + n * apart).toISOString()
    for (const draft of decision.accepted) {
      const event = { ...draft, body: { ...draft.body, content: {} }, at, stream: 'd' } as unknown as PastDemandEvent
      events.push(event)
      state = evolve(state, event)
    }
  }
  return events
}
const counts = (...steps: readonly Step[]) =>
  Object.fromEntries(countDemand(told(steps)).map(({ measure, on }) => [measure, on.slice(8)]))

const handed = [life.raise, life.triage, life.sign] as const

const answered = [...handed, life.call, life.understand, life.yes, life.deed, life.answer] as const

describe('a demand counts', () => {
  test('as heard from the day it was submitted, for whoever triages, then for its lead', () => {
    expect(counts(life.raise)).toEqual({ heard: '15' })
    expect(countDemand(told([life.raise]))[0]).toMatchObject({ path: given(life.raise).triage.path, cuts: [] })
    expect(countDemand(told(handed))[0]).toMatchObject({ path: path.township, cuts: ['topic:A'], persons: 1 })
  })
  test('by each seal from the day it was earned, once', () => {
    expect(counts(...answered, life.solved)).toMatchObject({
      'met-apart': '18',
      understood: '20',
      claimed: '22',
      solved: '23',
      delivered: '23',
    })
    expect(counts(...handed, life.call, life.call)['met-apart']).toBe('18')
  })
  test('as contacted late for nobody, where the contact was late before it arrived', () => {
    // Its contact was due on the 10th; it arrives on the 15th.
    const late = (more: object) => {
      const events = told([...handed, life.call]).map((event, n) => {
        const due = 'contactDueAt' in event.body ? { contactDueAt: '2026-06-10T00:00:00.000Z' } : {}
        return { ...event, body: { ...event.body, ...due, ...(n === 0 ? more : {}) } } as PastDemandEvent
      })
      return countDemand(events).map(({ measure }) => measure)
    }
    expect(late({})).toContain('contacted-late')
    expect(late({ late: true })).not.toContain('contacted-late')
  })
  test('as met in person only, once they met', () => {
    const met = counts(...handed, life.call, life.meet)
    expect(met).toMatchObject({ met: '19' })
    expect(met['met-apart']).toBeUndefined()
  })
  test('by what the union claims and what the worker says apart', () => {
    expect(counts(...answered)).toMatchObject({ claimed: '22' })
    expect(counts(...answered).solved).toBeUndefined()
  })
  test('as solved apart where staff could have seen the code', () => {
    const [, verdict] = life.solved
    const assisted: Step = [{ ...people.worker, assisted: true }, verdict]
    const apart = counts(...answered, assisted)
    expect(apart).toMatchObject({ 'solved-assisted': '23' })
    expect(apart.solved).toBeUndefined()
  })
  test('as unsolved until the worker says otherwise, though it is handled again', () => {
    const again = counts(...answered, life.unsolved)
    expect(again).toMatchObject({ unsolved: '23', reopened: '23' })
    expect(again.claimed).toBeUndefined()
    const [, reopen] = [people.worker, { kind: 'demand.reopen', demand: 'd', text: '又停发了' }] as const
    expect(counts(...answered, life.solved, [people.worker, reopen])).toMatchObject({ unsolved: '24' })
  })
  test('by its first contact, in time or late', () => {
    expect(counts(...handed, life.call)).toMatchObject({ 'contacted-late': '18' })
    const soon = countDemand(told([...handed, life.call], day / 10)).map(({ measure }) => measure)
    expect(soon).toContain('contacted-in-time')
    expect(soon).not.toContain('contacted-late')
  })
  test('as ended otherwise when it is taken back', () => {
    expect(counts(...handed, life.withdraw)).toMatchObject({ 'ended-otherwise': '18' })
  })
  test('by what the worker said of the handling, apart from whether it is solved', () => {
    const [, verdict] = life.solved
    const say = (satisfied: string): Step => [people.worker, { ...verdict, satisfied } as typeof verdict]
    expect(counts(...answered, say('fairly'))).toMatchObject({ solved: '23', 'fairly-satisfied': '23' })
    expect(counts(...answered, say('unsatisfied'))).toMatchObject({ solved: '23', unsatisfied: '23' })
    expect(counts(...answered, life.solved).satisfied).toBeUndefined()
  })
  test('as not reached from the day the callback is due until the worker says something', () => {
    const events = told([...answered])
    const opened = {
      kind: 'CallbackOpened',
      body: { callback: given(life.raise).triage, sameUnit: false, closeAt: now },
    }
    const at = new Date(Date.parse(now) + 9 * day).toISOString()
    const due = [...events, { ...opened, at, stream: 'd' } as unknown as PastDemandEvent]
    const measures = (all: readonly PastDemandEvent[]) => countDemand(all).map(({ measure }) => measure)
    expect(measures(events)).not.toContain('unreached')
    expect(measures(due)).toContain('unreached')
    const [word] = told([...answered, life.solved]).slice(-2)
    expect(measures([...due, { ...word, at } as PastDemandEvent])).not.toContain('unreached')
  })
  test('no two measures of what came of it at once: one would leave over the other', () => {
    const ends = ['solved', 'solved-assisted', 'partly', 'unsolved', 'unknown', 'unreached', 'excluded']
    for (const steps of [answered, [...answered, life.solved], [...answered, life.unsolved]])
      expect(Object.keys(counts(...steps)).filter((each) => ends.includes(each)).length).toBeLessThan(2)
  })
  test('nowhere, where one section alone may see it', () => {
    const events = told([life.raise])
    const [actor, command] = life.triage
    const sorted = { ...command, section: 'discipline' } as typeof command
    const decision = ask(given(life.raise), actor, sorted, {
      restricted: 'discipline',
      lead: { unit: 10, path: path.county, section: 'discipline', staffed: true, level: 'county' },
    })
    if ('refused' in decision) throw new Error(decision.refused.code)
    const more = decision.accepted.map((draft) => ({
      ...draft,
      body: { ...draft.body, content: {} },
      at: now,
      stream: 'd',
    }))
    expect(countDemand([...events, ...(more as unknown as PastDemandEvent[])])).toEqual([])
  })
})
