import { expect, test } from 'vitest'
import type { Actor } from '../actor.ts'
import { look } from './decide.ts'
import type { RotationEvent, Standing } from './event.ts'
import { evolve, type RotationState } from './evolve.ts'

const system = { kind: 'system' } as const
const command = { kind: 'rotation.look', account: 'a', plan: 'p' } as const
const standing: Standing = { path: [4, 2, 1], level: 'township', fullTime: false, on: '2026-09-15' }
const body = { account: 'a', plan: 'p', ...standing }
const met: RotationEvent = { kind: 'RotationMet', body }
const lapsed: RotationEvent = { kind: 'RotationLapsed', body: {} }
const refusal = (code: string) => ({ refused: { code, params: {} } })
const given = (...events: RotationEvent[]) =>
  events.reduce<RotationState | null>((state, event) => evolve(state, { ...event, stream: 's' }), null)
const looked = (state: RotationState | null, now: Standing | null, actor: Actor = system) =>
  look(state, command, { actor, standing: now })

test('who met the hours of their group is counted, once', () => {
  expect(looked(null, standing)).toEqual({ accepted: [met] })
  expect(looked(given(met), standing)).toEqual(refusal('rotation.as-it-is'))
})

test('who did not meet them is counted as nothing', () => {
  expect(looked(null, null)).toEqual(refusal('rotation.as-it-is'))
  expect(looked(given(met, lapsed), null)).toEqual(refusal('rotation.as-it-is'))
})

test('hours taken back, or a post that ended, take the person off again; what comes later counts anew', () => {
  expect(looked(given(met), null)).toEqual({ accepted: [lapsed] })
  expect(looked(given(met, lapsed), standing)).toEqual({ accepted: [met] })
})

test('a transfer moves the person to another union', () => {
  const moved = { ...standing, path: [5, 2, 1] }
  expect(looked(given(met), moved)).toEqual({
    accepted: [{ kind: 'RotationMet', body: { ...body, path: [5, 2, 1] } }],
  })
})

test('nobody says it for them', () => {
  const trainer: Actor = { kind: 'staff', account: 'x', post: 7, unit: 2, section: null, role: 'trainer' }
  expect(looked(null, standing, trainer)).toEqual(refusal('not-allowed'))
})
