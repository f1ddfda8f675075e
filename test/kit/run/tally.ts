import type { Part, PartResult } from './part.ts'

export interface Tally {
  readonly passed: number
  readonly failed: number
}

/** Of one part: a hundred lines of formatting must not hide the one test that broke. */
const MAX_FAILURES_LISTED = 30

/**
 * Runs the parts in order, whatever fails, and writes the count as the last line. Progress goes to `say` (stderr),
 * the failures and the count to `print` (stdout).
 */
export async function runParts(
  parts: readonly Part[],
  print: (line: string) => void,
  say: (line: string) => void,
): Promise<Tally> {
  const listed: string[] = []
  let passed = 0
  let failed = 0
  for (const part of parts) {
    const start = performance.now()
    say(`— ${part.name}`)
    const result = await attempt(part)
    passed += result.passed
    failed += result.failures.length
    listed.push(...result.failures.slice(0, MAX_FAILURES_LISTED).map((line) => `✗ ${part.name}: ${line}`))
    const more = result.failures.length - MAX_FAILURES_LISTED
    if (more > 0) listed.push(`✗ ${part.name}: … and ${more} more`)
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    say(`  ${part.name}: ${result.passed} passed, ${result.failures.length} failed in ${seconds} s`)
    for (const line of result.slowest ?? []) say(`    ${line}`)
  }
  if (passed + failed === 0) {
    failed = 1
    listed.push('✗ nothing ran')
  }
  for (const line of listed) print(line)
  print(`${passed} passed, ${failed} failed`)
  return { passed, failed }
}

async function attempt(part: Part): Promise<PartResult> {
  try {
    return await part.run()
  } catch (error) {
    return { passed: 0, failures: [error instanceof Error ? error.message : String(error)] }
  }
}
