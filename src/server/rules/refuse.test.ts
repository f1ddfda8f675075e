import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { currentTopic, isOpenTopic } from '../../domain/topic.ts'
import { loadRules, SHIPPED_RULES } from './load.ts'
import { RulesError } from './rules-file.ts'

const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** Copies the shipped rules, changes one text in one file, and gives the refusal with the line the change stands on. */
function breaking(file: string, from: string | RegExp, to: string): { error: RulesError; line: number } {
  const dir = mkdtempSync(path.join(tmpdir(), 'zhagen-rules-'))
  folders.push(dir)
  cpSync(SHIPPED_RULES, dir, { recursive: true, filter: (from) => !from.includes('regions') })
  const before = readFileSync(path.join(dir, file), 'utf8')
  const after = before.replace(from, to)
  expect(after).not.toBe(before)
  writeFileSync(path.join(dir, file), after)
  const old = before.split('\n')
  const line = after.split('\n').findIndex((text, at) => text !== old[at]) + 1
  try {
    loadRules(dir)
  } catch (error) {
    if (error instanceof RulesError) return { error, line }
    throw error
  }
  throw new Error(`${file} was loaded although broken`)
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
    ['calendar/2026.yaml', 'to: 2026-06-21', 'to: 2026-06-31', 'a day that exists'],
  ])('%s: %s → %s', (file, from, to, says) => {
    const { error, line } = breaking(file, from, to)
    expect(error.message).toContain(says)
    expect(error.message).not.toContain('\n')
    expect(error.message).toMatch(/; \S/)
    expect(error.file).toBe(file)
    expect(error.line).toBe(line)
    expect(error.message).toContain(`rules/${file}:${error.line}: `)
  })

  it('points to the thing around what is missing', () => {
    const { error, line } = breaking('limits.yaml', /\n {2}tries: 3/, '')
    expect(error.message).toContain('callback.tries')
    expect(error.line).toBe(line - 1)
  })

  it('names a file and a year that are not there', () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'zhagen-rules-'))
    folders.push(dir)
    cpSync(SHIPPED_RULES, dir, { recursive: true, filter: (from) => !from.includes('regions') })
    rmSync(path.join(dir, 'calendar/2027.yaml'))
    expect(() => loadRules(dir)).toThrow(
      'rules/calendar/2028.yaml:2: year: 2027 is missing before it; add calendar/2027.yaml',
    )
    rmSync(path.join(dir, 'limits.yaml'))
    expect(() => loadRules(dir)).toThrow('rules/limits.yaml:1: cannot be read (ENOENT); put the file there')
    rmSync(path.join(dir, 'calendar'), { recursive: true })
    writeFileSync(path.join(dir, 'limits.yaml'), readFileSync(path.join(SHIPPED_RULES, 'limits.yaml')))
    expect(() => loadRules(dir)).toThrow('holds no year')
  })

  it('takes a leaf that is retired to a living one, in one step or two, and refuses a circle', () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'zhagen-rules-'))
    folders.push(dir)
    cpSync(SHIPPED_RULES, dir, { recursive: true, filter: (from) => !from.includes('regions') })
    const file = path.join(dir, 'taxonomy.yaml')
    const retire = (name: string, to: string) =>
      writeFileSync(file, readFileSync(file, 'utf8').replace(`en: ${name} }`, `en: ${name}, retiredTo: ${to} }`))
    retire('Canteen', 'K02')
    retire('Dormitory', 'K03')
    const { taxonomy } = loadRules(dir)
    expect(currentTopic(taxonomy, 'K01')?.code).toBe('K03')
    expect([isOpenTopic(taxonomy, 'K01'), isOpenTopic(taxonomy, 'K03')]).toEqual([false, true])
    retire('Commuting', 'K01')
    expect(() => loadRules(dir)).toThrow('K02 leads to no living leaf')
  })

  it('gives a changed text another version', () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'zhagen-rules-'))
    folders.push(dir)
    cpSync(SHIPPED_RULES, dir, { recursive: true, filter: (from) => !from.includes('regions') })
    const file = path.join(dir, 'texts.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('12351 是工会热线', '12351 是工会的热线'))
    expect(loadRules(dir).version).not.toBe(loadRules().version)
  })
})
