/**
 * Runs a TypeScript file of this package on Node 24, from whatever Node (20 or newer) the machine has.
 * Plain JavaScript without imports from node_modules, because in a fresh clone there are none yet.
 * stdout belongs to the child alone: `zhagen VERB --json` prints JSON and nothing else, so everything said here goes to stderr.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const modules = path.join(root, 'node_modules')
const marker = path.join(modules, '.zhagen-lock-hash')

function fail(line) {
  process.stderr.write(`zhagen: ${line}\n`)
  process.exit(1)
}

/** npm needs a shell on Windows (npm.cmd); elsewhere the npm that started us is preferred over one found on PATH. */
function npm(args) {
  const own = process.env.npm_execpath
  const [command, first] = own?.endsWith('.js') ? [process.execPath, [own]] : ['npm', []]
  return new Promise((resolve) => {
    const child = spawn(command, [...first, ...args], {
      cwd: root,
      // npm's own chatter must not reach stdout: 2 is our stderr.
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    })
    child.on('error', () => resolve(127))
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/** node_modules is complete when it was installed from exactly this lock file; the hash makes the second start instant. */
async function ensureModules() {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(marker) && readFileSync(marker, 'utf8').trim() === lock) return
  if (isInstalled()) return remember(lock)
  process.stderr.write('zhagen: installing what package-lock.json names (once; a minute or two) …\n')
  const code = await npm(['ci', '--ignore-scripts', '--loglevel=error', '--no-audit', '--no-fund'])
  if (code !== 0) {
    fail(`npm ci ended with ${code}: see its lines above; is the package registry reachable and the folder writable?`)
  }
  remember(lock)
}

/** Somebody ran npm ci before: npm keeps its own list of what it put into node_modules. */
function isInstalled() {
  const has = read(path.join(modules, '.package-lock.json'))?.packages
  const wanted = read(path.join(root, 'package-lock.json'))?.packages
  if (!has || !wanted) return false
  return Object.entries(wanted).every(([where, { version, optional, os: systems, cpu, libc }]) => {
    if (where === '' || has[where]?.version === version) return true
    // Optional ones count when they are for exactly this machine; which C library it has is npm's to find out.
    const forUs = [systems].flat().includes(process.platform) && [cpu].flat().includes(process.arch)
    return optional === true && !(forUs && libc === undefined)
  })
}

/** A folder that cannot be written was installed by somebody else; then the list is compared each time. */
function remember(lock) {
  try {
    writeFileSync(marker, `${lock}\n`)
  } catch (error) {
    if (!['EACCES', 'EROFS', 'EPERM'].includes(error.code)) throw error
  }
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** The binary among the optional dependencies that npm kept for this platform, else the Node that runs us if it is new enough. */
function findNode24() {
  const optional = Object.keys(
    JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).optionalDependencies ?? {},
  )
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const program = process.platform === 'win32' ? 'node.exe' : 'node'
  for (const name of optional.filter((each) => each.endsWith(`${platform}-${process.arch}`))) {
    const binary = path.join(modules, name, 'bin', program)
    if (existsSync(binary)) return binary
  }
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  return fail(
    `no Node 24 for ${process.platform}-${process.arch} among the packages; install Node 24 and run this with it`,
  )
}

/**
 * Where Node keeps what it compiled, which halves the time a verb takes to begin. Beside the packages, so that nobody
 * else can write it who could not change the program itself. Where a folder cannot be made, Node may try for ever (so
 * does its own recursive mkdir), so it is only told of one that is there and can be written; without one it works as it
 * always did.
 */
function compileCache() {
  if (process.env.NODE_COMPILE_CACHE || process.env.NODE_DISABLE_COMPILE_CACHE) return {}
  const folder = path.join(modules, '.cache', 'compiled')
  try {
    for (const each of [path.dirname(folder), folder]) if (!existsSync(each)) mkdirSync(each, { mode: 0o700 })
    accessSync(folder, constants.W_OK | constants.X_OK)
    return { NODE_COMPILE_CACHE: folder }
  } catch {
    return {}
  }
}

/**
 * Runs `script` with `args` and ends this process with the child's exit code.
 * Ctrl-C reaches both processes of the terminal's group and is passed on as well: whether a signal was sent to us alone
 * cannot be known, and the child treats a second stop signal as the same wish.
 */
export async function run24(script, args) {
  if (Number(process.versions.node.split('.')[0]) < 20)
    fail(`Node ${process.versions.node} is too old; 20 or newer is needed`)
  await ensureModules()
  const node = findNode24()
  const pathKey = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', path.join(root, script), ...args], {
    stdio: 'inherit',
    env: {
      ...process.env,
      ...compileCache(),
      [pathKey]: `${path.dirname(node)}${path.delimiter}${process.env[pathKey] ?? ''}`,
    },
  })
  process.on('SIGINT', () => child.kill('SIGINT'))
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  process.on('SIGHUP', () => child.kill('SIGTERM'))
  // npm passes a signal to the shell it runs us in, and that shell dies of it without telling us.
  const parent = process.ppid
  if (process.env.npm_lifecycle_event) {
    setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 200).unref()
  }
  child.on('error', (error) => fail(`cannot run ${node}: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (os.constants.signals[signal] ?? 1)))
}
