import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { lintPart } from './lint-part.ts'
import type { Part } from './part.ts'
import { runProgram } from './program.ts'
import { runParts } from './tally.ts'
import { typesPart } from './types-part.ts'
import { vitestPart } from './vitest-part.ts'

const USAGE = `npm test                              everything; the last line is "N passed, N failed"
npm test -- --only lint               format, lint, types, architecture
npm test -- --only unit|pg|e2e TEXT   one kind of tests, only files whose path contains TEXT`

const root = path.resolve(import.meta.dirname, '../../..')

/** A refused browser is one clear failure here; the tests that need it say the same for themselves. */
async function installChromium(): Promise<string | undefined> {
  const { code, err } = await runProgram('sh', ['ops/ci/install-chromium.sh'], { cwd: root })
  return code === 0 ? undefined : err.trim().split('\n').at(-1)
}

function partsFor(only: string | undefined, filters: readonly string[]): Part[] | undefined {
  const project = (name: string) => vitestPart({ root, project: name, filters })
  const house = [lintPart(root), typesPart(root), project('architecture')]
  const browser = vitestPart({ root, project: 'e2e', filters, before: installChromium })
  switch (only) {
    case undefined:
      return filters.length > 0 ? undefined : [...house, project('unit'), project('pg'), browser]
    case 'lint':
      return house
    case 'unit':
    case 'pg':
    case 'architecture':
      return [project(only)]
    case 'e2e':
      return [browser]
    default:
      return undefined
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
})
const parts = values.help ? undefined : partsFor(values.only, positionals)
if (parts) {
  process.chdir(root)
  const { failed } = await runParts(
    parts,
    (line) => process.stdout.write(`${line}\n`),
    (line) => process.stderr.write(`${line}\n`),
  )
  if (process.env.ZHAGEN_COUNTED) writeFileSync(process.env.ZHAGEN_COUNTED, '')
  process.exitCode = failed > 0 ? 1 : 0
} else {
  process.stderr.write(`${USAGE}\n`)
  process.exitCode = values.help ? 0 : 2
}
