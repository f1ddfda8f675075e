import type { Actor } from '../../../domain/actor.ts'
import { cardLines } from '../../../domain/article/card.ts'
import { type Rules, rulesAt } from '../../../domain/rules.ts'
import type { commentViews } from '../../../protocol/comment-view.ts'
import type { newsViews } from '../../../protocol/news-view.ts'
import type { ViewAnswer, ViewParams } from '../../../protocol/view.ts'
import type { ServerContext } from '../../context.ts'
import { commentsOf, publicComments } from '../../view/comments.ts'
import { findArticle, findNews } from '../../view/news.ts'
import { articlePage, newsroomOf } from '../../view/newsroom.ts'
import { type Reader, reading } from '../../view/scope.ts'
import { shownBlocks } from '../../view/shown-block.ts'
import { openingAs } from './opening.ts'

type Staff = Extract<Actor, { kind: 'staff' }>
type Name = keyof typeof newsViews | keyof typeof commentViews
type Ask<N extends Name> = { readonly context: ServerContext; readonly actor: Reader; readonly params: ViewParams<N> }

/** How the views of the news room are answered. */
export const newsAnswers: { readonly [N in Name]: (ask: Ask<N>) => Promise<ViewAnswer<N>> } = {
  comments: ({ context, actor, params }) => commentsOf(from(context, actor), actor as Staff, params),
  news: ({ context, actor, params }) =>
    reading(context.db.reader, actor, (client) => findNews(client, params, inForce(context).news)),
  'news-article': ({ context, actor, params }) => publicArticle(context, actor, params),
  'news-card': async ({ context, actor, params }) => {
    const { article } = await publicArticle(context, actor, params)
    return { lines: cardLines(article.title) }
  },
  newsroom: ({ context, actor, params }) => {
    const takes = takesComments(context, inForce(context))
    return newsroomOf({ ...from(context, actor), takesComments: takes }, actor as Staff, params.after)
  },
  article: ({ context, actor, params }) => articlePage(from(context, actor), actor as Staff, params.article),
}

/** A published article with its figures counted: sums that are no longer anybody's, read beside the reader's own scope. */
export async function publicArticle(
  context: ServerContext,
  actor: Reader,
  params: ViewParams<'news-article'>,
): Promise<ViewAnswer<'news-article'>> {
  const rules = inForce(context)
  const { unit, blocks, ...found } = await reading(context.db.reader, actor, (client) =>
    findArticle(client, params, rules.news),
  )
  const commentsOpen = found.commentsOpen && takesComments(context, rules)
  const { n, list } = commentsOpen
    ? await publicComments(context.command, params.article, rules.news.comments.shown)
    : { n: 0, list: [] }
  const how = { images: false, now: context.clock.now() }
  return {
    ...{ ...found, commentsOpen, comments: n, commentList: list },
    blocks: await shownBlocks(context.db.writer, unit, blocks, rules.figures, how),
  }
}

/** Comments are off as they ship; and where no message can be sent no phone is verified, so none is taken or shown. */
export function takesComments({ outgoing }: ServerContext, { news }: Pick<Rules, 'news'>): boolean {
  return news.comments.open && outgoing.gateways.sms !== undefined
}

function from(context: ServerContext, actor: Reader) {
  return { ...openingAs(context, actor as Staff), rules: inForce(context), now: context.clock.now() }
}

function inForce({ command, clock }: ServerContext): Rules {
  return rulesAt(command.ruleSet, clock.now().getTime())
}
