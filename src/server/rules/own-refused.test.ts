import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { readSignInRules } from '../account/sign-in-rules.ts'
import { dropCopies } from './broken.fixture.ts'
import { loadRules } from './load.ts'
import { findingsIn, ownRules, shippedBut } from './own-folder.fixture.ts'

afterEach(dropCopies)

const only = (files: Readonly<Record<string, string>>) => findingsIn(ownRules(files))

describe("in a federation's limits", () => {
  it.each([
    ['triage:\n  P2: { officeMinutes: 300 }\n', 2, 'triage.P2: 300 office minutes is looser than 240 office minutes'],
    ['classes:\n  P2:\n    answer: { calendarDays: 6 }\n', 3, 'classes.P2.answer: 6 calendar days is looser than 5'],
    ['classes:\n  P4:\n    interimEvery: null\n', 3, 'classes.P4.interimEvery: none is looser than 10 working days'],
    ['order:\n  ruling: { minutes: 1440 }\n', 2, 'order.ruling: 1440 minutes is looser than 1 working days'],
    ['order:\n  ruling: { officeMinutes: 451 }\n', 2, 'order.ruling: 451 office minutes is looser than 1 working'],
    ['petition:\n  notice: { workingDays: 1 }\n', 2, 'petition.notice: 1 working days is looser than 15 calendar days'],
    ['\ngroupFrom: 11\n', 2, 'groupFrom: 11 is looser than 10'],
    ['callback: { tries: 2 }\n', 1, 'callback.tries: 2 is looser than 3'],
    ['reopen:\n  within: { calendarDays: 29 }\n', 2, 'reopen.within: 29 calendar days is looser than 30'],
    ['urgency:\n  group: P2\n', 2, 'urgency.group: P2 is looser than P1'],
    ['table:\n  P2: { hard: consultation }\n', 2, 'table.P2.hard: consultation is looser than P3'],
    ["officeHours:\n  - { from: '09:00', to: '17:30' }\n", 1, 'officeHours: 09:00 17:30 is looser than 08:30 12:00'],
    [
      "officeHours:\n  - { from: '08:30', to: '12:00' }\n  - { from: '13:30', to: '17:00' }\n",
      1,
      'officeHours: 08:30 12:00, 13:30 17:00 is looser than 08:30 12:00, 13:30 17:30',
    ],
    ['watchDays: [7, 30, 90]\n', 1, 'watchDays: has no direction in tighter.yaml'],
    ['reopen:\n  times: 3\n', 2, 'reopen.times: has no direction in tighter.yaml'],
    ['triage: fast\n', 1, 'triage: holds keys of its own; name those that differ'],
    ['- groupFrom: 8\n', 1, 'holds keys of its own; name those that differ'],
    ['triage:\n  P9: { minutes: 5 }\n', 2, 'triage.P9: unknown key P9; correct its spelling'],
    ['groupForm: 8\n', 1, 'groupForm: unknown key groupForm; correct its spelling'],
    ['classes:\n  P2:\n    constructor: { minutes: 5 }\n', 3, 'classes.P2.constructor: unknown key constructor'],
    ['triage:\n  P2: { hours: 2 }\n', 2, 'triage.P2: must be exactly one of minutes'],
    ['groupFrom: 1\n', 1, 'groupFrom: '],
    ['groupFrom: 8\ngroupFrom: 7\n', 2, 'correct the YAML'],
    ['validFrom: 2027-01-01\ngroupFrom: 8\n', 1, 'validFrom: stands in a file that is always in force'],
  ])('%j is refused at line %i', (text, line, says) => {
    const [first, ...others] = only({ 'limits.yaml': text })
    expect(others).toEqual([])
    expect(first).toContain(says)
    expect(first).toMatch(new RegExp(`^own/limits\\.yaml:${line}: .*; \\S`))
    const folders = ownRules({ 'limits.yaml': text })
    expect(() => loadRules(folders)).toThrow(`${folders.own}/limits.yaml:${line}: `)
  })

  it.each([
    'triage: { P2: { minutes: 240 }, P1: { officeMinutes: 60 } }',
    'classes: { P2: { answer: { calendarDays: 5 } }, P1: { interimEvery: { workingDays: 1 } } }',
    'order: { ruling: { officeMinutes: 450 }, approval: { minutes: 1439 } }',
    'classes: { consultation: { firstContact: { workingDays: 1 } } }',
    'urgency: { default: P1 }\ntable: { P2: { complex: P3 } }',
    "officeHours: [{ from: '08:00', to: '18:00' }]",
    'reopen: { within: { calendarDays: 60 }, times: 2 }',
    'version: ours-1',
  ])('%j may stand', (text) => {
    expect(only({ 'limits.yaml': `${text}\n` })).toEqual([])
  })

  it('names everything that is wrong in one go', () => {
    expect(
      only({ 'limits.yaml': 'groupFrom: 11\ncontactTries: 1\nwatchAt: noon\n' }).map((each) => each.slice(0, 30)),
    ).toEqual(['own/limits.yaml:1: groupFrom: ', 'own/limits.yaml:2: contactTrie', 'own/limits.yaml:3: watchAt: ha'])
  })
})

