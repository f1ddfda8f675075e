import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { calendar2026 } from '../../domain/calendar/calendar.fixture.ts'
import { dueByCalendarDays } from '../../domain/calendar/due.ts'
import { addDays, instantFrom, instantText } from '../../domain/calendar/local-time.ts'
import { addWorkingDays, editionOn, isWorkingDay, NoCalendarYear } from '../../domain/calendar/office-calendar.ts'
import { limits2026 } from '../../domain/limit.fixture.ts'
import { fillSlots } from '../../domain/notice.ts'
import { sectionAlone } from '../../domain/routing-rules.ts'
import { findNamed } from '../../domain/rules.ts'
import { duties, mayCombine } from '../../domain/small-office.ts'
import { findTopic } from '../../domain/topic.ts'
import { loadRules, SHIPPED_RULES } from './load.ts'

const rules = loadRules()
const topics = rules.taxonomy.groups.flatMap((group) => group.leaves)

describe('the shipped rules', () => {
  it('load frozen, and the same bytes give the same version', () => {
    expect(rules.version).toMatch(/^sha256:[0-9a-f]{16}$/)
    expect(loadRules().version).toBe(rules.version)
    expect(Object.isFrozen(rules)).toBe(true)
    expect(topics.every((topic) => Object.isFrozen(topic) && Object.isFrozen(topic.joint))).toBe(true)
    expect(Object.isFrozen(rules.limits.order.autoSign)).toBe(true)
  })

  it('hold every letter and leaf of the taxonomy', () => {
    expect(rules.taxonomy.groups.map((group) => group.code).join('')).toBe('ABCDEFGHIJKLMNOPQZ')
    expect(rules.taxonomy.groups.map((group) => group.leaves.length)).toEqual([
      8, 8, 7, 7, 8, 6, 6, 4, 6, 4, 5, 5, 6, 5, 6, 7, 5, 3,
    ])
    expect(findTopic(rules.taxonomy, 'A01')?.name.zh).toBe('拖欠工资')
  })

  it('fix what domain §2.4 fixes', () => {
    const may = new Set(topics.filter((topic) => topic.mayGoToEnterpriseUnion).map((topic) => topic.group))
    expect([...may].sort()).toEqual(['K', 'N'])
    expect(topics.filter((topic) => topic.urgency === 'P0').map((topic) => topic.code)).toEqual(['J04'])
    expect(findTopic(rules.taxonomy, 'F02')).toMatchObject({ urgency: 'P1', flags: ['need-to-know'] })
    expect(findTopic(rules.taxonomy, 'M05')?.lead.section).toBe('discipline')
    expect(
      topics
        .filter((topic) => topic.group === 'A')
        .every((topic) => topic.groupUrgency === 'P1' && topic.lead.groupLevel === 'county'),
    ).toBe(true)
    expect(topics.filter((topic) => topic.mode !== 'confidential').every((topic) => topic.group === 'P')).toBe(true)
  })

  it('let one section alone see complaints about cadres and what is need-to-know', () => {
    const alone = topics.filter((topic) => sectionAlone(rules.routing, topic) !== null)
    expect(alone.map((topic) => [topic.code, sectionAlone(rules.routing, topic)])).toEqual([
      ['F02', 'women'],
      ['J04', 'aid'],
      ['M05', 'discipline'],
    ])
    expect(findTopic(rules.taxonomy, 'M05')?.flags).toContain('discipline-only')
  })

  it('never let a handler call back, keep the key, approve or rule in the own matter', () => {
    const withHandle = duties.filter((duty) => duty !== 'handle' && !mayCombine(rules.smallOffice, 'handle', duty))
    expect(withHandle).toEqual(['rule', 'approve', 'callback', 'custodian'])
    expect(duties.some((duty) => duty !== 'custodian' && mayCombine(rules.smallOffice, duty, 'custodian'))).toBe(false)
  })

  it('hold the letters with who may send them and how long the other has to reply', () => {
    const by = (code: string) => findNamed(rules.letters, code)
    expect(rules.letters.map(({ code }) => code)).toEqual([
      ...['reminder', 'opinion', 'withdraw-workers', 'proposal', 'joint', 'answer', 'mediation-agreement'],
    ])
    expect(by('opinion')).toMatchObject({ to: 'employer', reply: { workingDays: 15 }, law: ['工会法第二十三条'] })
    expect(by('withdraw-workers')).toMatchObject({ to: 'employer', reply: 'order-due', law: ['工会法第二十五条'] })
    expect(by('proposal')).toMatchObject({ to: 'department', from: 'county', reply: { workingDays: 5 } })
    expect(rules.letters.filter(({ fields }) => fields.some(({ person }) => person)).map(({ to }) => to)).toEqual([
      'worker',
    ])
    for (const letter of rules.letters) {
      const values = Object.fromEntries(letter.fields.map(({ code }) => [code, 'x']))
      expect([fillSlots(letter.text.zh, values), fillSlots(letter.text.en, values)].join()).not.toMatch(/[{}]/)
    }
  })

  it('push nothing to a worker but the neutral sentence and what to do', () => {
    const { list, quiet, digestAt } = rules.notices
    const told = list.filter(({ to }) => to === 'worker')
    expect(told).toHaveLength(12)
    expect(told.every(({ zh, params }) => zh.startsWith('您有一条服务进展') && params.length === 0)).toBe(true)
    expect(list.filter(({ to, when }) => to === 'staff' && when === 'now').map(({ code }) => code)).toEqual([
      ...['auto-signed', 'p0', 'p1', 'pattern', 'protection'],
    ])
    expect([quiet.from, quiet.to, digestAt]).toEqual(['20:00', '08:00', '08:30'])
  })

  it('name the shipped limits as the pure tests do', () => {
    const { version, ...shipped } = rules.limits
    expect({ ...shipped, version: limits2026.version }).toEqual(limits2026)
    expect(version).toBe('2026-01')
  })

  it('say word for word what was promised', () => {
    expect(rules.texts['promise-anonymous']?.zh).toBe(
      '不要您的姓名电话，也不记您的手机；但您写的事、声音、照片可能让熟人认出您，网络运营方也可能留有上网记录。',
    )
    expect(rules.texts['promise-confidential']?.zh).toBe(
      '姓名电话单独上锁。事情如果只有您知道，用人单位可能猜到；找用人单位之前先问您。',
    )
    expect(rules.texts['quick-exit']?.zh).toBe('马上盖住本页并清掉草稿；浏览器和微信的记录清不掉，请自己删除。')
    expect(rules.texts['nobody-opened']?.zh).toBe('系统记录里没有人查看过')
    expect(rules.texts.danger?.zh).toBe('先打 110、119、120。心里撑不住：12356。')
    expect(rules.texts['neutral-notice']?.zh).toBe('您有一条服务进展')
  })

  it('call the employer 用人单位 and nothing 单位', () => {
    const files = readdirSync(SHIPPED_RULES.whole).filter((name) => name.endsWith('.yaml'))
    expect(files.length).toBeGreaterThanOrEqual(15)
    for (const name of files) {
      const text = readFileSync(path.join(SHIPPED_RULES.whole, name), 'utf8')
      expect(`${name} ${text.replaceAll('用人单位', '')}`).not.toContain('单位')
    }
  })

  it('know the emergency lines, and that 12351 is none', () => {
    const danger = rules.phoneLines.filter((line) => line.danger).map((line) => line.number)
    expect(danger).toEqual(['110', '119', '120', '122'])
    expect(rules.phoneLines.map((line) => line.number)).toEqual(expect.arrayContaining(['12351', '12356']))
  })

  it('suspend only for the four reasons, and give each consent a hash of its own', () => {
    expect(rules.reasons.pause.map((reason) => reason.code)).toEqual([
      'legal-procedure',
      'appraisal',
      'worker-supplement',
      'force-majeure',
    ])
    expect(findNamed(rules.reasons.pause, 'worker-supplement')?.most).toEqual({ workingDays: 10 })
    expect(new Set(rules.consents.map((consent) => consent.hash)).size).toBe(5)
    expect(rules.checkWords.length).toBeGreaterThanOrEqual(200)
  })
})

