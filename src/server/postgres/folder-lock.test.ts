import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { holderOf, lockFolder } from './folder-lock.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'zhagen-lock-'))
})

test('one process at a time has the folder, and lets it go', () => {
  const lock = lockFolder(folder, 'start')
  expect(lockFolder(folder, 'backup')).toMatchObject({ pid: process.pid, verb: 'start' })
  expect(holderOf(folder)?.verb).toBe('start')
  if ('release' in lock) lock.release()
  expect(readdirSync(folder)).toEqual([])
  expect(lockFolder(folder, 'backup')).toHaveProperty('release')
})

test('a lock whose process was killed is taken over', async () => {
  const script = `import(${JSON.stringify(path.join(import.meta.dirname, 'folder-lock.ts'))}).then((lock) => {
    lock.lockFolder(${JSON.stringify(folder)}, 'start'); console.log('locked'); setInterval(() => {}, 1000) })`
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  expect(lockFolder(folder, 'backup')).toMatchObject({ pid: child.pid, verb: 'start' })
  child.kill('SIGKILL')
  await once(child, 'close')
  expect(holderOf(folder)).toBeUndefined()
  expect(lockFolder(folder, 'backup')).toHaveProperty('release')
})

test('a later process with the same id is not the holder; a torn file is nobody', () => {
  writeFileSync(path.join(folder, 'lock.json'), JSON.stringify({ pid: process.pid, identity: 'before', verb: 'start' }))
  expect(lockFolder(folder, 'doctor')).toHaveProperty('release')
  writeFileSync(path.join(folder, 'lock.json'), '{"pid":')
  expect(lockFolder(folder, 'doctor')).toHaveProperty('release')
  expect(JSON.parse(readFileSync(path.join(folder, 'lock.json'), 'utf8'))).toMatchObject({ verb: 'doctor' })
})
