import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { runProgram } from '../kit/run/program.ts'

const root = path.resolve(import.meta.dirname, '../..')
const house = mkdtempSync(path.join(tmpdir(), 'zhagen-lint-'))
afterAll(() => rmSync(house, { recursive: true, force: true }))

/** Runs the project's own biome.json over files made for it, and answers with the rules that were broken. */
async function broken(files: Record<string, string>): Promise<string[]> {
  const folder = mkdtempSync(path.join(house, 'case-'))
  const config = JSON.parse(readFileSync(path.join(root, 'biome.json'), 'utf8')) as { vcs: { enabled: boolean } }
  // The folder is no git checkout; everything else is the real configuration.
  config.vcs.enabled = false
  writeFileSync(path.join(folder, 'biome.json'), JSON.stringify(config, null, 2))
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), text)
  }
  const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome')
  const args = [biome, 'ci', '--colors=off', '--error-on-warnings', 'src', 'test']
  const { out, err } = await runProgram(process.execPath, args, { cwd: folder })
  const text = `${out}\n${err}`
  expect(text).toMatch(/Checked [1-9]\d* files?/)
  return [
    ...new Set([...text.matchAll(/^\S+ ((?:lint|assist)\/\S+|format|parse) .*━/gm)].map((match) => match[1] ?? '')),
  ].sort()
}

const nothing = { 'test/nothing.ts': 'export const nothing = 0\n' }

it.each<[rule: string, file: string, text: string]>([
  ['lint/suspicious/noExplicitAny', 'src/a.ts', 'export type A = any\n'],
  ['lint/suspicious/noTsIgnore', 'src/a.ts', '// @ts-ignore\nexport const a: string = 1\n'],
  ['lint/suspicious/noConsole', 'src/server/a.ts', "console.log('x')\n"],
  ['lint/suspicious/noSkippedTests', 'src/a.test.ts', "it.skip('x', () => {})\n"],
  ['lint/suspicious/noFocusedTests', 'src/a.test.ts', "it.only('x', () => {})\n"],
  [
    'lint/nursery/noFloatingPromises',
    'src/a.ts',
    'async function a() {\n  return 1\n}\nexport function b() {\n  a()\n}\n',
  ],
  ['lint/style/useImportType', 'src/a.ts', "import { B } from './b.ts'\nexport type C = B\n"],
  ['lint/style/useFilenamingConvention', 'src/notKebab.ts', 'export const a = 1\n'],
  ['lint/style/noEnum', 'src/a.ts', 'export enum A {\n  B = 0,\n}\n'],
  ['lint/correctness/noUnusedVariables', 'src/a.ts', 'const a = 1\nexport const b = 2\n'],
  [
    'assist/source/organizeImports',
    'src/a.ts',
    "import { b } from './b.ts'\nimport { a } from './a.ts'\nexport const c = a + b\n",
  ],
  ['format', 'src/a.ts', 'export const a = "double";\n'],
])('sees %s', async (rule, file, text) => {
  expect(await broken({ ...nothing, [file]: text })).toContain(rule)
})

it('finds nothing in clean code, and lets the command line speak', async () => {
  const files = { ...nothing, 'src/a.ts': 'export const a = 1\n', 'src/cli/say.ts': "console.log('x')\n" }
  expect(await broken(files)).toEqual([])
})
