import type { ArticleHead } from './command.ts'
import type { ArticleEvent } from './event.ts'
import type { ArticleState } from './state.ts'

/** An event of an article as it stands in the ledger. */
export type PastArticleEvent = ArticleEvent & { readonly at: string; readonly stream: string }

/** Folds one event. Reads no rule and no clock. */
export function evolve(before: ArticleState | null, event: PastArticleEvent): ArticleState {
  if (event.kind === 'ArticleWritten') {
    const { unit, path, revision, content, by } = event.body
    return {
      ...{
        id: event.stream,
        unit,
        path,
        revision,
        words: content.words,
        stage: 'draft',
        public: null,
        comments: false,
        withdrawn: null,
      },
      head: headOf(event.body),
      writers: by === null ? [] : [by],
    }
  }
  if (!before) throw new Error(`the first event of an article is ArticleWritten, not ${event.kind}`)
  switch (event.kind) {
    case 'ArticleRevised':
    case 'ArticleCorrected': {
      const { revision, content, by } = event.body
      const among = before.stage === 'settled' ? [] : before.writers
      const writers = by === null || among.includes(by) ? among : [...among, by]
      const stage = event.kind === 'ArticleCorrected' ? 'offered' : 'draft'
      return { ...before, revision, words: content.words, head: headOf(event.body), stage, writers }
    }
    case 'ArticleOffered':
      return { ...before, stage: 'offered' }
    case 'ArticleReleased': {
      const { version, revision, content } = event.body
      const releasedAt = before.public?.releasedAt ?? event.at
      const told = { version, revision, words: content.words, releasedAt, changedAt: event.at, head: before.head }
      return { ...before, stage: 'settled', public: { ...told, note: before.public ? 'corrected' : null } }
    }
    case 'PersonTakenOut': {
      if (!before.public) return before
      const { version, content } = event.body
      const told = { ...before.public, version, words: content.words, changedAt: event.at, note: 'person' as const }
      return { ...before, comments: false, public: { ...told, head: { ...told.head, tells: 'nobody' } } }
    }
    case 'CommentsOpened':
      return { ...before, comments: true }
    case 'CommentsClosed':
      return { ...before, comments: false }
    case 'ArticleWithdrawn': {
      const { reason, version } = event.body
      return { ...before, stage: 'settled', withdrawn: { reason, version, at: event.at } }
    }
  }
}

function headOf({ series, part, author, source, topics, tells, demand }: ArticleHead): ArticleHead {
  return { series, part, author, source, topics, tells, demand }
}
