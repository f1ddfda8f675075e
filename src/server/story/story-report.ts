import type { StepResult } from './play.ts'
import type { StoryProblem } from './story-file.ts'

/** A step as one line, what differs below it. Figures, codes and times only: never what somebody said. */
export function stepLines(step: StepResult): string {
  const mark = step.later !== undefined ? '…' : step.ok ? '✓' : '✗'
  const head = `${mark} ${String(step.n).padStart(3)}  ${step.at.replace('T', ' ')}  ${[step.as, step.what].filter(Boolean).join(' · ')}`
  if (step.later !== undefined) return `${head}  (later: ${step.later})`
  const why = step.why === undefined ? [] : [`line ${step.line}: ${step.why}`]
  const differences = step.differences.map(
    ({ figure, expected, actual }) => `line ${step.line}: ${figure}: expected ${plain(expected)}, is ${plain(actual)}`,
  )
  return [head, ...[...why, ...differences].map((line) => `        ${line}`)].join('\n')
}

/** `FILE:LINE:COLUMN: PLACE: WHY`, as editors jump to it. */
export function problemLine({ file, line, column, at, why }: StoryProblem): string {
  return [`${file}:${line}:${column}`, at, why].filter((part) => part !== '').join(': ')
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
