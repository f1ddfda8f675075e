import path from 'node:path'
import { expect, it } from 'vitest'
import { helpForVerb } from '../../src/cli/help.ts'
import { verbs } from '../../src/cli/verbs.ts'
import { expectNone } from './expect-none.ts'
import { sourceFiles } from './source-file.ts'
import { checkVerb } from './verb.ts'

it('lets every verb of the command line explain itself', async () => {
  const names = Object.keys(verbs)
  expect(names.length).toBeGreaterThan(0)
  for (const name of names) {
    const verb = (await verbs[name]?.())?.verb
    expect(verb, name).toBeDefined()
    if (verb) expectNone(checkVerb(name, verb, helpForVerb(verb)))
  }
})

it('lists every file that holds a verb', () => {
  const files = sourceFiles('src/cli')
  const holders = files.filter((file) => file.exports.some((each) => each.name === 'verb'))
  const list = files.find((file) => file.path === 'src/cli/verbs.ts')
  const listed = list?.imports.map((each) => path.posix.join('src/cli', each.from)) ?? []
  expect(holders.length).toBeGreaterThan(0)
  const unlisted = holders.filter((file) => !listed.includes(file.path))
  expectNone(
    unlisted.map((file) => ({ path: file.path, line: 1, what: 'holds a verb that src/cli/verbs.ts does not list' })),
  )
})

it('sees red', () => {
  const bad = {
    name: 'count',
    summary: '',
    usage: 'other',
    options: { all: { help: '' }, each: { help: 'one by one' } },
  }
  expect(checkVerb('sum', bad, 'Usage: nothing').map((each) => each.what)).toEqual([
    'sum calls itself count',
    'sum has no summary',
    'sum has a usage that begins with another name',
    'sum does not explain --all',
    'sum hides --each',
  ])
  const good = { name: 'sum', summary: 'adds up all that is there', usage: 'sum', options: {} }
  expect(checkVerb('sum', good, 'adds up all that is there')).toEqual([])
})
