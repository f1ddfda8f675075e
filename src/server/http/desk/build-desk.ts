import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'

const root = path.resolve(import.meta.dirname, '../../../..')
/** Where the built desk stands. */
export const deskFolder = path.join(root, 'dist/desk')
const stamp = 'built-from.txt'
const sources = [
  'src/web/{desk,kit}/**/*.{ts,tsx,css,html,svg}',
  'src/{domain,protocol}/**/*.ts',
  'vite.config.ts',
  'package-lock.json',
]

/**
 * Builds the desk unless what stands in `dist/desk` was built from exactly these sources. Takes some five seconds when it
 * builds; answers whether it did. Built aside and renamed, so that a page asked for meanwhile finds a whole desk.
 */
export async function buildDesk(say: (line: string) => void): Promise<boolean> {
  const now = hashOfSources()
  if (builtFrom() === now) return false
  say('building the desk')
  const aside = `${deskFolder}-${process.pid}`
  await runVite(['build', '--outDir', aside, '--logLevel', 'error'])
  writeFileSync(path.join(aside, stamp), now)
  const old = `${aside}-old`
  mkdirSync(path.dirname(deskFolder), { recursive: true })
  if (existsSync(deskFolder)) renameSync(deskFolder, old)
  renameSync(aside, deskFolder)
  rmSync(old, { recursive: true, force: true })
  return true
}

/**
 * In a process of its own, always for production: whatever NODE_ENV the caller has (a test runner's gives React's
 * development build, which is three times as large and throws where a component library's objects are compared).
 */
async function runVite(args: readonly string[]): Promise<void> {
  const vite = path.join(path.dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js')
  await promisify(execFile)(process.execPath, [vite, ...args], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  })
}

function builtFrom(): string | undefined {
  try {
    return readFileSync(path.join(deskFolder, stamp), 'utf8')
  } catch {
    return undefined
  }
}

/** Tests stand beside the sources and are no part of what is built. */
function hashOfSources(): string {
  const hash = createHash('sha256')
  for (const file of globSync(sources, { cwd: root }).sort()) {
    if (!/\.test\.tsx?$/.test(file)) hash.update(`${file}\0`).update(readFileSync(path.join(root, file)))
  }
  return hash.digest('hex')
}
