import { targetOf } from './direction.ts'
import type { Finding, SourceFile } from './source-file.ts'

/** Modules that hold rules, or compute by them: what a fold read there would differ the day a rule changes. */
const RULES =
  /^src\/domain\/((rules|limit|times|times-of|moved-due|after-closing|topic|routing|routing-rules|small-office|letter|notice|reach)\.ts$|calendar\/(due|office-[\w-]+)\.ts$)|\/(decide|policy|facts)\.ts$/
const MACHINE = /^src\/domain\/\w[\w-]*\/evolve\.ts$/

export interface ReplayReport {
  readonly folds: number
  readonly findings: readonly Finding[]
}

/**
 * An event from older rules replays to the state it made then (product law 9), because no fold reaches a rule: whatever
 * an evolve.ts imports, directly or through others, lies in the domain and holds none. Types are gone at run time.
 */
export function checkReplay(files: readonly SourceFile[]): ReplayReport {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const folds = files.filter((file) => MACHINE.test(file.path))
  const findings = folds.flatMap((fold) => {
    const seen = new Map<string, string>([[fold.path, fold.path]])
    const found: Finding[] = []
    for (const [at, way] of seen) {
      const file = byPath.get(at)
      for (const { from, line } of file?.imports ?? []) {
        const target = targetOf(at, from)
        if (!file || isType(file, line) || (target && seen.has(target))) continue
        if (!target?.startsWith('src/domain/') || RULES.test(target))
          found.push({ path: at, line, what: `replay would read a rule: ${way} -> ${target ?? from}` })
        else seen.set(target, `${way} -> ${target}`)
      }
    }
    return found
  })
  return { folds: folds.length, findings }
}

function isType(file: SourceFile, line: number): boolean {
  return /^\s*(import|export) type\b/.test(file.text.split('\n')[line - 1] ?? '')
}
