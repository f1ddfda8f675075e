import { expect, it } from 'vitest'
import { expectNone } from './expect-none.ts'
import { checkMigrations } from './migration.ts'
import { projectPaths, readText } from './source-file.ts'

it('lets every migration explain itself', () => {
  const files = projectPaths('db/migrations').map((each) => ({ path: each, text: readText(each) }))
  const report = checkMigrations(files)
  expect(report.tables).toBeGreaterThan(0)
  expectNone(report.findings)
})

it('sees red', () => {
  const text = (...lines: string[]) => lines.join('\n')
  const what = (file: string, body: string) =>
    checkMigrations([{ path: file, text: body }]).findings.map((each) => each.what)
  const file = 'db/migrations/0001_a.sql'
  expect(what(file, text('create table a (b integer);'))).toEqual([
    'does not begin with -- breaking: yes or no',
    'does not say why',
    'creates a without a comment',
  ])
  expect(what('db/migrations/0003_a.sql', text('-- breaking: no', '-- A reason is given.'))).toEqual([
    'is not number 1',
  ])
  expect(what(file, text('-- breaking: yes', '-- A reason.', 'alter table a add column c integer;'))).toEqual([
    'adds a.c without a comment',
  ])
  const good = text('-- breaking: no', '-- A reason is given.', 'create table a (', ');', "comment on table a is 'x';")
  expect(what(file, good)).toEqual([])
})
