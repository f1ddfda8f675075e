import path from 'node:path'
import { type Part, type PartResult, sawNothing } from './part.ts'
import { runProgram } from './program.ts'

/** Types by the native TypeScript compiler, which also lists the files it read: an empty include passes everything. */
export function typesPart(root: string): Part {
  return {
    name: 'types',
    async run() {
      const tsc = path.join(root, 'node_modules/typescript/bin/tsc')
      const { code, out } = await runProgram(process.execPath, [tsc, '--noEmit', '--pretty', 'false', '--listFiles'], {
        cwd: root,
      })
      return readCompiler(code, out, root)
    },
  }
}

/** What the compiler's text says, apart from running it, so that the reading itself is tested. */
export function readCompiler(code: number, text: string, root: string): PartResult {
  const lines = text.split('\n')
  const own = lines.filter((line) => line.startsWith(`${root}${path.sep}`) && !line.includes('node_modules'))
  if (own.length === 0) return sawNothing('tsc')
  const failures = lines.filter((line) => /error TS\d+/.test(line))
  if (code !== 0 && failures.length === 0) failures.push(`tsc ended with ${code}`)
  return { passed: failures.length === 0 ? 1 : 0, failures }
}
