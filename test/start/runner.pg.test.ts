import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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

function run() {
  const script = `import('./bin/run24.mjs').then((runner) => runner.run24('child.ts', ['a', '--json']))`
  const env = { ...process.env, npm_execpath: path.join(root, 'npm.js') }
  return spawnSync(process.execPath, ['-e', script], { cwd: root, env, encoding: 'utf8' })
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
