import { statSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { verbs } from '../../src/cli/verbs.ts'
import { commands } from '../../src/protocol/command.ts'
import { checkDecisions, checkLinks, checkNamed, type Doc, standsIn } from './docs.ts'
import { expectNone } from './expect-none.ts'
import { projectPaths, readText, root } from './source-file.ts'

const read = (file: string): Doc => ({ path: file, text: readText(file) })
const docs = projectPaths('.')
  .filter((file) => file.endsWith('.md'))
  .map(read)
const exists = (file: string) => statSync(path.join(root, file), { throwIfNoEntry: false }) !== undefined

it('links to what is there', () => {
  const { links, findings } = checkLinks(docs, exists)
  expect(docs.length).toBeGreaterThan(20)
  expect(links).toBeGreaterThan(30)
  expectNone(findings)
})

it('explains every environment variable', () => {
  const config = readText('src/server/config.ts')
  const asked = [...config.matchAll(/\bvalue\('([A-Z][A-Z0-9_]*)'\)/g)].map((match) => match[1] ?? '')
  const names = [...new Set(asked)]
  expect(names.length).toBeGreaterThan(8)
  // A variable read in another way than the others would pass unseen.
  expect(config).not.toMatch(/\benv\.[A-Z]|env\['/)
  expectNone(checkNamed(read('docs/operate/start.md'), 'variable', names))
})

it('explains every verb of the command line', () => {
  const names = Object.keys(verbs)
  const explained = docs.filter((doc) => doc.path.startsWith('docs/') && doc.path !== 'docs/glossary.md')
  expect(names.length).toBeGreaterThan(10)
  const shown = (name: string) => [`zhagen -- ${name}`, `zhagen ${name}`, `npm ${name}`]
  const silent = names.filter((name) => !explained.some(({ text }) => shown(name).some((way) => standsIn(text, way))))
  expectNone(silent.map((name) => ({ path: 'docs', line: 1, what: `explains the verb ${name} nowhere` })))
})

it('lists every decision', () => {
  const decisions = docs.filter((doc) => /^docs\/adr\/\d/.test(doc.path))
  expect(decisions.length).toBeGreaterThan(10)
  expectNone(checkDecisions(read('docs/adr/README.md'), decisions))
})

it('has a word for every table and for what every command acts on', () => {
  const migrations = projectPaths('db/migrations').map(readText).join('\n')
  const tables = [...migrations.matchAll(/^create table (\w+)/gm)].map((match) => match[1] ?? '')
  const nouns = [...new Set(Object.keys(commands).map((kind) => kind.split('.')[0] ?? ''))]
  expect(tables.length).toBeGreaterThan(20)
  expect(nouns.length).toBeGreaterThan(8)
  const glossary = read('docs/glossary.md')
  expectNone([...checkNamed(glossary, 'table', tables), ...checkNamed(glossary, 'noun', nouns)])
})

it('sees red', () => {
  const there = { path: 'docs/a.md', text: '# One thing, more\n[b](../b.md) `[c](c.md)` [d](a.md#one-thing-more)\n' }
  const bad = { path: 'docs/e.md', text: '[f](f.md)\n![g](g.png) [h](a.md#two) [i](https://example.org/i)\n' }
  const { links, findings } = checkLinks([there, bad], (file) => ['b.md', 'docs/a.md'].includes(file))
  expect(links).toBe(5)
  expect(findings.map((each) => `${each.line} ${each.what}`)).toEqual([
    '1 links to f.md, which is not there',
    '2 links to g.png, which is not there',
    '2 links to a.md#two, which has no such heading',
  ])
  const list = { path: 'docs/adr/README.md', text: '[1](0001-a.md)' }
  const decisions = ['0001-a.md', '0003-b.md'].map((name) => ({ path: `docs/adr/${name}`, text: '# 1. A' }))
  expect(checkDecisions(list, decisions).map((each) => each.what)).toEqual([
    'should be number 2',
    'does not begin "# 3. "',
    'does not link 0003-b.md',
  ])
  const doc = { path: 'c.md', text: 'PORT and realm_head; story  run' }
  expect(checkNamed(doc, 'name', ['PORT', 'realm', 'story run', 'HOST']).map((each) => each.what)).toEqual([
    'does not name the name realm',
    'does not name the name HOST',
  ])
})
