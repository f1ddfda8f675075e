import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Part, PartResult } from './part.ts'
import { runProgram } from './program.ts'

interface Assertion {
  fullName: string
  status: string
  failureMessages?: string[] | null
}

/** The fields read from vitest's JSON report. */
export interface VitestReport {
  testResults: {
    name: string
    status: string
    message?: string
    /** Milliseconds since 1970. */
    startTime?: number
    endTime?: number
    assertionResults: Assertion[]
  }[]
}

export interface VitestOptions {
  readonly root: string
  readonly project: string
  readonly filters?: readonly string[]
  readonly config?: string
  /** Runs first; a line it answers with is a failure of the part, and the tests are tried all the same. */
  readonly before?: () => Promise<string | undefined>
}

/** One project of vitest.config.ts. The count is read from the JSON report, not from what is printed for people. */
export function vitestPart(options: VitestOptions): Part {
  return {
    name: options.project,
    async run() {
      const lacking = await options.before?.()
      const folder = mkdtempSync(path.join(tmpdir(), 'zhagen-report-'))
      try {
        const file = path.join(folder, 'report.json')
        const vitest = path.join(process.cwd(), 'node_modules/vitest/vitest.mjs')
        const args = [
          vitest,
          'run',
          '--project',
          options.project,
          '--reporter=dot',
          '--reporter=json',
          `--outputFile.json=${file}`,
        ]
        if (options.config) args.push('--config', options.config)
        const { code, out, err } = await runProgram(process.execPath, [...args, ...(options.filters ?? [])], {
          cwd: options.root,
          show: true,
        })
        const report = readJson(file)
        const slowest = slowestFiles(report, options.root)
        const result = { ...readReport(code, report, options.root, `${out}\n${err}`), slowest }
        return lacking ? { ...result, failures: [lacking, ...result.failures] } : result
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  }
}

/** Of one part. */
const SLOWEST_LISTED = 8

/** The files that took longest, with the share of time a reader can do something about. */
export function slowestFiles(report: VitestReport | undefined, root: string): string[] {
  return (report?.testResults ?? [])
    .map((file) => ({ file: path.relative(root, file.name), took: (file.endTime ?? 0) - (file.startTime ?? 0) }))
    .sort((a, b) => b.took - a.took)
    .slice(0, SLOWEST_LISTED)
    .map(({ file, took }) => `${(took / 1000).toFixed(1).padStart(6)} s  ${file}`)
}

/**
 * What a report says. A file that could not be loaded, a skipped test, an error outside every test and a run without
 * tests are failures: each of them is a way to look green without having looked.
 */
export function readReport(code: number, report: VitestReport | undefined, root: string, said = ''): PartResult {
  const failures: string[] = []
  let passed = 0
  for (const file of report?.testResults ?? []) {
    const where = path.relative(root, file.name)
    for (const test of file.assertionResults) {
      if (test.status === 'passed') passed += 1
      else failures.push(`${where} › ${test.fullName}: ${test.failureMessages?.[0]?.split('\n')[0] ?? test.status}`)
    }
    if (file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')) {
      failures.push(`${where}: ${file.message?.split('\n')[0] || 'could not be run'}`)
    }
  }
  if (passed + failures.length === 0) failures.push(`no test ran${reason(said)}`)
  if (code !== 0 && failures.length === 0)
    failures.push(`vitest ended with ${code} though every test passed${reason(said)}`)
  return { passed, failures }
}

/** What broke before or beside the tests, as far as vitest's text tells: the first line that begins like an error. */
function reason(said: string): string {
  const line = /^(?:\w*Error|error): .+$/m.exec(said.replace(/\u001b\[[0-9;]*m/g, ''))?.[0]
  return line ? `: ${line}` : ''
}

function readJson(file: string): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as VitestReport
  } catch {
    return undefined
  }
}
