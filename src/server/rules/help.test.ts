import { afterEach, describe, expect, it } from 'vitest'
import { instantOn } from '../../domain/calendar/local-time.ts'
import { findLaw } from '../../domain/entitlement/law.ts'
import { entitlements } from '../../domain/entitlement/rules.fixture.ts'
import { shownCards } from '../../domain/knowledge/card.ts'
import { searchCards } from '../../domain/knowledge/search.ts'
import { dropCopies } from './broken.fixture.ts'
import { loadRules } from './load.ts'
import { findingsIn, ownRules, shippedBut } from './own-folder.fixture.ts'

afterEach(dropCopies)
const rules = loadRules()

describe('the shipped help', () => {
  it('holds the numbers the calculators are tested with', () => {
    expect(rules.entitlements).toEqual(entitlements)
  })

  it('has cards for what workers ask most, in words they use', () => {
    const at = instantOn('2026-06-15')
    const cards = shownCards(rules.cards, at)
    expect(cards.length).toBeGreaterThanOrEqual(24)
    const first = (typed: string) => searchCards(cards, typed)[0]?.code
    const asked = {
      老板不给工资怎么办: 'arrears',
      包工头跑了: 'contractor-pays',
      节假日三倍工资: 'overtime',
      没签合同: 'no-contract',
      无故被开除: 'dismissal',
      经济补偿金: 'severance',
      年假没休: 'annual-leave',
      手被机器压断了算工伤吗: 'work-injury',
      公司不给交社保: 'social-insurance',
      外卖骑手受伤: 'platform',
      怀孕被辞退: 'pregnancy',
      仲裁要多少钱: 'arbitration-how',
      请不起律师: 'legal-aid',
      我们十几个人: 'group',
      想成立工会: 'union-founding',
    }
    expect(Object.fromEntries(Object.keys(asked).map((typed) => [typed, first(typed)]))).toEqual(asked)
  })

  it('dates what it says: every card has an owner, a review to come and laws with a version', () => {
    for (const { law, owner, reviewBy, validFrom } of rules.cards) {
      expect(rules.sections.map(({ code }) => code)).toContain(owner)
      expect(reviewBy > validFrom).toBe(true)
      expect(law.map((each) => findLaw(rules.laws, each)?.law.version ?? each).join()).not.toMatch(/[a-z]/)
    }
  })

  it('hides every card once its review is overdue', () => {
    expect(shownCards(rules.cards, instantOn('2099-01-01'))).toEqual([])
  })
})

describe('what is refused', () => {
  const cards = (change: (text: string) => string) => findingsIn(ownRules({ 'knowledge/own.yaml': change(card) }))
  const card = `version: x
cards:
  - code: own
    question: { zh: 问, en: Q }
    also: [别的话]
    answer: [{ zh: 答, en: A }]
    law: [labour-50]
    validFrom: 2026-01-01
    region: '990102'
    whereTo: [inspection]
    papers: [{ zh: 材料, en: Paper }]
    clock: null
    topics: [A01]
    owner: legal
    reviewBy: 2027-01-01
`

  it("nothing in a federation's own card of its own region", () => {
    expect(cards((text) => text)).toEqual([])
  })

  it.each([
    ['labour-50', 'unheard-50', 'unheard-50 is no law of laws.yaml'],
    ['[inspection]', '[nowhere]', 'nowhere is no place of help.yaml'],
    ['[A01]', '[A99]', 'A99 is no open leaf'],
    ['clock: null', 'clock: sundial', 'sundial is no clock'],
    ['owner: legal', 'owner: nobody', 'nobody is no section'],
    ['code: own', 'code: arrears', 'arrears stands twice'],
    ['reviewBy: 2027-01-01', 'reviewBy: 2027-02-30', 'must be a day that exists'],
    ["'990102'", "'99'", 'must be a region code'],
    ['region:', 'validTo: 2025-12-31\n    region:', 'is before validFrom'],
  ])('%s → %s', (from, to, problem) => {
    expect(cards((text) => text.replace(from, to)).join()).toContain(problem)
  })

  it.each([
    ['entitlements.yaml', 'fromYears: 10', 'fromYears: 1', 'is not above the band before'],
    ['entitlements.yaml', 'from: 50', 'from: 150', 'is below from'],
    ['help.yaml', 'clock: award', 'clock: sundial', 'sundial is no clock'],
    ['help.yaml', "phones: ['12348']", "phones: ['999']", '999 is no number of emergency.yaml'],
    ['help.yaml', '[arbitration-14]', '[unheard-14]', 'unheard-14 is no law'],
    ['laws.yaml', 'code: civil', 'code: labour', 'labour stands twice'],
  ])('%s: %s → %s', (file, from, to, problem) => {
    const findings = findingsIn(ownRules({ [file]: shippedBut(file, from, to) }))
    expect(findings.join()).toContain(problem)
  })
})
