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
  const files = sourceFiles('src/cli').filter((file) => file.exports.some((each) => each.name === 'verb'))
  expect(files).toHaveLength(Object.keys(verbs).length)
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
