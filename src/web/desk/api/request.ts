import { hearTime } from '../../kit/server-time.ts'

/** The server answered that the request is wrong: a problem document (RFC 9457) with a code of the catalogue. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly field: string | null
  /** What the text of the code needs. */
  readonly params: Readonly<Record<string, string | number>>
  readonly waitSeconds: number

  constructor(status: number, document: Readonly<Record<string, unknown>>) {
    super(`problem ${status}`)
    this.status = status
    this.code = typeof document.code === 'string' ? document.code : 'unknown'
    this.field = typeof document.field === 'string' ? document.field : null
    this.params = (document.params ?? {}) as Problem['params']
    this.waitSeconds = Number(document.wait ?? document.waitSeconds ?? 0) || 0
  }
}

/** Nobody answered, or nobody who could: whether it was done is not known, so the same thing may be sent again. */
export class Unreachable extends Error {
  readonly why: 'network' | 'server'

  constructor(why: 'network' | 'server') {
    super(`unreachable: ${why}`)
    this.why = why
  }
}

const patienceMs = 20_000
let csrf = ''
let account: string | null = null

/** Keeps who is here and the token of the session; every later POST carries it. */
export function rememberSession(who: string, token: string): void {
  account = who
  csrf = token
}

/** The account whose words and drafts this page holds, or null before anybody signed in. */
export function accountHere(): string | null {
  return account
}

export async function request(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<unknown> {
  const answer = await reach(method, path, body)
  hearTime(answer.headers.get('date'))
  if (answer.status >= 500) throw new Unreachable('server')
  if (answer.status === 204) return null
  const value: unknown = await answer.json().catch(() => null)
  if (!answer.ok) {
    const document = (value ?? {}) as Readonly<Record<string, unknown>>
    const wait = answer.headers.get('retry-after')
    throw new Problem(answer.status, wait === null ? document : { wait, ...document })
  }
  return value
}

async function reach(method: string, path: string, body: unknown): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (method !== 'GET' && csrf) headers['x-csrf'] = csrf
  if (body !== undefined) headers['content-type'] = 'application/json'
  try {
    return await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(patienceMs),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  } catch {
    throw new Unreachable('network')
  }
}
