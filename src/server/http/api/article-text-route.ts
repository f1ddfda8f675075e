import { mayPublish } from '../../../domain/article/may.ts'
import { ArticleFile } from '../../../protocol/article-text.ts'
import { importMost } from '../../../protocol/news-command.ts'
import { Fault } from '../../fault.ts'
import { importInTime } from '../../news/import-in-time.ts'
import type { Routes } from '../routes.ts'
import { actorOf } from './actor.ts'
import { parse } from './parse.ts'

/** A character is at most six bytes of JSON. */
const bodyLimit = importMost * 6 + 1024

/** `POST /api/article-text`: the text of an HTML or Markdown file in blocks, for those who write. Nothing is kept. */
export const articleTextRoute: Routes = (app, context) => {
  app.post('/api/article-text', { bodyLimit }, async (request, reply) => {
    const actor = await actorOf(context, request, reply)
    if (actor.kind === 'public') throw new Fault(401, 'sign-in.needed')
    if (actor.kind !== 'staff' || mayPublish(actor, 'article.write', [actor.unit]) !== 'yes')
      throw new Fault(403, 'not-allowed')
    const blocks = await importInTime(parse(ArticleFile, request.body, ''))
    if (blocks === null || blocks.length === 0) throw new Fault(422, 'article.unreadable', { field: 'text' })
    return reply.header('cache-control', 'no-store').send({ blocks })
  })
}
