import * as z from 'zod/mini'
import { Id, Instant } from './shape.ts'

/** What can be read of comments at the desk. The number of a writer is in no view. */
export const commentViews = {
  comments: {
    doc: 'Comments on the own paper: those that wait, oldest first, or all, last written first. `reasons`: why one is not published.',
    who: ['staff'],
    params: z.strictObject({
      list: z.enum(['waiting', 'all']),
      after: z.optional(z.string().check(z.maxLength(100))),
    }),
    answer: z.object({
      allowed: z.boolean(),
      rows: z.array(
        z.object({
          comment: Id,
          article: Id,
          title: z.string(),
          text: z.nullable(z.string()),
          status: z.enum(['waiting', 'published', 'refused', 'withdrawn']),
          reason: z.nullable(z.string()),
          writtenAt: Instant,
          verbs: z.array(z.string()),
        }),
      ),
      after: z.nullable(z.string()),
      reasons: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })),
    }),
  },
} as const
