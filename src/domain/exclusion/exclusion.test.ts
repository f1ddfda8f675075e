import { describe, expect, test } from 'vitest'
import { clockAt } from '../clock/due.ts'
import { askOn, bodiesOf, day, folded, lived, type TimedStep, ticked } from '../clock/timed.fixture.ts'
import type { DemandCommand } from '../demand/command.ts'
import { candidate, life, outcome, path, people } from '../demand/given.fixture.ts'
import { next } from '../demand/next.ts'
import { targetOf } from '../demand/target.ts'
import { allowedVerbs } from '../reach.ts'

const { raise, triage, sign, call, deed, answer, solved, unsolved } = life
const answered: readonly TimedStep[] = [
  ...[raise, triage, sign, call, deed].map((step) => [0, step] as const),
  [1, answer],
]
const judged: readonly TimedStep[] = [...answered, [2, solved]]
const apply = [
  people.handler,
  { kind: 'exclusion.ask', demand: 'd', reason: 'impersonation', text: '另有其人' } as DemandCommand,
] as const
const weigh = (who: typeof people.county | typeof other, agree: boolean, text?: string) =>
  [who, { kind: 'exclusion.weigh', demand: 'd', agree, text } as DemandCommand] as const
const other = { ...people.county, account: 'o', post: 55, role: 'handler' } as const
const asked: readonly TimedStep[] = [...judged, [3, apply]]

describe('an application to leave a score out of the rates', () => {
  test('goes to the nearest staffed unit above the lead, with a reason, its evidence sealed, and an end', () => {
    const decision = askOn(3, lived(...judged), apply)
    expect(bodiesOf(decision, 'ExclusionAsked')).toEqual([
      { reason: 'impersonation', judge: expect.objectContaining({ unit: 10 }), decideBy: day(9) },
    ])
    expect(decision).toMatchObject({ accepted: [{ seal: { text: { part: 'text', value: '另有其人' } } }] })
    const alone = { judges: [candidate(path.township)] }
    expect(outcome(askOn(3, lived(...judged), apply, alone))).toBe('exclusion.nobody')
  })
  test('passes by a level where no two persons could agree', () => {
    const lonely = { ...candidate(path.county), staffed: false }
    const judges = [candidate(path.township), lonely, candidate(path.city)]
    expect(bodiesOf(askOn(3, lived(...judged), apply, { judges }), 'ExclusionAsked')).toEqual([
      expect.objectContaining({ judge: expect.objectContaining({ unit: path.city[0] }) }),
    ])
    expect(outcome(askOn(3, lived(...judged), apply, { judges: judges.slice(0, 2) }))).toBe('exclusion.nobody')
  })
  test('is made in time, of a word that counts, once', () => {
    expect(outcome(askOn(2, lived(...answered), apply))).toBe('exclusion.no-word')
    expect(outcome(askOn(7, lived(...judged), apply))).toEqual(['ExclusionAsked'])
    expect(outcome(askOn(8, lived(...judged), apply))).toBe('exclusion.too-late')
    expect(outcome(askOn(4, lived(...asked), apply))).toBe('exclusion.pending')
    const out = lived(...asked, [4, weigh(people.county, true)], [4, weigh(other, true)])
    expect(outcome(askOn(4, out, apply))).toBe('exclusion.decided')
  })
  test('may be made of a no that opened the matter again; the day of the word counts', () => {
    const again = lived(...answered, [2, unsolved])
    expect(again.status).toBe('reopened')
    expect(again.exclusion.wordAt).toBe(day(2))
    expect(outcome(askOn(7, again, apply))).toEqual(['ExclusionAsked'])
  })
  test('is the lead’s to make and the judge’s to decide, and no step of the matter', () => {
    const before = targetOf(lived(...judged))
    const after = lived(...asked)
    expect(allowedVerbs(people.handler, before)).toContain('exclusion.ask')
    expect(allowedVerbs(people.county, before)).not.toContain('exclusion.ask')
    for (const who of [people.county, other, people.triage])
      expect(allowedVerbs(who, targetOf(after))).toEqual(
        expect.arrayContaining(['exclusion.weigh', 'content.open.text']),
      )
    expect(allowedVerbs(people.handler, targetOf(after))).not.toContain('exclusion.weigh')
    expect(allowedVerbs(people.handler, targetOf(after))).not.toContain('exclusion.ask')
    expect(next(after)).toBeNull()
  })
})

describe('two persons of the level above', () => {
  test('leave it out by the second yes, and change nothing of what the worker said', () => {
    const one = lived(...asked, [4, weigh(people.county, true)])
    expect(one.exclusion).toMatchObject({ agreed: [5], decided: null })
    const two = folded(one, askOn(5, one, weigh(other, true)), day(5), other)
    expect(two.exclusion).toMatchObject({ asked: null, decided: 'excluded' })
    expect([two.verdict, two.outcome, two.status]).toEqual(['solved', 'solved', 'closed'])
    expect(outcome(askOn(5, one, weigh(other, true)))).toEqual(['ExclusionWeighed', 'ExclusionDecided'])
  })
  test('are two: the same person under another post is refused', () => {
    const one = lived(...asked, [4, weigh(people.county, true)])
    expect(outcome(askOn(5, one, weigh(people.county, true)))).toBe('exclusion.same-person')
    expect(outcome(askOn(5, one, weigh(other, true), { actorPosts: [55, 5] }))).toBe('exclusion.same-person')
  })
  test('keep it in by one no, which says why', () => {
    expect(outcome(askOn(4, lived(...asked), weigh(other, false)))).toBe('exclusion.say-why')
    const kept = lived(...asked, [4, weigh(people.county, true)], [5, weigh(other, false, '确是本人')])
    expect(kept.exclusion).toMatchObject({ decided: 'kept', asked: null })
  })
  test('decide what was asked, and in time: silence keeps it in', () => {
    expect(outcome(askOn(4, lived(...judged), weigh(other, true)))).toBe('exclusion.nothing')
    const one = lived(...asked, [4, weigh(people.county, true)])
    expect(outcome(askOn(9, one, weigh(other, true)))).toBe('exclusion.lapsed')
    expect(clockAt(one)).toBe(day(9))
    const silent = ticked(9, one)
    expect(silent.exclusion).toMatchObject({ decided: 'kept', asked: null })
  })
})

test('once the matter is archived nothing is offered any more, and what was decided stands', () => {
  const archived = (state: ReturnType<typeof lived>) => ticked(40, state)
  expect(targetOf(archived(lived(...judged))).contestable).toBe(false)
  const out = lived(...asked, [4, weigh(people.county, true)], [4, weigh(other, true)])
  expect(archived(out).exclusion).toMatchObject({ decided: 'excluded' })
})

test('a new word of the worker begins anew', () => {
  const out = lived(...asked, [4, weigh(people.county, true)], [4, weigh(other, true)])
  const reopen = [people.worker, { kind: 'demand.reopen', demand: 'd', text: '又停发了' }] as const
  const again = folded(out, askOn(10, out, reopen), day(10), people.worker)
  expect(again.exclusion).toEqual({ wordAt: day(10), asked: null, agreed: [], decided: null })
})
