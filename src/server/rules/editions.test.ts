import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { instantFrom } from '../../domain/calendar/local-time.ts'
import { addWorkingDays, editionOn } from '../../domain/calendar/office-calendar.ts'
import { rulesAt } from '../../domain/rules.ts'
import { change, copyOfRules, dropCopies, edition, refusalOf } from './broken.fixture.ts'
import { checkRules, loadRuleSet, loadRules } from './load.ts'

afterEach(dropCopies)

const tighter = (text: string) => text.replace('groupFrom: 10', 'groupFrom: 8')
const announced = (text: string) =>
  text.replace('edition: provisional', 'edition: official').replace('to: 2027-02-10', 'to: 2027-02-12')

describe('dated editions', () => {
  it('hold from the first instant of their day until the next begins', () => {
    const dir = copyOfRules()
    edition(dir, 'limits.yaml', '2027-01-01', tighter)
    edition(dir, 'calendar/2027.yaml', '2026-11-20', announced)
    const set = loadRuleSet({ whole: dir })
    const at = (text: string) => rulesAt(set, instantFrom(text))
    expect(set.editions.map(({ on }) => on)).toEqual(['2026-11-20', '2027-01-01'])
    expect(at('2026-11-19T23:59:59+08:00')).toBe(set.first)
    expect(at('2026-12-31T15:59:59Z').limits.groupFrom).toBe(10)
    expect(at('2026-12-31T16:00:00Z').limits.groupFrom).toBe(8)
    // What an edition does not change it carries on: the calendar of the one before still holds.
    expect(editionOn(at('2026-11-19T00:00:00+08:00').calendar, '2027-02-11')).toBe('provisional')
    expect(editionOn(at('2027-05-01T00:00:00+08:00').calendar, '2027-02-11')).toBe('official')
    expect(addWorkingDays(at('2027-05-01T00:00:00+08:00').calendar, '2027-02-04', 1)).toBe('2027-02-15')
    expect(new Set([set.first, ...set.editions.map(({ rules }) => rules)].map(({ version }) => version)).size).toBe(3)
    expect(loadRules({ whole: dir }, instantFrom('2030-01-01T00:00:00Z')).limits.groupFrom).toBe(8)
    expect(loadRules({ whole: dir }).version).toBe(loadRules().version)
  })

  it.each([
    ['2027-02-30', 'limits.yaml', 'editions/2027-02-30:1: is not named after a day'],
    ['2027-01-01-again', 'limits.yaml', 'editions/2027-01-01-again:1: is not named after a day'],
    ['2027-01-01', 'limit.yaml', 'editions/2027-01-01/limit.yaml:1: no edition replaces limit.yaml'],
    ['2027-01-01', 'session.yaml', 'editions/2027-01-01/session.yaml:1: no edition replaces session.yaml'],
  ])('refuses editions/%s/%s', (on, file, says) => {
    const dir = copyOfRules()
    mkdirSync(path.join(dir, 'editions', on), { recursive: true })
    writeFileSync(path.join(dir, 'editions', on, file), `validFrom: ${on}\n`)
    expect(refusalOf(dir).message).toContain(`rules/${says}`)
  })

  it('refuses a folder without a file', () => {
    const dir = copyOfRules()
    mkdirSync(path.join(dir, 'editions/2027-01-01'), { recursive: true })
    expect(refusalOf(dir).message).toContain('rules/editions/2027-01-01:1: holds no file')
  })

  it('refuses a file of another day, and one that does not say its day', () => {
    const dir = copyOfRules()
    edition(dir, 'limits.yaml', '2027-01-01', tighter, '2027-01-02')
    expect(refusalOf(dir).message).toMatch(
      /^rules\/editions\/2027-01-01\/limits\.yaml:1: validFrom: is 2027-01-02 in a/,
    )
    const silent = copyOfRules()
    edition(silent, 'limits.yaml', '2027-01-01')
    writeFileSync(path.join(silent, 'editions/2027-01-01/limits.yaml'), 'version: 2027-01\n')
    expect(refusalOf(silent).message).toContain('validFrom: is missing in a folder of 2027-01-01')
  })

  it.each([
    ['taxonomy.yaml', /\n {6}- \{ code: Z03.*/, '', ': groups: Z03 was there before'],
    ['deeds.yaml', 'code: other', 'code: another', ': deeds: other was there before'],
    ['reasons.yaml', 'code: force-majeure', 'code: storm', ': reasons.pause: force-majeure was there before'],
    ['letters.yaml', 'code: opinion', 'code: view', ': letters: opinion was there before'],
    ['consent.yaml', '我可以随时撤回', '我能随时撤回', ': consents.0.version: the text of handle changed'],
    ['calendar/2026.yaml', 'edition: official', 'edition: provisional', ': edition: 2026 was official before'],
    ['calendar/2026.yaml', '- 2026-05-09', '- 2026-05-08', 'is a working day already'],
  ])('refuses %s with %s → %s', (file, from, to, says) => {
    const dir = copyOfRules()
    edition(dir, file, '2027-01-01', (text) => text.replace(from, to))
    const { message } = refusalOf(dir)
    expect(message).toContain(says)
    expect(message).toMatch(new RegExp(`^rules/editions/2027-01-01/${file.replace('.', '\\.')}:\\d+: .*; \\S`))
  })

  it('takes a consent whose version rose with its text', () => {
    const dir = copyOfRules()
    edition(dir, 'consent.yaml', '2027-01-01', (text) =>
      text.replace('我可以随时撤回', '我能随时撤回').replace('version: 1', 'version: 2'),
    )
    expect(loadRuleSet({ whole: dir }).editions).toHaveLength(1)
  })
})

describe('a check', () => {
  it('names every fault of every file, first the forms, then what files say about one another', () => {
    const dir = copyOfRules()
    for (const file of ['limits.yaml', 'deeds.yaml', 'natures.yaml']) edition(dir, file, '2027-01-01')
    const limits = 'editions/2027-01-01/limits.yaml'
    const natures = 'editions/2027-01-01/natures.yaml'
    change(dir, 'editions/2027-01-01/deeds.yaml', 'code: other', 'code: pay-recovered')
    const lines = [
      `${limits}:${change(dir, limits, 'groupFrom: 10', 'groupFrom: 1')}`,
      `${natures}:${change(dir, natures, 'code: help', 'code: Help')}`,
      `${natures}:${change(dir, natures, 'code: praise', 'kode: praise')}`,
    ]
    const told = checkRules({ whole: dir }).map(({ file, line }) => `${file}:${line}`)
    expect(new Set(told)).toEqual(new Set(lines))
    edition(dir, 'limits.yaml', '2027-01-01', tighter)
    edition(dir, 'natures.yaml', '2027-01-01')
    expect(checkRules({ whole: dir }).map(({ problem }) => problem)).toEqual([
      'deeds: other was there before this edition, and records hold it; put it back',
      'deeds.20.code: pay-recovered stands twice; give each its own or take one out',
    ])
  })

  it('finds nothing in the shipped rules, and a calendar that ends before the time limits do', () => {
    const dir = copyOfRules()
    expect(checkRules({ whole: dir }, instantFrom('2028-09-29T00:00:00+08:00'))).toEqual([])
    const soon = instantFrom('2028-10-02T00:00:00+08:00')
    expect(checkRules({ whole: dir }, soon).map(({ file, line, problem }) => `${file}:${line}: ${problem}`)).toEqual([
      'calendar/2028.yaml:2: year: no year after it is known, but time limits reach 2029; add calendar/2029.yaml',
    ])
    expect(() => loadRuleSet({ whole: dir }, soon)).toThrow('rules/calendar/2028.yaml:2: year: no year after it')
  })
})
