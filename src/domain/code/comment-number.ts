import { type Id, type Realm, realmOfId } from '../id.ts'
import { deedMark } from './slip-number.ts'
import { BASE32, typed } from './typed.ts'

/** Number of a comment, `PL-<realm>-<mark>`: by it and a code its writer sees what became of it. It is not secret. */
export type CommentNumber = string

/** Writes the number of a comment. */
export function commentNumber(comment: Id): CommentNumber {
  return `PL-${String(realmOfId(comment)).padStart(5, '0')}-${deedMark(comment)}`
}

/** Reads a number as people type it; undefined when it cannot be one. O is taken for 0, I and L for 1. */
export function readCommentNumber(
  text: string,
): { readonly number: CommentNumber; readonly realm: Realm; readonly mark: string } | undefined {
  const match = /^PL([\dOIL]{5})([0-9A-Z]{8})$/.exec(typed(text))
  if (!match) return undefined
  const clear = (part = '') => part.replaceAll('O', '0').replace(/[IL]/g, '1')
  const [realm, mark] = [Number(clear(match[1])), clear(match[2])]
  if (realm < 1 || realm > 65_535 || [...mark].some((each) => !BASE32.includes(each))) return undefined
  return { number: `PL-${String(realm).padStart(5, '0')}-${mark}`, realm, mark }
}
