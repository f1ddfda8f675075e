import { describe, expect, it } from 'vitest'
import { currentTopic, findTopic, isOpenTopic, type Taxonomy, type Topic } from './topic.ts'

const leaf = (code: string, retiredTo: string | null): Topic => ({
  code,
  group: code.charAt(0),
  name: { zh: code, en: code },
  lead: { level: 'county', section: null, groupLevel: null },
  joint: [],
  mode: 'confidential',
  urgency: 'P2',
  groupUrgency: null,
  mayGoToEnterpriseUnion: false,
  legalClocks: [],
  flags: [],
  retiredTo,
})
const taxonomy: Taxonomy = {
  groups: [
    { code: 'A', name: { zh: '甲', en: 'A' }, leaves: [leaf('A01', 'A02'), leaf('A02', 'B01')] },
    { code: 'B', name: { zh: '乙', en: 'B' }, leaves: [leaf('B01', null), leaf('B02', 'B02')] },
  ],
}

describe('the taxonomy', () => {
  it('finds every leaf, opens only the living', () => {
    expect(findTopic(taxonomy, 'A01')?.code).toBe('A01')
    expect(findTopic(taxonomy, 'A03')).toBeUndefined()
    expect(findTopic(taxonomy, 'C01')).toBeUndefined()
    expect(['A01', 'B01', 'A', ''].map((code) => isOpenTopic(taxonomy, code))).toEqual([false, true, false, false])
  })

  it('follows a retired leaf to the one that took its place, and ends even in a circle', () => {
    expect(currentTopic(taxonomy, 'A01')?.code).toBe('B01')
    expect(currentTopic(taxonomy, 'B02')?.code).toBe('B02')
    expect(currentTopic(taxonomy, 'X01')).toBeUndefined()
  })
})
