import { chmodSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { keysPath, makeKeys, readKeys } from './keys-file.ts'

let folder: string
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'zhagen-keys-')), 'keys')
})

test('keys made are the keys read, in a file only its owner may read', () => {
  const made = makeKeys(folder)
  expect(readKeys(folder)).toEqual(made)
  expect(statSync(keysPath(folder)).mode & 0o777).toBe(0o600)
  expect(made.keys.kek.keys.get(made.keys.kek.current)).toHaveLength(32)
  const all = [made.keys.mac, made.keys.command, made.keys.receipt, made.keys.abuse, made.keys.file, made.keys.backup]
  expect(new Set(all.map((key) => key.toString('hex'))).size).toBe(6)
})

test('an existing key file is never replaced', () => {
  makeKeys(folder)
  const before = readFileSync(keysPath(folder), 'utf8')
  expect(() => makeKeys(folder)).toThrow(/EEXIST/)
  expect(readFileSync(keysPath(folder), 'utf8')).toBe(before)
})

test('no file is not an error here: whether it may be missing depends on the database', () => {
  expect(readKeys(folder)).toBeUndefined()
})

test('two installations have different fingerprints', () => {
  expect(makeKeys(folder).fingerprint).not.toBe(makeKeys(`${folder}-2`).fingerprint)
})

test.each(['', '{}', '{"kek":{"current":"a","keys":{"a":"AAAA"}}}'])('a damaged file is one line: %j', (content) => {
  makeKeys(folder)
  writeFileSync(keysPath(folder), content)
  expect(() => readKeys(folder)).toThrow(/damaged/)
})

test('a file that others may read is closed', () => {
  makeKeys(folder)
  chmodSync(keysPath(folder), 0o644)
  readKeys(folder)
  expect(statSync(keysPath(folder)).mode & 0o777).toBe(0o600)
})
