import * as z from 'zod/mini'
import { BlockShape, importMost } from './news-command.ts'
import { FileText } from './shape.ts'

/**
 * `POST /api/article-text`: a file whose text becomes an article. Nothing is kept: the answer is what the writing form is
 * filled with. Errors: 400 `field.invalid`, 401 `sign-in.needed`, 403 `not-allowed`, 422 `article.unreadable`.
 */
export const ArticleFile = z.strictObject({
  form: z.enum(['html', 'markdown']),
  /** Decoded already; UTF-16 units. */
  text: FileText.check(z.maxLength(importMost)),
})
/** What a file is sent as. */
export type ArticleFile = z.infer<typeof ArticleFile>

/** Its text in blocks, every character of it. */
export const ArticleText = z.object({ blocks: z.array(BlockShape) })
