import { afterEach, expect, it } from 'vitest'
import { change, copyOfRules, dropCopies, edition } from './broken.fixture.ts'
import { diffRules } from './diff.ts'
import { entriesOf } from './diff-entries.ts'
import { loadRuleSet, loadRules } from './load.ts'

afterEach(dropCopies)

const shipped = loadRuleSet()
const linesTo = (dir: string) => diffRules(shipped, loadRuleSet({ whole: dir })).map(({ line }) => line)

it('finds no difference between the rules and themselves, and names each thing once', () => {
  expect(diffRules(shipped, shipped)).toEqual([])
  const ids = entriesOf(loadRules()).map(({ part, key }) => `${part} ${key}`)
  expect(ids.length).toBeGreaterThan(500)
  expect(new Set(ids).size).toBe(ids.length)
})

it('says in words which topic, limit, reason, text, date and other rule changed', () => {
  const dir = copyOfRules()
  change(dir, 'taxonomy.yaml', 'en: Canteen }', 'en: Canteen, urgency: P1 }')
  change(dir, 'limits.yaml', 'groupFrom: 10', 'groupFrom: 8')
  change(dir, 'limits.yaml', "to: '17:30'", "to: '18:00'")
  change(dir, 'reasons.yaml', 'most: { workingDays: 10 }', 'most: { workingDays: 5 }')
  change(dir, 'reasons.yaml', /\n.*code: force-majeure.*/, '')
  change(dir, 'texts.yaml', '12351 是工会热线', '12351 就是工会热线')
  change(dir, 'calendar/2027.yaml', 'to: 2027-02-10', 'to: 2027-02-12')
  change(dir, 'calendar/2027.yaml', 'makeUpDays: []', 'makeUpDays: [2027-02-20]')
  change(dir, 'routing.yaml', 'approval: [head]', 'approval: [head, triage]')
  change(dir, 'small-office.yaml', /\n {2}- \[rule, callback\]([\s\S]*)$/, '\nnever:\n')
  change(dir, 'small-office.yaml', /never:\n$/, NEVER)
  change(dir, 'notices.yaml', '今天到期 {count} 件', '今日到期 {count} 件')
  change(dir, 'letters.yaml', 'reply: { workingDays: 15 }', 'reply: { workingDays: 10 }')
  change(dir, 'check-words.yaml', '- 苹果', '- 陶罐')
  expect(linesTo(dir)).toEqual([
    'topic K01 食堂, urgency: P2 → P1',
    'limit groupFrom: 10 → 8',
    'office hours of a working day: 08:30–12:00, 13:30–17:30 → 08:30–12:00, 13:30–18:00',
    'holiday 春节 2027: 2027-02-05 to 2027-02-10 → 2027-02-05 to 2027-02-12',
    'routing staffed.approval: head → head, triage',
    'small office rule and callback: may → never',
    'pause reason worker-supplement 等待职工补充材料, most: 10 working days → 5 working days',
    'pause reason force-majeure 不可抗力: removed',
    'letter opinion 意见书, reply: 15 working days → 10 working days',
    'notice due-today, zh: 今天到期 {count} 件 → 今日到期 {count} 件',
    'text hotline-not-emergency, zh: 12351 是工会热线，不是急救电话。 → 12351 就是工会热线，不是急救电话。',
    'check word 苹果: removed',
    'make-up day 2027-02-20: added, worked',
    'check word 陶罐: added',
  ])
})

it('shows of a long text where it begins to differ, in one line', () => {
  const dir = copyOfRules()
  change(dir, 'letters.yaml', '请对照自查，发现问题及时改正。', '请于本月内自查，发现问题及时改正。')
  const [line, ...others] = linesTo(dir)
  expect(others).toEqual([])
  expect(line).toMatch(/^letter reminder 提示函, text\.zh: ….*请对照自查.* → ….*请于本月内自查/)
  expect(line).not.toContain('\n')
})

it('tells what an edition changes once, with its day, and where a difference ends', () => {
  const dir = copyOfRules()
  change(dir, 'limits.yaml', 'groupFrom: 10', 'groupFrom: 8')
  edition(dir, 'deeds.yaml', '2027-01-01', (text) => `${text}  - { code: ride, zh: 送返乡, en: Ride home }\n`)
  edition(dir, 'limits.yaml', '2027-02-01')
  expect(linesTo(dir)).toEqual([
    'limit groupFrom: 10 → 8',
    'from 2027-01-01 on: deed ride 送返乡: added',
    'from 2027-02-01 on: limit groupFrom: the same in both',
  ])
})

const NEVER = `never:
  - [rule, callback]
  - [handle, callback]
  - [handle, rule]
  - [handle, approve]
  - [handle, custodian]
  - [raise, custodian]
  - [triage, custodian]
  - [rule, custodian]
  - [approve, custodian]
  - [callback, custodian]
`
