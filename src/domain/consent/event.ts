import type { Purpose } from './command.ts'

/** What was agreed to. `hash`: SHA-256 of the text in both languages. `assisted`: with a code that staff could have seen. */
export type ConsentGiven = {
  readonly purpose: Purpose
  readonly version: number
  readonly hash: string
  readonly name: boolean
  readonly picture: boolean
  readonly assisted: boolean
}

/**
 * Consents in the stream of a demand. `erased`: taken back because the worker had the demand's content erased;
 * `restored`: taken back before, and again because a restore had brought it back.
 */
export type ConsentEvent =
  | { readonly kind: 'ConsentGiven'; readonly body: ConsentGiven }
  | {
      readonly kind: 'ConsentWithdrawn'
      readonly body: { readonly purpose: Purpose; readonly cause: 'worker' | 'erased' | 'restored' }
    }
