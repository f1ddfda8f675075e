import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { coreGuards } from './core-guards.ts'
import { doorGuards } from './door-guards.ts'
import type { Guard } from './guard.ts'
import { lawGuards } from './law-guards.ts'
import { lineGuards } from './line-guards.ts'
import { loopGuards } from './loop-guards.ts'
import { measureGuards } from './measure-guards.ts'
import { newsGuards } from './news-guards.ts'
import { officeGuards } from './office-guards.ts'
import { trainingGuards } from './training-guards.ts'
import { visitGuards } from './visit-guards.ts'

// Breaks one guard after the other, in a copy of the sources, and sees that a test goes red for each. By hand:
//   node test/mutate/guards.ts [core: | office: | loop: | law: | line: | measure: | training: | news: | visit: | door: | part of a name or of a file]
// All of them take some ten minutes on two idle cores.
// A guard no test would miss is a defect of the tests; one that can no longer be found has moved: mend its line here.

const groups = {
  core: coreGuards,
  office: officeGuards,
  loop: loopGuards,
  law: lawGuards,
  line: lineGuards,
  measure: measureGuards,
  training: trainingGuards,
  news: newsGuards,
  visit: visitGuards,
  door: doorGuards,
}

const root = path.resolve(import.meta.dirname, '../..')

/** A copy of what is tracked and what is new, so that nobody else's work is disturbed. */
function copy(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhagen-mutate-'))
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
  for (const file of listed.stdout.split('\0'))
    if (file !== '' && existsSync(path.join(root, file)))
      cpSync(path.join(root, file), path.join(folder, file), { recursive: true, force: true })
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  return folder
}

/** Whether the tests are green; who asks first hears which are not. */
function run(folder: string, tests: readonly string[], minutes = 5, tell = false): boolean {
  const vitest = path.join(folder, 'node_modules/vitest/vitest.mjs')
  const asked = [vitest, 'run', '--bail=1', '--testTimeout=180000', ...new Set(tests)]
  const ran = spawnSync(process.execPath, asked, { cwd: folder, encoding: 'utf8', timeout: minutes * 60_000 })
  if (tell && ran.status !== 0) process.stderr.write(`${ran.error ?? ''}${ran.stderr}`)
  return ran.status === 0
}

/** `red` is what we want: a test noticed. */
function breakOne(folder: string, { file, find, instead, tests }: Guard): 'red' | 'GREEN' | 'NOT FOUND' {
  const at = path.join(folder, file)
  const whole = readFileSync(at, 'utf8')
  if (whole.split(find).length !== 2) return 'NOT FOUND'
  writeFileSync(
    at,
    whole.replace(find, () => instead),
  )
  try {
    return run(folder, tests) ? 'GREEN' : 'red'
  } finally {
    writeFileSync(at, whole)
  }
}

const folder = copy()
try {
  const wanted = Object.entries(groups).flatMap(([group, list]) =>
    list.filter(({ name, file }) => `${group}: ${name} ${file}`.includes(process.argv[2] ?? '')),
  )
  // What is red before anything is broken proves nothing.
  if (
    !run(
      folder,
      wanted.flatMap(({ tests }) => tests),
      30,
      true,
    )
  )
    throw new Error('the tests are red as they are')
  const missed = wanted.filter((guard) => {
    const seen = breakOne(folder, guard)
    process.stdout.write(`${seen.padEnd(10)}${guard.name.padEnd(50)}${guard.file}\n`)
    return seen !== 'red'
  })
  process.stdout.write(`${wanted.length - missed.length} of ${wanted.length} guards are missed when they are gone\n`)
  process.exitCode = missed.length > 0 ? 1 : 0
} finally {
  rmSync(folder, { recursive: true, force: true })
}
