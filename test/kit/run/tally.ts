import type { Part, PartResult } from './part.ts'

export interface Tally {
  readonly passed: number
  readonly failed: number
}

const MAX_FAILURES_LISTED = 100

/**
 * Runs the parts in order, whatever fails, and writes the count as the last line. Progress goes to `say` (stderr),
 * the failures and the count to `print` (stdout).
 */
export async function runParts(
  parts: readonly Part[],
  print: (line: string) => void,
  say: (line: string) => void,
): Promise<Tally> {
  const failures: string[] = []
  let passed = 0
  for (const part of parts) {
    const start = performance.now()
    say(`— ${part.name}`)
    const result = await attempt(part)
    passed += result.passed
    failures.push(...result.failures.map((line) => `${part.name}: ${line}`))
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    say(`  ${part.name}: ${result.passed} passed, ${result.failures.length} failed in ${seconds} s`)
  }
  if (passed + failures.length === 0) failures.push('nothing ran')
  for (const line of failures.slice(0, MAX_FAILURES_LISTED)) print(`✗ ${line}`)
  if (failures.length > MAX_FAILURES_LISTED) print(`✗ … and ${failures.length - MAX_FAILURES_LISTED} more`)
  print(`${passed} passed, ${failures.length} failed`)
  return { passed, failed: failures.length }
}

async function attempt(part: Part): Promise<PartResult> {
  try {
    return await part.run()
  } catch (error) {
    return { passed: 0, failures: [error instanceof Error ? error.message : String(error)] }
  }
}
