import type { Finding, SourceFile } from './source-file.ts'

export interface DocReport {
  readonly exports: number
  readonly findings: readonly Finding[]
}

/** Everything exported from domain and protocol says what it is: shape, units, errors, source. */
export function checkDocumented(files: readonly SourceFile[]): DocReport {
  const shared = files.filter((each) => /^src\/(domain|protocol)\//.test(each.path) && !/\.test\.tsx?$/.test(each.path))
  const exports = shared.flatMap((file) => file.exports.map((each) => ({ file, each })))
  const findings = exports
    .filter(({ each }) => !each.documented)
    .map(({ file, each }) => ({ path: file.path, line: each.line, what: `exports ${each.name} without a doc comment` }))
  return { exports: exports.length, findings }
}
