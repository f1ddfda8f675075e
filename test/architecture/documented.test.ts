import { expect, it } from 'vitest'
import { checkDocumented } from './documented.ts'
import { expectNone } from './expect-none.ts'
import { sourceFile, sourceFiles } from './source-file.ts'

it('documents everything domain and protocol export', () => {
  const report = checkDocumented(sourceFiles('src/domain', 'src/protocol'))
  expect(report.exports).toBeGreaterThan(0)
  expectNone(report.findings)
})

it('sees red', () => {
  const bad = `// a line comment is no doc comment
export const a = 1
/** Far away. */

const gap = 2
export interface B { c: number }
export type D = 'x'
export function e(): number { return gap }
export default function () {}
`
  expect(checkDocumented([sourceFile('src/domain/a.ts', bad)]).findings.map((each) => each.what)).toEqual(
    ['a', 'B', 'D', 'e', 'default'].map((name) => `exports ${name} without a doc comment`),
  )
  const good = `/** One. */
export const a: number = 1
/** Two. */
export type B = 'x'
/** Of both overloads. */
export function c(x: string): string
export function c(x: number): number
export function c(x: unknown): unknown { return x }
export { d } from './d.ts'
`
  expect(checkDocumented([sourceFile('src/protocol/a.ts', good)])).toEqual({ exports: 3, findings: [] })
})
