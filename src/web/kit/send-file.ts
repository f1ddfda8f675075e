/** How far a file is: bytes that arrived of all, and whether the line is down. */
export type Progress = (arrived: number, of: number, waiting: boolean) => void

/** Small enough that a request ends within two minutes on a line of 50 kbit/s. */
const chunkBytes = 128 * 1024
const longestWaitMs = 15_000

/** Thrown where the server does not take the file: `code` is one of the protocol, such as `file.type`. */
export class NotTaken extends Error {
  // Declared only: a field that is defined costs the page one more file to fetch.
  declare readonly code: string

  constructor(code: string) {
    super(code)
    this.code = code
  }
}

/**
 * Sends a file in pieces (tus 1.0) and gives its token `<id>.<secret>`. A line that is cut is waited for, and the file goes on
 * where it stood. The secret is drawn here and stands in no address.
 */
export async function sendFile(file: Blob, progress: Progress, signal: AbortSignal): Promise<string> {
  const secret = drawn()
  const headers = { 'tus-resumable': '1.0.0', 'upload-key': secret }
  const begin = { method: 'POST', headers: { ...headers, 'upload-length': String(file.size) } }
  const begun = await untilAnswered(
    () => fetch('/file', { ...begin, signal }),
    () => progress(0, file.size, true),
    signal,
  )
  if (begun.status !== 201) throw await notTaken(begun)
  const address = begun.headers.get('location') ?? ''
  const waiting = () => progress(at, file.size, true)
  let at = 0
  for (;;) {
    progress(at, file.size, false)
    const piece = {
      method: 'PATCH',
      headers: { ...headers, 'upload-offset': String(at), 'content-type': 'application/offset+octet-stream' },
      body: file.slice(at, at + chunkBytes),
      signal,
    }
    const sent = await fetch(address, piece).catch(() => undefined)
    if (signal.aborted) throw new NotTaken('aborted')
    if (sent?.status === 204) at = Number(sent.headers.get('upload-offset'))
    else if (sent && sent.status < 500 && sent.status !== 409 && sent.status !== 408) throw await notTaken(sent)
    else {
      // Cut, or somebody was faster: it goes on from where the server says it stands.
      const head = () => fetch(address, { method: 'HEAD', headers, signal })
      const stands = await untilAnswered(head, waiting, signal)
      if (stands.status !== 200) throw new NotTaken('file.gone')
      at = Number(stands.headers.get('upload-offset'))
      if (stands.headers.get('upload-state') === 'ready') at = file.size
      // Whole, but not looked through: an empty piece asks for it.
      else if (at === file.size) continue
    }
    if (at === file.size) break
  }
  progress(file.size, file.size, false)
  return `${address.slice('/file/'.length)}.${secret}`
}

async function untilAnswered(
  ask: () => Promise<Response>,
  waiting: () => void,
  signal: AbortSignal,
): Promise<Response> {
  for (let wait = 500; ; wait = Math.min(wait * 2, longestWaitMs)) {
    const answer = await ask().catch(() => undefined)
    if (signal.aborted) throw new NotTaken('aborted')
    if (answer && answer.status < 500) return answer
    waiting()
    await new Promise((resolve) => setTimeout(resolve, wait))
  }
}

async function notTaken(answer: Response): Promise<NotTaken> {
  const problem: unknown = await answer.json().catch(() => null)
  const code = problem && typeof problem === 'object' && 'code' in problem ? problem.code : ''
  return new NotTaken(typeof code === 'string' ? code : '')
}

function drawn(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}
