import { expect, it } from 'vitest'
import { expectNone } from './expect-none.ts'
import { checkLengths, checkNames, countLines, isWritten, LONG, TOO_LONG } from './shape.ts'
import { projectPaths, readText } from './source-file.ts'

const paths = projectPaths('src', 'test', 'bench', 'bin', 'ops', 'db', 'docs').filter((each) =>
  /\.(tsx?|m?js|sql|css|sh|md)$/.test(each),
)

it(`keeps every file at ${TOO_LONG} lines or less`, ({ annotate }) => {
  const files = paths.map((each) => ({ path: each, text: readText(each) }))
  expect(files.length).toBeGreaterThan(0)
  expectNone(checkLengths(files))
  const long = files.filter((each) => isWritten(each.path) && countLines(each.text) > LONG)
  return annotate(`over ${LONG} lines, to be explained: ${long.map((each) => each.path).join(', ') || 'none'}`)
})

it('finds no file whose name says nothing', () => {
  const code = paths.filter((each) => /^(src|test|bench|bin)\//.test(each))
  expect(code.length).toBeGreaterThan(0)
  expectNone(checkNames(code))
})

it('sees red', () => {
  const long = 'a\n'.repeat(TOO_LONG + 1)
  expect(checkLengths([{ path: 'src/a.test.ts', text: long }])).toHaveLength(1)
  expect(checkLengths([{ path: 'src/a.ts', text: 'a\n'.repeat(TOO_LONG) }])).toEqual([])
  expect(checkLengths([{ path: 'db/schema.sql', text: long }])).toEqual([])
  const bad = [
    'src/utils.ts',
    'src/helpers/a.ts',
    'src/server/user-service.ts',
    'src/base.ts',
    'src/a-impl.test.ts',
    'src/session-manager.ts',
    'src/domain/index.ts',
  ]
  expect(checkNames(bad)).toHaveLength(bad.length)
  expect(checkNames(['src/database.ts', 'src/web/desk/implement-plan.ts', 'src/baseline.ts'])).toEqual([])
})
