import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { currentTopic, isOpenTopic } from '../../domain/topic.ts'
import { change, copyOfRules, dropCopies, refusalOf } from './broken.fixture.ts'
import { loadRules, SHIPPED_RULES } from './load.ts'
import type { RulesError } from './rules-document.ts'

afterEach(dropCopies)

/** Copies the shipped rules, changes one text in one file, and gives the refusal with the line the change stands on. */
function breaking(file: string, from: string | RegExp, to: string): { error: RulesError; line: number } {
  const dir = copyOfRules()
  const line = change(dir, file, from, to)
  return { error: refusalOf(dir), line }
}

describe('a broken rules file is refused with its line', () => {
  it.each([
    ['taxonomy.yaml', 'code: B03', 'code: B02', 'B02 stands twice'],
    ['taxonomy.yaml', 'code: B03', 'code: B04', 'leaves a hole, expected B03'],
    ['taxonomy.yaml', 'code: C07', 'code: c07', 'a letter and two digits'],
    ['taxonomy.yaml', '- code: Q', '- code: A', 'letter A is repeated or out of order'],
    ['taxonomy.yaml', 'section: women', 'section: woman', 'unknown section woman'],
    ['taxonomy.yaml', 'joint: [education]', 'joint: [educaton]', 'unknown department educaton'],
    ['taxonomy.yaml', 'legalClocks: [legal-aid]', 'legalClocks: [legal-help]', 'unknown legal clock legal-help'],
    ['taxonomy.yaml', 'en: Canteen }', 'en: Canteen, retiredTo: K09 }', 'leads to no living leaf'],
    ['taxonomy.yaml', 'en: Canteen }', 'en: Canteen, retiredTo: K01 }', 'leads to no living leaf'],
    ['taxonomy.yaml', 'en: Canteen }', 'en: Canteen, priority: P1 }', 'unknown key priority'],
    ['taxonomy.yaml', 'urgency: P0', 'urgency: P7', 'urgency'],
    ['natures.yaml', 'code: help', 'code: Help', 'small letters'],
    ['natures.yaml', 'code: praise', 'code: help', 'help stands twice'],
    ['channels.yaml', 'by: system', 'by: robot', 'by'],
    ['triage-outcomes.yaml', 'reasons: redirect', 'reasons: moved', 'reasons'],
    ['reasons.yaml', 'most: { workingDays: 10 }', 'most: { workingDays: 10, minutes: 5 }', 'exactly one of'],
    ['reasons.yaml', 'code: force-majeure', 'code: appraisal', 'appraisal stands twice'],
    ['unit-levels.yaml', 'rank: 5', 'rank: 6', 'rank 6 where 5 is due'],
    ['sections.yaml', 'code: office', 'code: hotline', 'hotline stands twice'],
    ['emergency.yaml', "'122'", '122', 'number'],
    ['emergency.yaml', "'122'", "'120'", '120 stands twice'],
    ['check-words.yaml', '- 苹果', '- 石榴', '石榴 stands twice'],
    ['check-words.yaml', '- 苹果', '- 大苹果', 'two Chinese characters'],
    ['consent.yaml', 'version: 1', 'version: 0', 'version'],
    ['texts.yaml', 'code: code-lost', 'code: danger', 'danger stands twice'],
    ['raise.yaml', 'draftHours: 72', 'draftHours: 700', 'keep a draft too long'],
    ['raise.yaml', 'A01: [', 'A77: [', 'A77 is no topic'],
    ['limits.yaml', 'hard: P3', 'hard: P9', 'table.P2.hard'],
    ['limits.yaml', 'answer: { minutes: 120 }', 'answer: { hours: 2 }', 'exactly one of'],
    ['limits.yaml', 'warnAtShare: 0.8', 'warnAtShare: 80', 'warnAtShare'],
    ['limits.yaml', "to: '12:00'", "to: '08:00'", 'not later than from'],
    ['limits.yaml', "from: '13:30'", "from: '11:30'", 'begins before'],
    ['limits.yaml', 'groupFrom: 10', 'groupFrom: 10: 11', 'correct the YAML'],
    ['limits.yaml', 'groupFrom: 10', 'groupFrom: 10\ngroupFrom: 11', 'correct the YAML'],
    ['calendar/2026.yaml', 'year: 2026', 'year: 2025', 'make the year and the file name agree'],
    ['calendar/2026.yaml', '- 2026-05-09', '- 2026-05-08', 'is a working day already'],
    ['calendar/2026.yaml', '- 2026-05-09', '- 2026-05-02', 'is a holiday as well'],
    ['calendar/2026.yaml', '- 2026-05-09', '- 2025-05-10', 'lies outside 2026'],
    ['calendar/2026.yaml', '- 2026-10-10', '- 2026-09-20', 'stands twice'],
    ['calendar/2026.yaml', 'to: 2026-06-21', 'to: 2026-06-18', 'lies before from'],
    ['calendar/2026.yaml', 'from: 2026-10-01', 'from: 2026-09-27', 'begins before 中秋节 has ended'],
    ['calendar/2026.yaml', 'edition: official', 'edition: guessed', 'edition'],
    ['calendar/2026.yaml', 'year: 2026', 'validFrom: 2026-01-01\nyear: 2026', 'always in force'],
    ['routing.yaml', 'joint: [handler, head]', 'joint: [handler, handler]', 'handler stands twice'],
    ['routing.yaml', 'ruling: [triage, head]', 'ruling: [auditor]', 'staffed.ruling.0'],
    ['routing.yaml', 'approval: [head]', 'approval: []', 'must not be empty'],
    ['routing.yaml', 'groupLevel: county', 'groupLevel: contry', 'groupLevel'],
    ['routing.yaml', 'section: discipline }', 'section: disciplin }', 'unknown section disciplin'],
    ['routing.yaml', 'flag: need-to-know', 'flag: discipline-only', 'discipline-only stands twice'],
    ['routing.yaml', 'flag: need-to-know', 'flag: need-to-now', 'alone.1.flag'],
    ['taxonomy.yaml', 'level: county, section: discipline', 'level: county, section: office', 'office leads it'],
    ['taxonomy.yaml', 'level: county, section: discipline', 'level: county, section: null', 'no section leads it'],
    ['figures.yaml', 'fewest: 5', 'fewest: 4', '4 shows too few'],
    ['figures.yaml', 'comparable: 30', 'comparable: 29', '29 compares by too few'],
    ['figures.yaml', '- code: met-apart', '- code: met', 'met stands twice'],
    ['figures.yaml', 'counts: [contacted-in-time]', 'counts: [heard]', 'heard is no part of what it is a share of'],
    ['figures.yaml', '- code: met-apart', '- code: seen', 'measures.2.code'],
    ['small-office.yaml', '- [rule, callback]', '- [raise, handle]', 'raise and handle stand twice'],
    ['small-office.yaml', '- [raise, triage]', '- [raise, raise]', 'raise stands with itself'],
    ['small-office.yaml', '- [raise, triage]', '- [callback, handle]', 'who handles is never who does callback'],
    ['small-office.yaml', '- [raise, triage]', '- [raise, trial]', 'free.0.1'],
    ['small-office.yaml', 'approve, callback, custodian]', 'approve, callback]', 'custodian is missing'],
    ['letters.yaml', 'code: opinion', 'code: reminder', 'reminder stands twice'],
    ['letters.yaml', 'from: county', 'from: contry', 'letters.3.from'],
    ['letters.yaml', 'to: employer', 'to: boss', 'letters.0.to'],
    ['letters.yaml', 'reply: { workingDays: 15 }', 'reply: { days: 15 }', 'must be order-due, null, or one span'],
    ['letters.yaml', 'reply: order-due', 'reply: null', 'replyBy is a field'],
    ['letters.yaml', 'reply: null', 'reply: order-due', 'add the field replyBy'],
    [
      'letters.yaml',
      'en: Date }',
      'en: Date }\n      - { code: day, zh: 日, en: Day }',
      'day is missing in the zh text',
    ],
    ['letters.yaml', 'en: Matter }', 'en: Matter, person: true }', 'never says who the worker is'],
    ['letters.yaml', 'law: [工会法第二十三条]', 'law: []', 'must not be empty'],
    ['notices.yaml', 'code: answered', 'code: received', 'received stands twice'],
    ['notices.yaml', '有了回音，请您看看', '您的诉求有了回音', 'says 诉求 on a lock screen'],
    ['notices.yaml', '您有一条服务进展：有了回音', '有了回音', 'does not begin with neutral-notice'],
    [
      'notices.yaml',
      'to: worker, when: now, params: []',
      'to: worker, when: now, params: [number]',
      'number is missing',
    ],
    ['notices.yaml', 'to: worker, when: now', 'to: worker, when: digest', 'is told as it happens'],
    ['notices.yaml', "zh: '今天到期 {count} 件'", "zh: '今天到期 {number} 件'", '{number} is no parameter'],
    ['notices.yaml', "digestAt: '08:30'", "digestAt: '07:30'", 'lies in the quiet hours'],
    ['notices.yaml', "to: '08:00'", "to: '20:00'", 'give the quiet hours a length'],
    ['notices.yaml', 'except: [p0]', 'except: [p9]', 'unknown notice p9'],
    ['calendar/2026.yaml', 'to: 2026-06-21', 'to: 2026-06-31', 'a day that exists'],
  ])('%s: %s → %s', (file, from, to, says) => {
    const { error, line } = breaking(file, from, to)
    expect(error.message).toContain(says)
    expect(error.message).not.toContain('\n')
    expect(error.message).toMatch(/; \S/)
    expect(error.finding.file).toBe(file)
    expect(error.finding.line).toBe(line)
    expect(error.message).toContain(`rules/${file}:${error.finding.line}: `)
  })

  it('refuses a pair of duties that stands nowhere, and a slot in a letter that is no field', () => {
    const { error } = breaking('small-office.yaml', /\n {2}- \[rule, callback\]/, '')
    expect(error.message).toMatch(
      /small-office\.yaml:\d+: never: callback and rule|rule and callback stand nowhere; put/,
    )
    const letter = breaking('letters.yaml', '{matter}。', '{mater}。')
    expect(letter.error.message).toContain('{mater} is no field')
    // The text is one block: its own first line is named.
    expect(letter.line - letter.error.finding.line).toBeLessThan(6)
  })

  it('points to the thing around what is missing', () => {
    const { error, line } = breaking('limits.yaml', /\n {2}tries: 3/, '')
    expect(error.message).toContain('callback.tries')
    expect(error.finding.line).toBe(line - 1)
  })

  it('names a file and a year that are not there', () => {
    const dir = copyOfRules()
    rmSync(path.join(dir, 'calendar/2027.yaml'))
    expect(() => loadRules({ whole: dir })).toThrow(
      'rules/calendar/2028.yaml:2: year: 2027 is missing before it; add calendar/2027.yaml',
    )
    rmSync(path.join(dir, 'limits.yaml'))
    expect(() => loadRules({ whole: dir })).toThrow('rules/limits.yaml:1: cannot be read (ENOENT); put the file there')
    rmSync(path.join(dir, 'calendar'), { recursive: true })
    writeFileSync(path.join(dir, 'limits.yaml'), readFileSync(path.join(SHIPPED_RULES.whole, 'limits.yaml')))
    expect(() => loadRules({ whole: dir })).toThrow('holds no year')
  })

  it('takes a leaf that is retired to a living one, in one step or two, and refuses a circle', () => {
    const dir = copyOfRules()
    const file = path.join(dir, 'taxonomy.yaml')
    const retire = (name: string, to: string) =>
      writeFileSync(file, readFileSync(file, 'utf8').replace(`en: ${name} }`, `en: ${name}, retiredTo: ${to} }`))
    retire('Canteen', 'K02')
    retire('Dormitory', 'K03')
    const { taxonomy } = loadRules({ whole: dir })
    expect(currentTopic(taxonomy, 'K01')?.code).toBe('K03')
    expect([isOpenTopic(taxonomy, 'K01'), isOpenTopic(taxonomy, 'K03')]).toEqual([false, true])
    retire('Commuting', 'K01')
    expect(() => loadRules({ whole: dir })).toThrow('K02 leads to no living leaf')
  })

  it('gives a changed text another version', () => {
    const dir = copyOfRules()
    const file = path.join(dir, 'texts.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('12351 是工会热线', '12351 是工会的热线'))
    expect(loadRules({ whole: dir }).version).not.toBe(loadRules().version)
  })
})
