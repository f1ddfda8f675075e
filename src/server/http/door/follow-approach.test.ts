import { expect, it } from 'vitest'
import { followed, row, rules } from './follow.fixture.ts'

const proposed = row(6, 'ApproachProposed', { n: 1 }, '周五下午找人事，不提是谁')
const answered = (detail: object) => row(7, 'ApproachAnswered', { n: 1, ...detail })
const asked = { status: 'inHand' as const, verbs: ['approach.answer'] }

it('asks before the union goes to the employer: its own words, the consent, two equal buttons', () => {
  const text = followed(asked, [proposed])
  expect(text).toContain('周五下午找人事，不提是谁')
  const consent = rules.consents.find(({ code }) => code === 'contact-employer')
  expect(text).toContain(consent?.text.zh)
  expect(text).toMatch(
    /class="button even" name="yes" value="yes">同意<.*class="button even" name="yes" value="no">不同意</s,
  )
})

it('asks nothing where nothing was proposed, or nothing may be said any more', () => {
  expect(followed({ ...asked, verbs: [] }, [proposed])).not.toContain('id="approach"')
})

it('says what was said, and by what: under the receipt, or noted by the union', () => {
  expect(followed(asked, [proposed, answered({ yes: true, via: 'receipt' })])).toContain('您同意工会去找用人单位')
  const noted = followed(asked, [proposed, answered({ yes: true, via: 'call', assisted: true })])
  expect(noted).toContain('工会记下：您口头同意去找用人单位')
  // The other answer stays one tap away, and another proposal asks anew.
  expect(noted).toMatch(/改主意.*name="yes" value="no">不同意</s)
  const again = followed(asked, [
    proposed,
    answered({ yes: true, via: 'receipt' }),
    row(8, 'ApproachProposed', { n: 2 }, '改成下周'),
  ])
  expect(again).toContain('工会想去找您的用人单位')
  expect(again).toContain('改成下周')
})
