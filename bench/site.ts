import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** The site under measure, in a process of its own, and what the load needs to know of it. */
export type BenchSite = {
  readonly port: number
  /** Cookie of a signed-in county officer. */
  readonly cookie: string
  readonly ownerUrl: string
  readonly folder: string
  stop(): Promise<void>
}

type Options = { readonly folder: string; readonly rows: number; readonly say: (line: string) => void }

/** Seeds the database and starts the site; resolves when it answers. */
export async function startBenchSite({ folder, rows, say }: Options): Promise<BenchSite> {
  const env = {
    ...process.env,
    ZHAGEN_DATA: `${folder}/data`,
    ZHAGEN_KEYS: `${folder}/keys`,
    HOST: '127.0.0.1',
    PORT: '0',
    BENCH_ROWS: String(rows),
  }
  const child = spawn(
    process.execPath,
    [...(process.env.BENCH_NODE_OPTIONS?.split(' ') ?? []), fileURLToPath(new URL('serve.ts', import.meta.url))],
    { env, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const ready = new Promise<{ port: number; cookie: string; ownerUrl: string }>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line)))
    void ended.then(() => reject(new Error('the site under measure ended before it was ready')))
  })
  const { port, cookie, ownerUrl } = await ready
  say(`site ready on port ${port}`)
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  return { port, cookie, ownerUrl, folder, stop }
}
