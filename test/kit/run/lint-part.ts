import path from 'node:path'
import { type Part, type PartResult, sawNothing } from './part.ts'
import { runProgram } from './program.ts'

const FILES_SEEN = /Checked (\d+) files?/
const PROBLEM =
  /^(\S+?)(?::(\d+):\d+)? ((?:lint|assist|suppressions|parse|format|organizeImports|deserialize)\S*)\s.*━/gm

/** Format and lint by Biome over the whole checkout: one check when clean, one failure per file and rule when not. */
export function lintPart(root: string): Part {
  return {
    name: 'lint',
    async run() {
      const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome')
      const args = [biome, 'ci', '--colors=off', '--error-on-warnings', '--max-diagnostics=200', '.']
      const { code, out, err } = await runProgram(process.execPath, args, { cwd: root })
      return readBiome(code, `${out}\n${err}`)
    },
  }
}

/** What Biome's text says, apart from running it, so that the reading itself is tested. */
export function readBiome(code: number, text: string): PartResult {
  const seen = Number(FILES_SEEN.exec(text)?.[1] ?? 0)
  if (seen === 0) return sawNothing('biome')
  if (code === 0) return { passed: 1, failures: [] }
  const failures = [...text.matchAll(PROBLEM)].map(([, file, line, rule]) => `${file}${line ? `:${line}` : ''} ${rule}`)
  return { passed: 0, failures: failures.length > 0 ? failures : [`biome ended with ${code}: ${lastLine(text)}`] }
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? 'no output'
}