describe('the shipped calendars', () => {
  it('meet the vectors of domain §2.7', () => {
    expect(addWorkingDays(rules.calendar, '2026-06-15', 5)).toBe('2026-06-23')
    expect(addWorkingDays(rules.calendar, '2026-04-30', 3)).toBe('2026-05-08')
    expect(
      instantText(dueByCalendarDays(rules.calendar, instantFrom('2026-06-12T10:00:00+08:00'), 7)).slice(0, 10),
    ).toBe('2026-06-22')
  })

  it('agree with the 2026 of the pure tests on every day', () => {
    for (let on = '2026-01-01'; on < '2027-01-01'; on = addDays(on, 1)) {
      expect([on, isWorkingDay(rules.calendar, on)]).toEqual([on, isWorkingDay(calendar2026, on)])
    }
    expect(rules.calendar.officeHours).toEqual(calendar2026.officeHours)
  })

  it.each([
    [2025, 'official', 248],
    [2026, 'official', 248],
    [2027, 'provisional', 248],
    [2028, 'provisional', 247],
  ] as const)('%i is %s with %i working days', (year, edition, count) => {
    let working = 0
    for (let on = `${year}-01-01`; on <= `${year}-12-31`; on = addDays(on, 1))
      if (isWorkingDay(rules.calendar, on)) working += 1
    expect([editionOn(rules.calendar, `${year}-06-30`), working]).toEqual([edition, count])
  })

  it('reach back to the autumn before the main line began', () => {
    const working = (day: string) => isWorkingDay(rules.calendar, day)
    expect(['2011-10-19', '2011-12-31', '2012-01-09', '2012-01-21', '2012-04-01'].filter(working)).toHaveLength(5)
    expect(['2011-10-03', '2012-01-07', '2012-01-23', '2012-06-22', '2012-10-01'].filter(working)).toEqual([])
  })

  it('know no other year', () => {
    expect(() => isWorkingDay(rules.calendar, '2029-01-01')).toThrow(NoCalendarYear)
    expect(() => isWorkingDay(rules.calendar, '2010-12-31')).toThrow(NoCalendarYear)
  })
})
