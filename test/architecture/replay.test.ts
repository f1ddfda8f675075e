import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { expectNone } from './expect-none.ts'
import { checkReplay } from './replay.ts'
import { projectPaths, root, sourceFile, sourceFiles } from './source-file.ts'

it('reads no rule when an event is replayed', () => {
  const { folds, findings } = checkReplay(sourceFiles('src/domain'))
  expect(folds).toBeGreaterThan(1)
  expectNone(findings)
})

it('hands a fold nothing but the state and the event', async () => {
  const files = projectPaths('src/domain').filter((file) => file.endsWith('/evolve.ts'))
  expect(files.length).toBeGreaterThan(1)
  for (const file of files) {
    const module: Record<string, unknown> = await import(pathToFileURL(path.join(root, file)).href)
    const folds = Object.entries(module).filter(([name, each]) => /^evolve/.test(name) && typeof each === 'function')
    expect(folds.length, file).toBeGreaterThan(0)
    for (const [name, fold] of folds) expect([file, name, (fold as { length: number }).length]).toEqual([file, name, 2])
  }
})

it('sees red', () => {
  const bad = [
    sourceFile('src/domain/a/evolve.ts', "import type { Rules } from '../rules.ts'\nimport { b } from './b.ts'\n"),
    sourceFile('src/domain/a/b.ts', "import { c } from '../b/c.ts'\nimport { a } from './evolve.ts'\n"),
    sourceFile('src/domain/b/c.ts', "\nimport { dueAfter } from '../calendar/due.ts'\nimport { z } from 'zod'\n"),
    sourceFile(
      'src/domain/b/evolve.ts',
      "import { rulesAt } from '../rules.ts'\nimport { x } from '../../server/x.ts'\n",
    ),
    sourceFile('src/domain/c/evolve.ts', "import { instantOn } from '../calendar/local-time.ts'\n"),
  ]
  const { folds, findings } = checkReplay(bad)
  expect(folds).toBe(3)
  expect(findings.map((each) => `${each.path}:${each.line} ${each.what.split(': ')[1]}`)).toEqual([
    'src/domain/b/c.ts:2 src/domain/a/evolve.ts -> src/domain/a/b.ts -> src/domain/b/c.ts -> src/domain/calendar/due.ts',
    'src/domain/b/c.ts:3 src/domain/a/evolve.ts -> src/domain/a/b.ts -> src/domain/b/c.ts -> zod',
    'src/domain/b/evolve.ts:1 src/domain/b/evolve.ts -> src/domain/rules.ts',
    'src/domain/b/evolve.ts:2 src/domain/b/evolve.ts -> src/server/x.ts',
  ])
})
