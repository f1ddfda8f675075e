import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { errorCode, StartError } from '../start-error.ts'
import type { Binaries } from './binaries.ts'
import type { Launch } from './launch.ts'

export const postgresMajor = 18
export const ownerName = 'zhagen_owner'
export const appName = 'zhagen_app'

/** Passwords of the embedded database. They lie beside it: who can read the data folder can read the data anyway. */
export type Passwords = { readonly owner: string; readonly app: string }

export function clusterFolder(dataFolder: string): string {
  return path.join(dataFolder, `postgres-${postgresMajor}`)
}

function passwordsFile(dataFolder: string): string {
  return path.join(dataFolder, 'passwords.json')
}

/** Undefined when there is no cluster yet, or this user may not read its passwords. */
export function readPasswords(dataFolder: string): Passwords | undefined {
  try {
    return JSON.parse(readFileSync(passwordsFile(dataFolder), 'utf8'))
  } catch {
    return undefined
  }
}

/** Makes the cluster if there is none. Whole or not at all: initdb works in a folder aside, renamed when it is done. */
export async function ensureCluster(dataFolder: string, binaries: Binaries, launch: Launch): Promise<Passwords> {
  const cluster = clusterFolder(dataFolder)
  if (existsSync(path.join(cluster, 'PG_VERSION'))) {
    const passwords = readPasswords(dataFolder)
    if (!passwords)
      throw new StartError(
        `data folder ${dataFolder}: passwords.json is missing or damaged; put it back from a copy of the folder`,
      )
    giveTo(launch, cluster)
    return passwords
  }
  const other = readdirSync(dataFolder).find(
    (each) => /^postgres-\d+$/.test(each) && existsSync(path.join(dataFolder, each, 'PG_VERSION')),
  )
  if (other)
    throw new StartError(
      `data folder ${dataFolder}: holds ${other}, this zhagen brings PostgreSQL ${postgresMajor}; use the zhagen that made it, and move by backup and restore`,
    )
  return makeCluster(dataFolder, cluster, binaries, launch)
}

async function makeCluster(
  dataFolder: string,
  cluster: string,
  binaries: Binaries,
  launch: Launch,
): Promise<Passwords> {
  const passwords = { owner: randomBytes(24).toString('base64url'), app: randomBytes(24).toString('base64url') }
  const draft = `${cluster}.new`
  const passwordFile = path.join(dataFolder, 'initdb-password')
  rmSync(draft, { recursive: true, force: true })
  rmSync(cluster, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, passwords.owner, { mode: 0o600 })
  for (const each of [draft, passwordFile]) if (launch.owner) chownSync(each, launch.owner.uid, launch.owner.gid)
  try {
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    const args = [
      '-D',
      draft,
      '-U',
      ownerName,
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--no-instructions',
      ...locale,
    ]
    const { code, output } = await run(launch, binaries.initdb, args)
    if (code !== 0) throw new StartError(`initdb failed in ${dataFolder}: ${lastLine(output)}`)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  writeFileSync(passwordsFile(dataFolder), `${JSON.stringify(passwords)}\n`, { mode: 0o600, flush: true })
  renameSync(draft, cluster)
  return passwords
}

/** PostgreSQL refuses a directory that is not its user's own; moving between ways to run it changes that user. */
function giveTo(launch: Launch, folder: string): void {
  const owner = launch.owner
  if (!owner || statSync(folder).uid === owner.uid) return
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    lchownSync(path.join(entry.parentPath, entry.name), owner.uid, owner.gid)
  }
  // Last, because its owner says that all is done.
  chownSync(folder, owner.uid, owner.gid)
}

/** Without the operator's PG* variables, which would lead the programs elsewhere. */
export function postgresEnv(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name))
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' }
}

function run(launch: Launch, program: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  const [command = program, ...rest] = [...launch.prefix, program, ...args]
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(command, rest, { ...launch.spawn, env: postgresEnv(), stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve({ code: 1, output: errorCode(error) ?? error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

export function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? ''
}
