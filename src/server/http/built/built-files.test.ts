import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { readBuilt } from './built-files.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'zhagen-desk-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('has no files while nothing was built, and finds them without a restart', () => {
  const files = readBuilt(folder)
  expect(files().size).toBe(0)
  mkdirSync(path.join(folder, 'assets'), { recursive: true })
  writeFileSync(path.join(folder, 'assets/desk-abc.js'), 'const a = 1')
  writeFileSync(path.join(folder, 'built-from.txt'), 'not for the wire')
  writeFileSync(path.join(folder, 'desk.html'), '<!doctype html>')
  expect([...files().keys()].sort()).toEqual(['assets/desk-abc.js', 'desk.html'])
  expect(files().get('assets/desk-abc.js')).toMatchObject({ type: 'text/javascript; charset=utf-8' })
})
