import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'

const root = path.resolve(import.meta.dirname, '../../../..')
/** Where the built desk stands. */
export const deskFolder = path.join(root, 'dist/desk')
/** Where the built scripts of the worker's door stand. */
export const doorFolder = path.join(root, 'dist/door')
const stamp = 'built-from.txt'
const shared = ['src/{domain,protocol}/**/*.ts', 'package-lock.json']

type Build = {
  readonly said: string
  readonly folder: string
  readonly config: string
  readonly sources: readonly string[]
}
const builds: readonly Build[] = [
  {
    said: 'building the desk',
    folder: deskFolder,
    config: 'vite.config.ts',
    sources: [...shared, 'src/web/{desk,kit}/**/*.{ts,tsx,css,html,svg}', 'vite.config.ts'],
  },
  {
    said: "building the scripts of the worker's door",
    folder: doorFolder,
    config: 'vite.door.config.ts',
    sources: [...shared, 'src/web/{door,kit}/**/*.ts', 'vite.door.config.ts'],
  },
]

/**
 * Builds what browsers run, unless what stands in `dist/` was built from exactly these sources. Takes some five seconds when
 * it builds; answers whether it did.
 */
export async function buildWeb(say: (line: string) => void): Promise<boolean> {
  const built = await Promise.all(builds.map((each) => build(each, say)))
  return built.includes(true)
}

/** Built aside and renamed, so that a page asked for meanwhile finds a whole build. */
async function build({ said, folder, config, sources }: Build, say: (line: string) => void): Promise<boolean> {
  const now = hashOf(sources)
  if (builtFrom(folder) === now) return false
  say(said)
  const aside = `${folder}-${process.pid}`
  await runVite(['build', '--config', config, '--outDir', aside, '--logLevel', 'error'])
  writeFileSync(path.join(aside, stamp), now)
  const old = `${aside}-old`
  mkdirSync(path.dirname(folder), { recursive: true })
  try {
    if (existsSync(folder)) renameSync(folder, old)
    renameSync(aside, folder)
  } catch (error) {
    // Another process built the same in the meantime: one of the two is enough.
    if (builtFrom(folder) !== now) throw error
    rmSync(aside, { recursive: true, force: true })
  }
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

function builtFrom(folder: string): string | undefined {
  try {
    return readFileSync(path.join(folder, stamp), 'utf8')
  } catch {
    return undefined
  }
}

/** Tests stand beside the sources and are no part of what is built. */
function hashOf(sources: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of globSync(sources, { cwd: root }).sort()) {
    if (!/\.test\.tsx?$/.test(file)) hash.update(`${file}\0`).update(readFileSync(path.join(root, file)))
  }
  return hash.digest('hex')
}
