import { describe, expect, it } from 'vitest'
import { type RoutingRules, sectionAlone } from './routing-rules.ts'
import { duties, mayCombine, type SmallOffice } from './small-office.ts'
import type { Topic } from './topic.ts'

const routing: Pick<RoutingRules, 'alone'> = {
  alone: [
    { flag: 'discipline-only', section: 'discipline' },
    { flag: 'need-to-know', section: 'lead' },
  ],
}
const topic = (flags: Topic['flags'], section: string | null) =>
  ({ flags, lead: { level: 'county', section, groupLevel: null } }) as unknown as Topic
const alone = (flags: Topic['flags'], section: string | null) =>
  sectionAlone(routing as RoutingRules, topic(flags, section))

describe('the section that alone sees a matter', () => {
  it('is the one the rules name for the flag, or the one that leads the leaf', () => {
    expect(alone(['need-to-know'], 'women')).toBe('women')
    expect(alone(['need-to-know', 'discipline-only'], 'office')).toBe('discipline')
  })

  it('is none without such a flag', () => {
    expect(alone(['health', 'family'], 'aid')).toBeNull()
    expect(alone([], null)).toBeNull()
  })
})

describe('duties of one person in small-office mode', () => {
  const rules: Pick<SmallOffice, 'may' | 'never'> = { may: [['raise', 'triage']], never: [['handle', 'callback']] }

  it('may be combined in either order where the rules say so, and with themselves', () => {
    expect(mayCombine(rules, 'raise', 'triage') && mayCombine(rules, 'triage', 'raise')).toBe(true)
    for (const duty of duties) expect(mayCombine(rules, duty, duty)).toBe(true)
  })

  it('are never combined where they do not, even in a pair that stands nowhere', () => {
    expect(mayCombine(rules, 'callback', 'handle')).toBe(false)
    expect(mayCombine(rules, 'raise', 'callback')).toBe(false)
  })
})
