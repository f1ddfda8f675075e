import { timingSafeEqual } from 'node:crypto'
import { checkWord } from '../../domain/code/check-word.ts'
import { type RetrievalCode, retrievalCode } from '../../domain/code/retrieval-code.ts'
import { hmac } from '../secret.ts'

/**
 * The retrieval code of a demand: 60 bits, derived from the id of the command that raised it under a key outside the
 * database. Derived and not drawn, because the same command sent again (a double tap, a lost answer) must get the same
 * receipt, while the code itself is stored nowhere.
 */
export function codeOf(key: Buffer, command: string): RetrievalCode {
  return retrievalCode(hmac(key, `code ${command}`).subarray(0, 8))
}

/** The word with which a genuine caller opens (核对词), derived in the same way. */
export function checkWordOf(key: Buffer, command: string, words: readonly string[]): string {
  return checkWord(words, hmac(key, `word ${command}`).subarray(0, 4))
}

/** What the claimant is given, once. */
export type Receipt = { readonly code: RetrievalCode; readonly checkWord: string }

/** Code and check word of the command that raised a demand. */
export function receiptOf(key: Buffer, command: string, words: readonly string[]): Receipt {
  return { code: codeOf(key, command), checkWord: checkWordOf(key, command, words) }
}

/** What is stored of a code. */
export function codeMac(key: Buffer, number: string, code: string): Buffer {
  return hmac(key, `mac ${number} ${code}`)
}

/** Compares in constant time. */
export function codeFits(key: Buffer, number: string, code: string, stored: Buffer): boolean {
  return timingSafeEqual(codeMac(key, number, code), stored)
}
