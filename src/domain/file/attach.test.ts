import { describe, expect, test } from 'vitest'
import type { DemandCommand } from '../demand/command.ts'
import { evolve } from '../demand/evolve.ts'
import { ask, given, life, type Override, people, said } from '../demand/given.fixture.ts'
import type { WaitingFile } from './attach.ts'

const file = (is: WaitingFile['is'], id = 'x'): WaitingFile => ({
  id,
  is,
  type: 'image/jpeg',
  bytes: 9,
  commitment: 'c',
})
const attach: DemandCommand = { kind: 'file.attach', demand: 'd', files: ['x'] }
const outcome = (decision: ReturnType<typeof ask>) =>
  'refused' in decision ? decision.refused.code : decision.accepted.map(({ kind }) => kind)
const raised = (mode: 'named' | 'confidential' | 'anonymous', ...files: WaitingFile[]) => {
  const command = { ...said, mode, files: ['x'] } as DemandCommand
  return ask(null, people.public, command, { files })
}
const added = (files: WaitingFile[] | null, more: Override = {}) =>
  ask(given(life.raise), people.worker, attach, { files, ...more })

describe('what comes with a matter', () => {
  test('a photo or a paper, whoever one is, right behind what was said', () => {
    for (const mode of ['named', 'confidential', 'anonymous'] as const)
      expect(outcome(raised(mode, file('photo'), file('paper', 'y')))).toEqual([
        'DemandRaised',
        'FileAttached',
        'FileAttached',
      ])
  })

  test('a voice tells who speaks: only of who gave their name, sealed with the identity', () => {
    for (const mode of ['confidential', 'anonymous'] as const) {
      expect(outcome(raised(mode, file('photo'), file('voice')))).toBe('file.voice')
    }
    const named = raised('named', file('voice'), file('photo'))
    if ('refused' in named) throw new Error('refused')
    expect(named.accepted.slice(1).map(({ body }) => 'part' in body && body.part)).toEqual(['identity', 'text'])
    expect(outcome(added([file('voice')]))).toBe('file.voice')
  })

  test('what does not wait, and what is too much, is refused', () => {
    expect(outcome(added(null))).toBe('file.gone')
    expect(outcome(added([file('photo')], { mostFiles: 0 }))).toBe('file.too-many')
    const state = given(life.raise)
    const one = added([file('photo')])
    if ('refused' in one) throw new Error('refused')
    const [draft] = one.accepted
    const event = { ...draft, at: '2026-06-15T02:00:00.000Z', stream: 'd' } as unknown as Parameters<typeof evolve>[1]
    const with1 = evolve(state, event)
    expect(with1.files).toEqual([{ id: 'x', part: 'text' }])
    expect(outcome(ask(with1, people.worker, attach, { files: [file('photo', 'y')], mostFiles: 1 }))).toBe(
      'file.too-many',
    )
    expect(outcome(ask(with1, people.worker, attach, { files: [file('photo', 'y')], mostFiles: 2 }))).toEqual([
      'FileAttached',
    ])
    // What comes after an erasure is there to be looked at, and to be erased again.
    expect(evolve({ ...state, erased: ['identity', 'text'] }, event).erased).toEqual(['identity'])
  })

  test('nothing is added to what has ended', () => {
    const ended = { ...given(life.raise), status: 'withdrawn' as const }
    expect(outcome(ask(ended, people.worker, attach, { files: [file('photo')] }))).toBe('demand.closed')
  })
})
