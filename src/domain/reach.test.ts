import { describe, expect, test } from 'vitest'
import { roles } from './actor.ts'
import { grants, listReach, type Verb } from './reach.ts'

// The table is short enough to be read; what the laws of the product say of it must not be lost in an edit.

const holding = (verb: Verb) =>
  [...new Set(grants.filter((grant) => grant.verb === verb).map(({ role }) => role))].sort()

describe('the table of grants', () => {
  test.each<Verb>([
    'verdict.give',
    'understanding.answer',
    'demand.withdraw',
    'demand.reopen',
    'commitment.contradict',
    'watch.answer',
  ])('%s is the claimant alone (law 2: only the worker says it is solved)', (verb) => {
    expect(holding(verb)).toEqual(['claimant'])
  })

  test('text is opened by who triages, handles, decides or calls back, identity by who must reach the worker: the holder only', () => {
    expect(holding('content.open.text')).toEqual(['agent', 'handler', 'head', 'triage'])
    expect(holding('content.open.identity')).toEqual(['agent', 'handler', 'head'])
    const opening = grants.filter(({ verb }) => verb.startsWith('content.open'))
    expect(opening.every(({ reach }) => reach === 'own')).toBe(true)
  })

  test('identity is opened for a named worker only, by who signed or while it is theirs to call back', () => {
    for (const { verb, when } of grants) {
      if (verb !== 'content.open.identity') continue
      expect(when).toEqual(expect.arrayContaining(['named', 'identityKept']))
      const why = when.includes('lead') ? ['lead', 'signed'] : ['callsBack', 'mayJudge']
      expect(when).toEqual(expect.arrayContaining(why))
    }
  })

  test('who rules, grants or states an opinion does so where it was asked of them, one level up', () => {
    const deciding: Partial<Record<Verb, string>> = {
      'order.rule': 'rules',
      'request.decide': 'approves',
      'opinion.give': 'opines',
      'protection.answer': 'protects',
      'exclusion.weigh': 'weighs',
      'callback.record': 'callsBack',
    }
    for (const { verb, when } of grants) if (deciding[verb]) expect(when).toContain(deciding[verb])
  })

  test('who writes to a demand may read it; administrators list none', () => {
    for (const role of roles) {
      const acts = grants.some((grant) => grant.role === role && grant.reach !== 'any')
      expect(listReach(role) !== null, role).toBe(acts)
    }
    expect(roles.filter((role) => listReach(role) === null)).toEqual(['trainer', 'editor', 'admin'])
  })

  test('nobody is granted the same twice', () => {
    const lines = grants.map((grant) => JSON.stringify(grant))
    expect(new Set(lines).size).toBe(lines.length)
  })
})
