import { describe, expect, test } from 'vitest'
import { duties, type NextWhat } from '../demand/next.ts'
import { canDo, lostBy, orphansOf, type StaffedPost, servingRoles, taskOf, tasks } from './staffing.ts'

const post = (role: string, unit = 4, section: string | null = null): StaffedPost => ({ unit, section, role })
const waiting = (what: NextWhat, count = 1, section: string | null = null, unit = 4) => ({
  ...{ unit, path: unit === 4 ? [4, 2, 1] : [unit, 1], section, what, count },
})

describe('what posts can do', () => {
  test.each([
    ['triage', 'triage', true],
    ['triage', 'handle', false],
    ['handler', 'handle', true],
    ['handler', 'triage', false],
    ['head', 'triage', true],
    ['head', 'handle', true],
    ['agent', 'handle', false],
    ['agent', 'callback', true],
    ['handler', 'callback', true],
    ['handler', 'decide', false],
    ['head', 'decide', true],
    ['custodian', 'handle', false],
    ['auditor', 'triage', false],
    ['admin', 'handle', false],
  ] as const)('%s and %s: %s', (role, task, can) => {
    expect(canDo([post(role)], task, null)).toBe(can)
  })
  test('a post of a section serves that section; one without serves all', () => {
    expect(canDo([post('handler', 4, 'legal')], 'handle', 'legal')).toBe(true)
    expect(canDo([post('handler', 4, 'legal')], 'handle', 'aid')).toBe(false)
    expect(canDo([post('handler', 4, 'legal')], 'handle', null)).toBe(true)
    expect(canDo([post('handler')], 'handle', 'aid')).toBe(true)
  })
  test('every next step is some task', () => {
    expect(duties.map(taskOf).filter((task) => !tasks.includes(task))).toEqual([])
    expect((['triage', 'answer', 'callback', 'rule'] as const).map(taskOf)).toEqual([...tasks])
  })
  test('those who serve hear, triage or handle', () => {
    expect([...servingRoles].sort()).toEqual(['agent', 'handler', 'head', 'triage'])
  })
})

describe('what is lost when a post ends', () => {
  test('the last handler takes handling along, and triage stays', () => {
    expect(lostBy([post('handler'), post('triage')], [post('triage')], ['legal'])).toEqual([
      { task: 'handle', section: null },
      { task: 'callback', section: null },
    ])
  })
  test('the head alone leaves everything behind', () => {
    expect(lostBy([post('head')], [], [])).toEqual(tasks.map((task) => ({ task, section: null })))
  })
  test('nothing while another can do the same', () => {
    expect(lostBy([post('handler'), post('head')], [post('head')], ['legal'])).toEqual([])
  })
  test('a section alone, where the unit still has others', () => {
    const legal = post('handler', 4, 'legal')
    const aid = post('handler', 4, 'aid')
    expect(lostBy([legal, aid], [legal], ['aid', 'legal'])).toEqual([
      { task: 'handle', section: 'aid' },
      { task: 'callback', section: 'aid' },
    ])
  })
  test('what was never there is not lost', () => {
    expect(lostBy([post('auditor')], [], ['legal'])).toEqual([])
  })
})

describe('demands nobody can go on with', () => {
  test('are counted per unit, with the nearest unit above that could', () => {
    const open = [waiting('triage', 2), waiting('answer', 3, 'legal'), waiting('answer', 1, null, 7)]
    expect(orphansOf(open, [post('handler', 4), post('head', 2), post('handler', 7)])).toEqual([
      { unit: 4, count: 2, above: 2 },
    ])
    expect(orphansOf(open, [post('triage', 2), post('head', 1)])).toEqual([
      { unit: 4, count: 5, above: 1 },
      { unit: 7, count: 1, above: 1 },
    ])
  })
  test('a section without a post is one, though the unit has others', () => {
    const open = [waiting('answer', 1, 'aid')]
    expect(orphansOf(open, [post('handler', 4, 'legal')])).toEqual([{ unit: 4, count: 1, above: null }])
    expect(orphansOf(open, [post('handler', 4, 'aid')])).toEqual([])
  })
  test('one thing that nobody above can do leaves the unit without a way', () => {
    const open = [waiting('triage'), waiting('answer')]
    expect(orphansOf(open, [post('handler', 2)])).toEqual([{ unit: 4, count: 2, above: null }])
    expect(orphansOf([...open].reverse(), [post('handler', 2)])).toEqual([{ unit: 4, count: 2, above: null }])
  })
})
