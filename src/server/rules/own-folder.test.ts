import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { instantFrom } from '../../domain/calendar/local-time.ts'
import { rulesAt } from '../../domain/rules.ts'
import { readSignInRules } from '../account/sign-in-rules.ts'
import { readReceiptRules } from '../vault/receipt-rules.ts'
import { dropCopies } from './broken.fixture.ts'
import { loadRuleSet, loadRules, SHIPPED_RULES } from './load.ts'
import { findingsIn, ownRules, shippedBut } from './own-folder.fixture.ts'
import { throwFirst } from './rules-document.ts'
import { readTighter } from './tighter.ts'

afterEach(dropCopies)

const shipped = loadRules()

describe("a federation's own folder", () => {
  it('changes nothing while it is empty, down to the version', () => {
    const folders = ownRules({ 'README.md': 'why', '.gitignore': '', 'limits.yaml': '# none yet\n' })
    expect(findingsIn(folders)).toEqual([])
    expect(loadRules(ownRules()).version).toBe(shipped.version)
  })

  it('names of limits the keys that differ; every other keeps what ships, and the version tells them apart', () => {
    const rules = loadRules(ownRules({ 'limits.yaml': 'triage:\n  P2: { officeMinutes: 120 }\n' }))
    expect(rules.limits).toEqual({
      ...shipped.limits,
      triage: { ...shipped.limits.triage, P2: { officeMinutes: 120 } },
    })
    expect(rules.version).not.toBe(shipped.version)
    expect(rules.version).not.toBe(loadRules(ownRules({ 'limits.yaml': 'groupFrom: 8\n' })).version)
  })

  it('replaces a list whole, and adds a year to the calendar', () => {
    const rules = loadRules(
      ownRules({
        'deeds.yaml': shippedBut('deeds.yaml', /$/, '  - { code: ride, zh: 送返乡, en: Ride home }\n'),
        'calendar/2029.yaml': shippedBut('calendar/2028.yaml', /2028/, '2029').replaceAll('2028', '2029'),
      }),
    )
    expect(rules.deeds.map(({ code }) => code)).toEqual([...shipped.deeds.map(({ code }) => code), 'ride'])
    expect(rules.calendar.years).toEqual({ ...shipped.calendar.years, 2029: 'provisional' })
    expect(rules.limits).toEqual(shipped.limits)
  })

  it('holds for sign-in, receipts and common passwords too', () => {
    const folders = ownRules({
      'session.yaml': 'password: { minLength: 14, hash: { passes: 4 } }\n',
      'receipt.yaml': 'guess: { freePerNumber: 3 }\n',
      'passwords-common.txt': 'seven green umbrellas\n',
    })
    const [plain, mine] = [readSignInRules(SHIPPED_RULES), readSignInRules(folders)]
    expect(mine.password.minLength).toBe(14)
    expect(mine.password.hash).toEqual({ ...plain.password.hash, passes: 4 })
    expect(mine.session).toEqual(plain.session)
    expect([...mine.password.common].filter((word) => !plain.password.common.has(word))).toEqual([
      'seven green umbrellas',
    ])
    expect(readReceiptRules(folders).guess).toEqual({ ...readReceiptRules(SHIPPED_RULES).guess, freePerNumber: 3 })
    expect(() => readSignInRules(ownRules({ 'session.yaml': '\npassword:\n  minLength: 9\n' }))).toThrow(
      /zhagen-own-\w+\/session\.yaml:3: password\.minLength: /,
    )
    expect(() => readSignInRules(ownRules({ 'session.yaml': 'session: { idleMinutes: 90 }\n' }))).toThrow(
      'session.yaml:1: session.idleMinutes: 90 is looser than 60, which ships; give no more',
    )
  })

  it('has editions of its own: its latest lies over what ships', () => {
    const set = loadRuleSet(
      ownRules({
        'limits.yaml': 'groupFrom: 8\ncontactTries: 4\n',
        'editions/2027-03-01/limits.yaml': 'validFrom: 2027-03-01\ngroupFrom: 9\n',
      }),
    )
    const at = (text: string) => rulesAt(set, instantFrom(text)).limits
    expect(set.editions.map(({ on }) => on)).toEqual(['2027-03-01'])
    expect([at('2027-02-28T23:59:59+08:00'), at('2027-03-01T00:00:00+08:00')]).toEqual([
      { ...shipped.limits, groupFrom: 8, contactTries: 4 },
      { ...shipped.limits, groupFrom: 9 },
    ])
    const looser = { 'editions/2027-03-01/limits.yaml': 'validFrom: 2027-03-01\ngroupFrom: 11\n' }
    expect(findingsIn(ownRules(looser))).toEqual([
      'own/editions/2027-03-01/limits.yaml:2: groupFrom: 11 is looser than 10, which ships; give no more or take the change out',
    ])
  })
})

describe('every limit of a file that is named by keys', () => {
  const tighter = readTighter(SHIPPED_RULES, throwFirst)
  const withoutDirection = {
    'limits.yaml': ['reopen.times', 'watchDays', 'watchAt', 'archiveAfter.calendarDays'],
    'session.yaml': ['tries.forgetAfterHours', 'password.maxLength', 'password.hash.lanes'],
    'receipt.yaml': ['sameReceiptMinutes'],
    'sending.yaml': ['ring.codes'],
  }

  it.each(Object.entries(withoutDirection))('of %s has a direction, or is known to have none', (name, none) => {
    const ways = tighter?.keys[name] ?? {}
    const patterns = Object.keys(ways).map((pattern) => pattern.split('.'))
    const met = new Set<string>()
    const bare: string[] = []
    const walk = (value: unknown, at: readonly string[]) => {
      const fits = patterns.find((each) => each.length === at.length && each.every((k, n) => k === '*' || k === at[n]))
      if (fits) met.add(fits.join('.'))
      else if (typeof value === 'object' && value !== null && !Array.isArray(value))
        for (const [key, inner] of Object.entries(value)) walk(inner, [...at, key])
      else bare.push(at.join('.'))
    }
    walk(parse(readFileSync(path.join(SHIPPED_RULES.whole, name), 'utf8')), [])
    expect(bare).toEqual(none)
    expect([...met].sort()).toEqual(Object.keys(ways).sort())
  })
})
