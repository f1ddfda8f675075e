import * as z from 'zod/mini'
import { Id, Int } from './shape.ts'

/** Read records of sealed words that are no demand's (domain §4 rule 8). */
export const readingCommands = {
  'reading.record': {
    doc: 'Write down that a post opens the sealed words of a visit, a common issue, a suggestion, a deed, an article, a table, a plan or a note. The server sends it before a view shows them; whoever opens the same within ten minutes again leaves one record.',
    noun: 'reading',
    who: ['system'],
    body: z.strictObject({ of: Id, part: z.enum(['identity', 'text']), unit: Int, post: Int }),
    result: z.object({}),
  },
} as const
