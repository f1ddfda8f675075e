import type { Part } from './subject-keys.ts'

/**
 * That a read record stands before anybody sees a word. Made in `server/command/look.ts` and `opened.ts` and nowhere else
 * (test/architecture/looked.test.ts): whoever opens content has one, or names why none is needed.
 */
export class Looked {
  readonly subject: string
  readonly part: Part

  constructor(subject: string, part: Part) {
    this.subject = subject
    this.part = part
  }
}

/** Leaves a read record of the post that reads, and gives the proof of it. */
export type Look = (subject: string, part: Part) => Promise<Looked>

/**
 * Why words are opened without a read record. `own`: the worker reads what is the worker's (docs/adr/0009). `machine`: nobody
 * looks, the words are carried on or kept. `cadre`: the name of a cadre in office, told to everybody the paper is for.
 * `to-anybody`: surnames of a public notice, comments that readers wrote to be read by anybody, on their way there or back.
 * `paper`: what was said about the line itself, on no worker's matter, told to the whole subtree. `heading`: the titles of a
 * union's own articles, listed to its editors; the article itself leaves a record.
 */
export const unrecorded = ['own', 'machine', 'cadre', 'paper', 'to-anybody', 'heading'] as const
/** Why words are opened without a read record. */
export type Unrecorded = (typeof unrecorded)[number]

/** Throws where the proof is one of other words: a bug, never a refusal. */
export function mustBeOf(by: Looked | Unrecorded, subject: string, part: Part): void {
  if (by instanceof Looked && (by.subject !== subject || by.part !== part))
    throw new Error('the read record is one of other words')
}
