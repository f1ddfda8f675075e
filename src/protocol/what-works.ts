/**
 * How one thing a worker relies on is: `behind` works late, `off` was never set up, `unknown` could not be asked.
 * `since`: since when it is behind, or when the last backup was made; ISO 8601.
 */
export type StatusPiece = {
  readonly piece: 'intake' | 'jobs' | 'sms' | 'backup'
  readonly state: 'ok' | 'behind' | 'down' | 'off' | 'unknown'
  readonly since: string | null
}

/** What `/status` says. `at`: when it was looked at, ISO 8601. Holds nothing of anybody. */
export type WhatWorks = { readonly at: string; readonly pieces: readonly StatusPiece[] }
