import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import path from 'node:path'

/** What can be taken back for good: a consent, an article, the worker in one, a comment by its writer or by an editor. */
export const withdrawalKinds = ['consent', 'article', 'person', 'comment', 'comment-refused'] as const
/** One of `withdrawalKinds`. */
export type WithdrawalKind = (typeof withdrawalKinds)[number]

/** One withdrawal as the file outside the database remembers it. Nothing here is content. */
export type Withdrawal = {
  readonly what: WithdrawalKind
  readonly realm: number
  readonly stream: string
  /** Purpose of a consent, or reason of a taking off or refusal: a code of the rules; `-` where there is none. */
  readonly code: string
  /** Instant, ISO 8601 UTC. */
  readonly at: string
}

type Past = {
  readonly kind: string
  readonly realm: number
  readonly stream: string
  readonly body: object
  readonly at: string
}

/** Events that take something back, and what of their body the file remembers. */
const told: Readonly<Record<string, readonly [WithdrawalKind, string | null]>> = {
  ConsentWithdrawn: ['consent', 'purpose'],
  ArticleWithdrawn: ['article', 'reason'],
  PersonTakenOut: ['person', 'reason'],
  CommentWithdrawn: ['comment', null],
  CommentRefused: ['comment-refused', 'reason'],
}

/** Kinds of the events that take something back. */
export const withdrawingKinds: readonly string[] = Object.keys(told)

/** What an event takes back; nothing for most. */
export function withdrawalIn({ kind, realm, stream, body, at }: Past): readonly Withdrawal[] {
  const found = told[kind]
  if (!found) return []
  const [what, field] = found
  const code = field === null ? '-' : String((body as Readonly<Record<string, unknown>>)[field])
  return [{ what, realm, stream, code, at }]
}

/**
 * The memory of withdrawals outside the database. A backup made before one still shows a name, a face or a comment in public;
 * `restore` reads this file and takes them back again. One line each, `what realm stream code at`, appended and flushed after
 * the commit, never shortened.
 */
export class WithdrawalsFile {
  readonly #handle: number

  constructor(folder: string) {
    this.#handle = openSync(withdrawalsPath(folder), 'a', 0o600)
  }

  append(all: readonly Withdrawal[]): void {
    if (all.length === 0) return
    writeSync(this.#handle, `${all.map(lineOf).join('\n')}\n`)
    // A promise to a worker, as an erasure is: it must outlive the power as the commit does.
    fsyncSync(this.#handle)
  }

  close(): void {
    closeSync(this.#handle)
  }
}

/** How a withdrawal stands in the file. */
export function lineOf({ what, realm, stream, code, at }: Withdrawal): string {
  return `${what} ${realm} ${stream} ${code} ${at}`
}

export function withdrawalsPath(folder: string): string {
  return path.join(folder, 'withdrawals.log')
}

const form = new RegExp(`^(${withdrawalKinds.join('|')}) (\\d+) ([0-9a-f-]{36}) (\\S+) (\\d{4}-\\S+Z)$`)

/** Every withdrawal remembered, in its order. A half-written last line is passed over: the ledger has it. */
export function readWithdrawals(folder: string): readonly Withdrawal[] {
  let text: string
  try {
    text = readFileSync(withdrawalsPath(folder), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
  return text.split('\n').flatMap((line) => {
    const found = form.exec(line)
    if (!found) return []
    const [, what, realm, stream, code, at] = found as unknown as [
      string,
      WithdrawalKind,
      string,
      string,
      string,
      string,
    ]
    return [{ what, realm: Number(realm), stream, code, at }]
  })
}
