import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { clusterFolder } from '../../src/server/postgres/cluster.ts'
import { findRunning } from '../../src/server/postgres/postmaster.ts'
import { isAlive } from '../../src/server/postgres/process-identity.ts'

const root = path.resolve(import.meta.dirname, '..', '..')

/** Folders of one installation; the temporary folder has mode 0700, as `mktemp -d` makes it. */
export class Place {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'zhagen-start-'))
  readonly data = path.join(this.folder, 'data')
  readonly keys = path.join(this.folder, 'keys')
  readonly cluster = clusterFolder(this.data)
  readonly children: ChildProcess[] = []

  postgresPid(): number | undefined {
    return findRunning(this.cluster)?.pid
  }

  /** Also when a test failed half-way: nothing may go on running or lying about. */
  async remove(): Promise<void> {
    for (const child of this.children) child.kill('SIGTERM')
    await Promise.all(this.children.map((child) => child.exitCode ?? child.signalCode ?? once(child, 'close')))
    const left = this.postgresPid()
    if (left) process.kill(left, 'SIGQUIT')
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 20 })
  }
}

export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

/** A zhagen of the command line in a real process, any free port. */
export class Zhagen {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
  stdout = ''
  stderr = ''

  constructor(place: Place, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    const { DATABASE_URL: _own, ...inherited } = process.env
    this.child = spawn(process.execPath, [path.join(root, 'bin', 'zhagen.mjs'), ...args], {
      env: { ...inherited, ZHAGEN_DATA: place.data, ZHAGEN_KEYS: place.keys, HOST: '127.0.0.1', PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    place.children.push(this.child)
    this.child.stdout?.on('data', (chunk) => {
      this.stdout += chunk
    })
    this.child.stderr?.on('data', (chunk) => {
      this.stderr += chunk
    })
    this.ended = new Promise((resolve) => {
      this.child.on('close', (code) => resolve({ code, stdout: this.stdout, stderr: this.stderr }))
    })
  }

  /** The address of the ready line. */
  async ready(): Promise<string> {
    const found = () => /^zhagen ready (http:\/\/127\.0\.0\.1:\d+)$/m.exec(this.stdout)?.[1]
    const end = this.ended.then(({ stderr }) => {
      throw new Error(`zhagen ended before it was ready: ${stderr}`)
    })
    end.catch(() => undefined)
    for (;;) {
      const address = found()
      if (address) return address
      await Promise.race([end, new Promise((resolve) => this.child.stdout?.once('data', resolve))])
    }
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> {
    this.child.kill(signal)
    return this.ended
  }

  /** The server's own process: the child of the one that found Node 24 for it. */
  async killServer(place: Place): Promise<void> {
    const { pid } = JSON.parse(readFileSync(path.join(place.data, 'lock.json'), 'utf8'))
    process.kill(pid, 'SIGKILL')
    await this.ended
    while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** A real installation without questions: nothing is played, so it is the quickest. */
export function emptyInstallation(place: Place): readonly string[] {
  const file = path.join(place.folder, 'admin-password')
  writeFileSync(file, 'seven green umbrellas\n', { mode: 0o600 })
  return ['start', '--empty', '--federation', '江湾区总工会', '--admin', 'first', '--admin-password-file', file]
}

/** Runs a verb to its end. */
export function zhagen(place: Place, args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ended> {
  return new Zhagen(place, args, env).ended
}
