import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

// The runner in a package of its own, with an npm that only says that it was called.
let root: string
const marker = () => path.join(root, 'node_modules', '.zhagen-lock-hash')

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'zhagen-runner-'))
  mkdirSync(path.join(root, 'bin'))
  mkdirSync(path.join(root, 'node_modules'))
  copyFileSync(path.resolve(import.meta.dirname, '../../bin/run24.mjs'), path.join(root, 'bin', 'run24.mjs'))
  write('package.json', { type: 'module' })
  write('package-lock.json', lock('1.0.0'))
  writeFileSync(path.join(root, 'npm.js'), 'console.log("npm was called:", process.argv.slice(2).join(" "))')
  writeFileSync(
    path.join(root, 'child.ts'),
    'const words: string[] = process.argv.slice(2)\nconsole.log(words.join("+"))\nprocess.exit(7)',
  )
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function write(file: string, value: unknown): void {
  writeFileSync(path.join(root, file), JSON.stringify(value))
}

function lock(version: string) {
  const elsewhere = { version: '1.0.0', optional: true, os: ['plan9'], cpu: ['pdp11'] }
  return { packages: { '': {}, 'node_modules/a': { version }, 'node_modules/b-plan9': elsewhere } }
}

function run(more: NodeJS.ProcessEnv = {}) {
  const script = `import('./bin/run24.mjs').then((runner) => runner.run24('child.ts', ['a', '--json']))`
  const { NODE_COMPILE_CACHE: _cache, NODE_DISABLE_COMPILE_CACHE: _none, ...inherited } = process.env
  const env = { ...inherited, npm_execpath: path.join(root, 'npm.js'), ...more }
  return spawnSync(process.execPath, ['-e', script], { cwd: root, env, encoding: 'utf8', timeout: 20_000 })
}

test('a fresh clone is installed first; stdout and the exit code are the child’s', () => {
  const first = run()
  expect(first.stderr).toMatch(/installing.*\nnpm was called: ci --ignore-scripts/)
  expect({ status: first.status, stdout: first.stdout }).toEqual({ status: 7, stdout: 'a+--json\n' })
  expect(run()).toMatchObject({ status: 7, stdout: 'a+--json\n', stderr: '' })
})

test('an installation somebody made by npm ci is taken as it is, until the lock file changes', () => {
  write('node_modules/.package-lock.json', { packages: { 'node_modules/a': { version: '1.0.0' } } })
  expect(run().stderr).toBe('')
  expect(existsSync(marker())).toBe(true)
  write('package-lock.json', lock('1.1.0'))
  expect(run().stderr).toMatch(/npm was called/)
})

test('what Node compiled is kept beside the packages, and only where whoever starts it wants it', () => {
  const kept = path.join(root, 'node_modules', '.cache', 'compiled')
  run({ NODE_DISABLE_COMPILE_CACHE: '1' })
  expect(existsSync(kept)).toBe(false)
  const own = path.join(root, 'own')
  run({ NODE_COMPILE_CACHE: own })
  expect([existsSync(kept), readdirSync(own).length]).toEqual([false, 1])
  run()
  expect(readdirSync(kept)).toHaveLength(1)
  expect(statSync(kept).mode & 0o777).toBe(0o700)
})

// Root may write everywhere but in /proc, where Node itself would try for ever.
test('packages of somebody else, beside which nothing can be kept, are no hindrance', () => {
  symlinkSync('/proc', path.join(root, 'node_modules', '.cache'))
  run()
  expect(run()).toMatchObject({ status: 7, stdout: 'a+--json\n', stderr: '', signal: null })
})
