import * as z from 'zod/mini'
import { Id, Instant } from './shape.ts'

const nullable = z.nullable

/** Views of read records; spread into `views`. */
export const readingViews = {
  openings: {
    doc: 'Who opened sealed words, of whatever it was, at the own union and below, newest first: post, kind, part, when, what for. For the auditor. The same post that opens the same words again within ten minutes stands once. `after` is the cursor of the page before.',
    who: ['staff'],
    params: z.strictObject({
      noun: z.optional(z.string().check(z.regex(/^[a-z-]{1,30}$/))),
      after: z.optional(z.string().check(z.maxLength(120))),
    }),
    answer: z.object({
      rows: z.array(
        z.object({
          at: Instant,
          noun: z.string(),
          /** What was opened; a demand that the auditor may not know of is not listed at all. */
          subject: Id,
          /** Number of a demand; null of anything else. */
          number: nullable(z.string()),
          part: z.enum(['identity', 'text']),
          unit: z.object({ id: z.int(), name: z.string(), level: z.string() }),
          post: z.int(),
          role: nullable(z.string()),
          /** Who holds the post, or held it last. */
          holder: nullable(z.string()),
          /** Code of `reason.purpose`; null where opening the page says it. */
          purpose: nullable(z.string()),
        }),
      ),
      after: nullable(z.string()),
    }),
  },
} as const
