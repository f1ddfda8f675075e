import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { change, copyOfRules, dropCopies } from '../server/rules/broken.fixture.ts'
import { ownRules } from '../server/rules/own-folder.fixture.ts'
import { runCli } from './frame.ts'
import { verbs } from './verbs.ts'

let out = ''
let err = ''
beforeEach(() => {
  out = ''
  err = ''
})
afterEach(() => {
  vi.unstubAllEnvs()
  dropCopies()
})

const zhagen = (...args: string[]) =>
  runCli(args, verbs, {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
  })

test('rules check finds nothing in what ships, and says which years are provisional', async () => {
  expect(await zhagen('rules', 'check', '--json')).toBe(0)
  const { ok, findings, editions, provisionalYears } = JSON.parse(out)
  expect([ok, findings, editions.length]).toEqual([true, [], 1])
  expect(provisionalYears).toContain(2028)
  expect(provisionalYears).not.toContain(2026)
})

test('rules check names every finding by file and line, also in files read by others, and a name nobody reads', async () => {
  const dir = copyOfRules()
  const limits = change(dir, 'limits.yaml', 'groupFrom: 10', 'groupFrom: 1')
  const session = change(dir, 'session.yaml', 'idleMinutes: 60', 'idleMinutes: 0')
  writeFileSync(path.join(dir, 'limit.yaml'), 'groupFrom: 8\n')
  expect(await zhagen('rules', 'check', dir)).toBe(1)
  const lines = out.trimEnd().split('\n')
  expect(lines).toHaveLength(3)
  expect(lines[0]).toContain(`${path.join(dir, 'limits.yaml')}:${limits}: groupFrom: `)
  expect(lines[1]).toContain(`${path.join(dir, 'session.yaml')}:${session}: session.idleMinutes: `)
  expect(lines[2]).toContain(`${path.join(dir, 'limit.yaml')}:1: is no file of the rules; `)
  out = ''
  expect(await zhagen('rules', 'check', dir, '--json')).toBe(1)
  const { ok, findings } = JSON.parse(out)
  expect(ok).toBe(false)
  expect(findings.map((each: { file: string; line: number }) => [each.file, each.line])).toEqual([
    ['limits.yaml', limits],
    ['session.yaml', session],
    ['limit.yaml', 1],
  ])
})

test('rules diff compares two folders, or what ships with one', async () => {
  const one = copyOfRules()
  const other = copyOfRules()
  expect(await zhagen('rules', 'diff', one, other)).toBe(0)
  expect(out).toBe('nothing differs\n')
  change(other, 'limits.yaml', 'groupFrom: 10', 'groupFrom: 8')
  out = ''
  expect(await zhagen('rules', 'diff', other)).toBe(0)
  expect(out).toBe('limit groupFrom: 10 → 8\n')
  out = ''
  expect(await zhagen('rules', 'diff', other, one, '--json')).toBe(0)
  const { versions, changes } = JSON.parse(out)
  expect(versions.before).not.toBe(versions.after)
  expect(changes).toEqual([
    {
      ...{ from: null, change: 'changed', part: 'limit', key: 'groupFrom', field: null, before: '8', after: '10' },
      line: 'limit groupFrom: 8 → 10',
    },
  ])
})

test('a folder that is none, or does not hold, is one line and exit code 1', async () => {
  const empty = mkdtempSync(path.join(tmpdir(), 'zhagen-empty-'))
  try {
    expect(await zhagen('rules', 'check', path.join(empty, 'none'))).toBe(1)
    expect(err).toMatch(/none is not a folder\n$/)
    expect(await zhagen('rules', 'diff', empty)).toBe(1)
    expect(err).toMatch(/zhagen: rules\/[\w/.-]+:1: .*; .*\n$/)
    expect(await zhagen('rules', 'check', empty)).toBe(1)
    expect(out).toContain('limits.yaml:1: cannot be read (ENOENT); put the file there')
  } finally {
    rmSync(empty, { recursive: true })
  }
})

test('rules check looks at the own folder over the shipped rules, and names its files', async () => {
  const { own } = ownRules({
    'limits.yaml': 'triage:\n  P2: { officeMinutes: 300 }\n',
    'session.yaml': 'tries:\n  free: 6\n',
  })
  vi.stubEnv('ZHAGEN_RULES', own)
  expect(await zhagen('rules', 'check')).toBe(1)
  expect(out.trimEnd().split('\n')).toEqual([
    expect.stringContaining(`${own}/limits.yaml:2: triage.P2: 300 office minutes is looser than 240 office minutes`),
    expect.stringContaining(`${own}/session.yaml:2: tries.free: 6 is looser than 5`),
  ])
  out = ''
  expect(await zhagen('rules', 'check', '--json')).toBe(1)
  expect(JSON.parse(out)).toMatchObject({ ok: false, own, findings: [{ own, file: 'limits.yaml', line: 2 }, {}] })
  out = ''
  vi.stubEnv('ZHAGEN_RULES', ownRules({ 'limits.yaml': 'groupFrom: 8\n' }).own)
  expect(await zhagen('rules', 'check')).toBe(0)
  expect(out).toMatch(/ with \S+zhagen-own-\w+ over it: nothing found\n/)
})

test('rules diff without a folder says what the own one changed', async () => {
  expect(await zhagen('rules', 'diff')).toBe(2)
  expect(err).toContain('name a folder, or set ZHAGEN_RULES')
  const files = { 'limits.yaml': 'groupFrom: 8\n', 'session.yaml': 'password: { minLength: 12 }\n' }
  vi.stubEnv('ZHAGEN_RULES', ownRules(files).own)
  expect(await zhagen('rules', 'diff')).toBe(0)
  expect(out).toBe('limit groupFrom: 10 → 8\nsign-in password.minLength: 10 → 12\n')
})

test('a folder of own rules that is none is one line that names the variable', async () => {
  vi.stubEnv('ZHAGEN_RULES', '/nowhere/rules')
  expect(await zhagen('rules', 'check')).toBe(1)
  expect(err).toBe(
    'zhagen: ZHAGEN_RULES: /nowhere/rules cannot be read as a folder (ENOENT); give the folder of your own rules, or take it out\n',
  )
})
