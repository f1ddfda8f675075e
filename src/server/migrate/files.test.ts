import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readMigrations } from './files.ts'

function folder(files: Readonly<Record<string, string>>): string {
  const made = mkdtempSync(path.join(tmpdir(), 'zhagen-migrations-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(made, name), text)
  return made
}

const good = '-- breaking: no\n-- Why.\ncreate table a ();\n'

test('files are read in order, with what they say about themselves', () => {
  const read = readMigrations(folder({ '0002_b.sql': '-- Why.\n-- breaking: yes\n', '0001_a.sql': good }))
  expect(read.map(({ id, name, breaking }) => ({ id, name, breaking }))).toEqual([
    { id: 1, name: 'a', breaking: false },
    { id: 2, name: 'b', breaking: true },
  ])
})

test.each([
  [{ '0001_a.sql': 'create table a ();\n-- breaking: no\n' }, /must begin with a comment/],
  [{ '0001_a.sql': '-- breaking: perhaps\n' }, /must begin with a comment/],
  [{ '0002_a.sql': good }, /expected number 0001/],
  [{ '0001_a.sql': good, '0001_b.sql': good }, /expected number 0002/],
  [{ 'first.sql': good }, /is named NNNN/],
])('a file that does not explain itself is an error: %j', (files, reason) => {
  expect(() => readMigrations(folder(files))).toThrow(reason)
})

test('ours explain themselves', () => {
  expect(readMigrations().length).toBeGreaterThan(0)
})
