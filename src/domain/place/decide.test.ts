import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '../actor.ts'
import type { PlaceBodies } from './command.ts'
import { type AskedOfPlace, decide } from './decide.ts'
import { evolve, type PastPlaceEvent } from './evolve.ts'
import type { PlaceState } from './state.ts'

const path = [4, 2, 1]
const staff = (role: Role, unit = 4): Actor => ({ kind: 'staff', account: 'x', post: 70, unit, section: null, role })
const ask = <K extends keyof PlaceBodies>(kind: K, body: PlaceBodies[K], more = {}): AskedOfPlace => {
  const facts = { actor: staff('head'), unit: { unit: 4, path, realm: 9901 }, post: { unit: 4, first: 70 } }
  const known = { kindKnown: true, employerKnown: true, region: '990102001' }
  return { kind, body, facts: { ...facts, ...known, ...more } } as unknown as AskedOfPlace
}
const keep = ask('place.keep', { unit: 4, name: '二车间', kind: 'team', employer: 9, owner: 70, fromOn: '2026-06-01' })
const given = (...asked: readonly AskedOfPlace[]): PlaceState | null =>
  asked.reduce<PlaceState | null>((state, each) => {
    const decision = decide(state, each)
    if ('refused' in decision) throw new Error(decision.refused.code)
    return decision.accepted.reduce<PlaceState | null>(
      (before, event) =>
        evolve(before, { ...event, at: '2026-06-01T00:00:00Z', stream: 'p' } as unknown as PastPlaceEvent),
      state,
    )
  }, null)
const named = (name: string) =>
  ask('place.keep', { unit: 4, name, kind: 'team', employer: 9, owner: 70, fromOn: '2026-06-01' })
const code = (state: PlaceState | null, asked: AskedOfPlace) => {
  const decision = decide(state, asked)
  return 'refused' in decision ? decision.refused.code : ''
}
const station = (from: string, to: string, more = {}) =>
  ask('place.station', { place: 'p', post: 70, fromOn: from, toOn: to }, more)

describe('a contact point', () => {
  test('is given to nobody of another union', () => {
    const theirs = ask('place.pass-on', { place: 'p', owner: 90 }, { post: { unit: 9, first: 90 } })
    expect(code(given(keep), theirs)).toBe('post.unknown')
  })
  test('has a name that leads to nobody', () => {
    expect(code(null, named('二车间 13800001234'))).toBe('place.names-someone')
    expect(code(null, named('12 号楼三单元'))).toBe('')
  })
  test('has an owner of its union from the first day, and without a last day keeps one', () => {
    expect(given(keep)).toMatchObject({
      owner: 70,
      first: 70,
      from: '2026-06-01',
      to: null,
      endedOn: null,
      employer: 9,
    })
    const { body } = keep as Extract<AskedOfPlace, { kind: 'place.keep' }>
    expect(code(null, ask('place.keep', body, { post: { unit: 2, first: 5 } }))).toBe('post.unknown')
    expect(code(null, ask('place.keep', body, { post: null }))).toBe('post.unknown')
    expect(code(null, ask('place.keep', body, { kindKnown: false }))).toBe('place.kind-unknown')
    expect(code(null, ask('place.keep', body, { employerKnown: false }))).toBe('employer.unknown')
    expect(code(null, ask('place.keep', body, { region: null }))).toBe('region.unknown')
    expect(code(null, ask('place.keep', { ...body, toOn: '2026-05-31' }))).toBe('place.order')
  })
  test('is passed on to another person, not to the one who has it', () => {
    expect(code(given(keep), ask('place.pass-on', { place: 'p', owner: 71 }))).toBe('place.as-it-is')
    const passed = given(keep, ask('place.pass-on', { place: 'p', owner: 71 }, { post: { unit: 4, first: 71 } }))
    expect(passed).toMatchObject({ owner: 71, first: 71 })
  })
  test('is ended once, not before it began, and then left alone', () => {
    expect(code(given(keep), ask('place.end', { place: 'p', on: '2026-05-31' }))).toBe('place.order')
    const ended = given(keep, ask('place.end', { place: 'p', on: '2026-06-30' }))
    expect(ended?.endedOn).toBe('2026-06-30')
    expect(code(ended, station('2026-06-02', '2026-06-03'))).toBe('place.ended')
  })
  test('has a post stationed there once at a time', () => {
    const held = given(keep, station('2026-06-02', '2026-06-10'))
    expect(held?.stationed).toMatchObject([{ entry: 1, post: 70 }])
    expect(code(held, station('2026-06-10', '2026-06-12'))).toBe('place.stationed')
    expect(code(held, station('2026-06-11', '2026-06-12'))).toBe('')
    expect(code(held, station('2026-06-10', '2026-06-12', { post: { unit: 4, first: 71 } }))).toBe('')
    expect(code(held, station('2026-06-20', '2026-06-19'))).toBe('place.order')
    expect(code(held, station('2026-05-20', '2026-06-01'))).toBe('place.order')
    expect(code(held, ask('place.unstation', { place: 'p', entry: 2 }))).toBe('place.not-stationed')
    expect(
      given(keep, station('2026-06-02', '2026-06-10'), ask('place.unstation', { place: 'p', entry: 1 }))?.stationed,
    ).toEqual([])
  })
  test('is arranged by its own union, and reads as not there to others', () => {
    expect(code(null, { ...keep, facts: { ...keep.facts, actor: staff('agent') } } as AskedOfPlace)).toBe('not-allowed')
    expect(code(null, { ...keep, facts: { ...keep.facts, actor: staff('head', 2) } } as AskedOfPlace)).toBe(
      'unit.unknown',
    )
    const other = { actor: staff('head', 2) }
    expect(code(given(keep), ask('place.end', { place: 'p', on: '2026-06-30' }, other))).toBe('place.unknown')
    expect(code(null, ask('place.end', { place: 'p', on: '2026-06-30' }))).toBe('place.unknown')
  })
})