describe("in a federation's lists", () => {
  it.each([
    ['deeds.yaml', 'code: other', 'code: another', 'deeds: other ships, and records'],
    ['notices.yaml', 'code: overdue', 'code: late', 'notices: overdue ships, and records'],
    ['consent.yaml', '我可以随时撤回', '我能随时撤回', 'the text of handle changed'],
    ['calendar/2026.yaml', 'edition: official', 'edition: provisional', '2026 was official before'],
    ['posts.yaml', '  - [head, custodian]\n', '', 'apart: '],
    ['posts.yaml', 'dutyMostDays: 31', 'dutyMostDays: 32', 'dutyMostDays: 32 is looser than 31'],
    ['small-office.yaml', 'upToPersons: 2', 'upToPersons: 5', 'upToPersons: 5 is looser than 2'],
    [
      'small-office.yaml',
      '  - [approve, callback]\nmay:\n  - [raise, handle]\n',
      '  - [approve, callback]\n  - [raise, handle]\nmay:\n',
      'free: ',
    ],
    [
      'small-office.yaml',
      /\nnever:\n[\s\S]*\[raise, custodian\]\n/,
      '\n  - [raise, custodian]\nnever:\n  - [handle, callback]\n  - [handle, rule]\n  - [handle, approve]\n  - [handle, custodian]\n',
      'never: ',
    ],
    ['reasons.yaml', 'most: { workingDays: 10 }', 'most: { workingDays: 11 }', 'most: 11 working days is looser'],
    ['reasons.yaml', ', most: { workingDays: 10 }', '', 'most: none is looser than 10 working days'],
    ['reasons.yaml', '  pause:\n', '  pause:\n    - { code: busy, zh: 忙, en: Busy }\n', 'reasons.pause: '],
    ['notices.yaml', '欠薪, ', '', 'neverToWorkers: '],
    ['routing.yaml', '  - { flag: need-to-know, section: lead }\n', '', 'alone: '],
    ['channels.yaml', 'by: staff', 'by: worker', 'by: worker is looser than staff'],
    ['triage-outcomes.yaml', 'needsText: true', 'needsText: false', 'needsText: no is looser than yes'],
    ['taxonomy.yaml', 'urgency: P0', 'urgency: P2', 'P2 is looser than P0, which ships'],
    [
      'taxonomy.yaml',
      'en: Unpaid wages }',
      'en: Unpaid wages, mode: named }',
      'A01: named is looser than confidential',
    ],
    ['taxonomy.yaml', 'en: Unpaid wages }', 'en: Unpaid wages, flags: [] }', 'A01: none is looser than group-claim'],
    [
      'taxonomy.yaml',
      'en: Unpaid wages }',
      'en: Unpaid wages, mayGoToEnterpriseUnion: true }',
      'mayGoToEnterpriseUnion: A01: yes is looser than no',
    ],
    ['taxonomy.yaml', 'flags: [group-claim]', 'flags: [group-claims]', 'flags'],
  ])('%s: %s → %s is refused', (file, from, to, says) => {
    const [first] = only({ [file]: shippedBut(file, from, to) })
    expect(first).toContain(says)
    expect(first).toMatch(new RegExp(`^own/${file.replace('.', '\\.')}:\\d+: .*; \\S`))
  })

  it('a topic may be more urgent, and one more pair of roles be kept apart', () => {
    expect(
      only({
        'taxonomy.yaml': shippedBut('taxonomy.yaml', 'en: Unpaid wages }', 'en: Unpaid wages, urgency: P1 }'),
        'posts.yaml': shippedBut('posts.yaml', 'apart:\n', 'apart:\n  - [auditor, head]\n'),
      }),
    ).toEqual([])
  })

  it('a retired topic is compared with what it leads to', () => {
    const retired = shippedBut('taxonomy.yaml', 'en: Unpaid wages }', 'en: Unpaid wages, retiredTo: K01 }')
    expect(only({ 'taxonomy.yaml': retired }).join('\n')).toContain(
      ': A01: none is looser than group-claim, which ships',
    )
  })
})

describe("in a federation's folder", () => {
  it.each([
    ['limit.yaml', 'is no file of the rules that a federation changes'],
    ['tighter.yaml', 'is no file of the rules that a federation changes'],
    ['demo-accounts.yaml', 'is no file of the rules that a federation changes'],
    ['calendar/2029.yml', 'is no year of a calendar'],
    ['calendar', 'is a file; make it a folder'],
    ['editions/2027-01-01/session.yaml', 'no edition replaces session.yaml'],
    ['editions/2027-02-30/limits.yaml', 'is not named after a day'],
  ])('%s is refused', (file, says) => {
    const [first] = only({ [file]: 'validFrom: 2027-01-01\n' })
    expect(first).toContain(says)
    expect(first).toMatch(/^own\/\S+:1: .*; \S/)
  })

  it('what cannot be read is refused by its name', () => {
    const folders = ownRules()
    mkdirSync(path.join(folders.own, 'limits.yaml'))
    expect(() => loadRules(folders)).toThrow(`${folders.own}/limits.yaml:1: cannot be read (EISDIR); put a file there`)
    mkdirSync(path.join(folders.own, 'passwords-common.txt'))
    expect(() => readSignInRules(folders)).toThrow(
      `${folders.own}/passwords-common.txt:1: cannot be read (EISDIR); put`,
    )
  })
})
