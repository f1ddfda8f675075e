import type { ClientBase } from 'pg'
import { wordsOfBlock } from '../../domain/article/block.ts'
import { type ArticleState, takesComments } from '../../domain/article/state.ts'
import { realmOfId } from '../../domain/id.ts'
import type { Follower } from '../follow/follow.ts'
import type { SubjectKeys } from '../vault/subject-keys.ts'
import { articleOf, consentOf, openWords } from '../view/article-words.ts'

/** Name of its place in table `follower`. */
export const publishedNews = 'published-news'

/**
 * Keeps the copy the public reads. Whatever happened to an article, the copy is written anew from where the article stands
 * now: handled twice it is the same, and an older event never brings back what a newer one took off.
 */
export function publishedFollower({ subjectKeys }: { readonly subjectKeys: SubjectKeys }): Follower {
  return {
    name: publishedNews,
    kinds: new Set(['ArticleReleased', 'PersonTakenOut', 'ArticleWithdrawn', 'CommentsOpened', 'CommentsClosed']),
    async handle(client, events) {
      for (const article of new Set(events.map(({ stream }) => stream))) await publish(client, subjectKeys, article)
    },
  }
}

async function publish(client: ClientBase, keys: SubjectKeys, article: string): Promise<void> {
  const state = await articleOf(client, article)
  if (!state?.public) return
  const row = await rowOf(client, keys, state, state.public)
  await client.query(
    `insert into published select * from json_populate_record(null::published, $1)
     on conflict (realm, id) do update set (unit, series, part, title, title_tells, author, source, topics, demand, held,
       blocks, words, version, state, note, note_text, reason, released_at, changed_at, comments)
     = (excluded.unit, excluded.series, excluded.part, excluded.title, excluded.title_tells, excluded.author, excluded.source,
       excluded.topics, excluded.demand, excluded.held, excluded.blocks, excluded.words, excluded.version, excluded.state,
       excluded.note, excluded.note_text, excluded.reason, excluded.released_at, excluded.changed_at, excluded.comments)`,
    [JSON.stringify(row)],
  )
}

type Told = NonNullable<ArticleState['public']>

async function rowOf(client: ClientBase, keys: SubjectKeys, state: ArticleState, told: Told) {
  const { id, unit, withdrawn } = state
  const { head, releasedAt } = told
  const { series = null, part = null, author, source, topics } = head
  const common = {
    realm: realmOfId(id),
    id,
    unit,
    series,
    part,
    author,
    source,
    topics,
    released_at: releasedAt,
    comments: takesComments(state),
  }
  const words = withdrawn ? null : await openWords(client, keys, id, told.words, 'machine')
  // Taken off, or its key is gone: nothing of it is left but that there was one, and why.
  if (!words)
    return {
      ...{ ...common, title: '', title_tells: false, demand: null, held: true, blocks: [], words: '' },
      ...{ version: withdrawn?.version ?? told.version, state: 'withdrawn', note: null, note_text: null },
      ...{ reason: withdrawn?.reason ?? 'other', changed_at: withdrawn?.at ?? told.changedAt },
    }
  const demand = head.tells === 'worker' ? (head.demand ?? null) : null
  return {
    ...{ ...common, title: words.title, title_tells: words.titleTells ?? false, blocks: words.blocks, demand },
    held:
      head.tells === 'nobody' ||
      (demand !== null && (await consentOf(client, demand, undefined, 'for share')) !== null),
    words: [words.title, ...words.blocks.map(wordsOfBlock)].join('\n'),
    ...{ version: told.version, state: 'released', note: told.note, note_text: words.note ?? null, reason: null },
    changed_at: told.changedAt,
  }
}
