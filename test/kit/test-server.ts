import { spawn } from 'node:child_process'
import path from 'node:path'

export interface TestServer {
  /** May make databases and roles. */
  readonly adminUrl: string
  /** What the application logs in with; on a server that was given, the same login, as with DATABASE_URL alone. */
  readonly appUrl: string
  stop(): Promise<void>
}

/** The server named by DATABASE_URL_TEST, or an embedded one in a process of its own. */
export async function startTestServer(): Promise<TestServer> {
  const given = process.env.DATABASE_URL_TEST
  if (given) return { adminUrl: given, appUrl: given, stop: async () => undefined }
  const script = path.join(import.meta.dirname, 'serve-postgres.ts')
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'pipe'] })
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  const urls = await firstLine(child.stdout, child.stderr, ended)
  return {
    ...urls,
    stop: async () => {
      child.stdin.end()
      await ended
    },
  }
}

function firstLine(
  stdout: NodeJS.ReadableStream,
  stderr: NodeJS.ReadableStream,
  ended: Promise<void>,
): Promise<{ adminUrl: string; appUrl: string }> {
  return new Promise((resolve, reject) => {
    let out = ''
    let err = ''
    stderr.on('data', (chunk) => {
      err += chunk
    })
    stdout.on('data', (chunk) => {
      out += chunk
      if (out.includes('\n')) resolve(JSON.parse(out.slice(0, out.indexOf('\n'))))
    })
    void ended.then(() => reject(new Error(`the test database does not start: ${err.trim()}`)))
  })
}
