import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { coreGuards } from '../mutate/core-guards.ts'
import { lawGuards } from '../mutate/law-guards.ts'
import { lineGuards } from '../mutate/line-guards.ts'
import { loopGuards } from '../mutate/loop-guards.ts'
import { measureGuards } from '../mutate/measure-guards.ts'
import { newsGuards } from '../mutate/news-guards.ts'
import { officeGuards } from '../mutate/office-guards.ts'
import { trainingGuards } from '../mutate/training-guards.ts'
import { visitGuards } from '../mutate/visit-guards.ts'
import { expectNone } from './expect-none.ts'

const root = path.resolve(import.meta.dirname, '../..')

// They are broken by hand, for that takes ten minutes; a line that has moved is noticed at once.
test('every guard that is broken on purpose stands where it is looked for, once', () => {
  const guards = [
    ...coreGuards,
    ...officeGuards,
    ...loopGuards,
    ...lawGuards,
    ...lineGuards,
    ...measureGuards,
    ...trainingGuards,
    ...newsGuards,
    ...visitGuards,
  ]
  expect(guards.length).toBeGreaterThan(70)
  const lost = guards.filter(({ file, find }) => readFileSync(path.join(root, file), 'utf8').split(find).length !== 2)
  expectNone(lost.map(({ name, file }) => ({ path: file, line: 1, what: `has no line for the guard ${name}` })))
})
