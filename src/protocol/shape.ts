import * as z from 'zod/mini'
import { isId } from '../domain/id.ts'

/** Longest sentence-like text a person may send, in UTF-16 units. Long enough for a story, short enough for a phone. */
export const longText = 8000
/** Longest short text: a name, a note, a way to be reached. */
export const shortText = 200

// Control characters never belong to what a person says; a lone surrogate is a broken encoding.
const clean = z.refine(
  (text: unknown) =>
    typeof text === 'string' && text.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text),
  {
    error: 'holds control characters or broken encoding',
  },
)
const filled = z.refine((text: unknown) => typeof text === 'string' && text.trim().length > 0, { error: 'is empty' })

/** The text of a whole file: not empty, no control characters; its own limit is the caller's. */
export const FileText = z.string().check(clean, filled)

/** Text of a person: NFC is made by the server, white space kept, never empty. */
export const Text = z.string().check(z.maxLength(longText), clean, filled)
/** Short text of a person. */
export const Short = z.string().check(z.maxLength(shortText), clean)
/** Id of a stream or a command: UUIDv7 that carries its realm (`domain/id.ts`). */
export const Id = z.string().check(
  z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
  z.refine((text: unknown) => typeof text === 'string' && isId(text), { error: 'carries no realm' }),
)
/** Code of the rules: topic, nature, channel, reason. */
export const Code = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/))
/** Region: six digits to county, nine to township. Only the nation, 000000, begins with 00. */
export const Region = z.string().check(z.regex(/^(?!00(?!0{4}$))\d{6}(\d{3})?$/))
/** Integer id of a unit, employer or post. */
export const Int = z.int().check(z.gte(1), z.lte(2147483647))
/** Amount in fen, CNY. Up to a hundred billion yuan. */
export const AmountFen = z.int().check(z.gte(0), z.lte(10_000_000_000_000))
/** Instant, ISO 8601 with offset. */
export const Instant = z.iso.datetime({ offset: true })
/** A day in China, YYYY-MM-DD. */
export const LocalDay = z.iso.date()
