import path from 'node:path'
import { expect, it } from 'vitest'
import { readBiome } from './lint-part.ts'
import { runProgram } from './program.ts'
import { runParts } from './tally.ts'
import { readCompiler } from './types-part.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const TIMEOUT = 90_000

/** A child's vitest must not take over what this vitest put into the environment for its own workers. */
const env = { VITEST: undefined, VITEST_WORKER_ID: undefined, VITEST_POOL_ID: undefined, NODE_ENV: undefined }

async function count(...projects: string[]) {
  const main = path.join(import.meta.dirname, 'fixture/main.ts')
  const { code, out } = await runProgram(process.execPath, [main, ...projects], { cwd: root, env })
  return { code, lines: out.trimEnd().split('\n') }
}

it(
  'counts a failing, a skipped and an unloadable test as failed, and names them before the last line',
  async () => {
    const { code, lines } = await count('mixed', 'green')
    expect(lines.at(-1)).toBe('3 passed, 3 failed')
    expect(code).toBe(1)
    expect(lines.slice(0, -1).map((line) => line.split(':').slice(0, 2).join(':'))).toEqual([
      '✗ mixed: mixed.case.ts › breaks',
      '✗ mixed: mixed.case.ts › is not looked at',
      '✗ mixed: unloadable.case.ts',
    ])
  },
  TIMEOUT,
)

it(
  'ends with 0 when everything passed',
  async () => {
    expect(await count('green')).toEqual({ code: 0, lines: ['1 passed, 0 failed'] })
  },
  TIMEOUT,
)

it(
  'fails when no test ran, and when an error was thrown outside the tests',
  async () => {
    const { code, lines } = await count('nothing', 'stray')
    expect(lines.at(-1)).toBe('1 passed, 2 failed')
    expect(lines).toContain('✗ nothing: no test ran')
    expect(lines[1]).toContain('Error: nobody waited for this')
    expect(code).toBe(1)
  },
  TIMEOUT,
)

it('goes on after a part that throws, and fails when there is no part', async () => {
  const lines: string[] = []
  const broken = { name: 'broken', run: () => Promise.reject(new Error('fell over')) }
  const whole = { name: 'whole', run: () => Promise.resolve({ passed: 2, failures: [] }) }
  const print = (line: string) => lines.push(line)
  expect(await runParts([broken, whole], print, () => undefined)).toEqual({ passed: 2, failed: 1 })
  expect(await runParts([], print, () => undefined)).toEqual({ passed: 0, failed: 1 })
  expect(lines).toEqual(['✗ broken: fell over', '2 passed, 1 failed', '✗ nothing ran', '0 passed, 1 failed'])
})

it('lists the first failures of every part, and counts them all', async () => {
  const lines: string[] = []
  const many = {
    name: 'many',
    run: () => Promise.resolve({ passed: 0, failures: Array(40).fill('format') as string[] }),
  }
  const one = { name: 'one', run: () => Promise.resolve({ passed: 0, failures: ['broken'] }) }
  const print = (line: string) => lines.push(line)
  await runParts([many, one], print, () => undefined)
  expect(lines.slice(-3)).toEqual(['✗ many: … and 10 more', '✗ one: broken', '0 passed, 41 failed'])
})

it('takes a linter or a compiler that saw no file for a failure', () => {
  expect(readBiome(0, 'Checked 0 files in 3ms.').failures).toHaveLength(1)
  expect(readBiome(0, 'Checked 7 files in 3ms.')).toEqual({ passed: 1, failures: [] })
  expect(readBiome(1, 'src/a.ts:3:1 lint/suspicious/noExplicitAny ━━━\nChecked 7 files in 3ms.').failures).toEqual([
    'src/a.ts:3 lint/suspicious/noExplicitAny',
  ])
  expect(readCompiler(0, '/elsewhere/node_modules/lib.d.ts', '/house').failures).toHaveLength(1)
  expect(readCompiler(0, '/house/src/a.ts', '/house')).toEqual({ passed: 1, failures: [] })
  expect(readCompiler(2, '/house/src/a.ts\nsrc/a.ts(1,2): error TS2304: no name', '/house').failures).toEqual([
    'src/a.ts(1,2): error TS2304: no name',
  ])
})
