import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type Id, realmOfId } from '../../../domain/id.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { Chip } from '../../kit/chip.tsx'
import { useCommand } from '../api/use-command.ts'
import { useSpeech } from '../text/say.tsx'
import { OutcomeWords } from '../verb/outcome-words.tsx'
import { Choose } from './article-form.tsx'
import { commentsQuery, newsMoved } from './queries.ts'

type Answer = ViewAnswer<'comments'>
type Row = Answer['rows'][number]

/** Comments of readers: each is read before everybody reads it. Not there at all where the federation takes none. */
export function CommentsCard() {
  const { say } = useSpeech()
  const [list, choose] = useState<'waiting' | 'all'>('waiting')
  const found = useInfiniteQuery(commentsQuery(list))
  const first = found.data?.pages[0]
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? []
  if (!first || (!first.allowed && list === 'waiting' && rows.length === 0)) return null
  return (
    <section className="card news-card" aria-labelledby="comments">
      <h2 id="comments">{say('news.comments')}</h2>
      <p className="small">{say('news.comments.about')}</p>
      <fieldset className="picks" aria-label={say('news.comments')}>
        {(['waiting', 'all'] as const).map((each) => (
          <button key={each} type="button" aria-pressed={each === list} onClick={() => choose(each)}>
            {say(`news.comments.${each}`)}
          </button>
        ))}
      </fieldset>
      {rows.length === 0 ? <p>{say('news.comments.none')}</p> : null}
      <ul className="news-comments">
        {rows.map((row) => (
          <Comment key={row.comment} row={row} reasons={first.reasons} />
        ))}
      </ul>
      {found.hasNextPage ? (
        <Button onPress={() => void found.fetchNextPage()} pending={found.isFetchingNextPage}>
          {say('news.more')}
        </Button>
      ) : null}
    </section>
  )
}

function Comment({ row, reasons }: { row: Row; reasons: Answer['reasons'] }) {
  const { say, language } = useSpeech()
  const queries = useQueryClient()
  const [reason, choose] = useState('')
  const onAccepted = () => void newsMoved(queries)
  const publish = useCommand('comment.publish', `comment.publish ${row.comment}`, { oneClick: true, onAccepted })
  const refuse = useCommand('comment.refuse', `comment.refuse ${row.comment}`, { oneClick: true, onAccepted })
  const realm = realmOfId(row.comment as Id)
  const nameOf = (each: { zh: string; en: string }) => each[language === 'en' ? 'en' : 'zh']
  const why = reasons.find(({ code }) => code === row.reason)
  const title = row.title === '' ? say('news.untitled') : row.title
  return (
    <li>
      <p className="small">
        <Link to="/news/$article" params={{ article: row.article }}>
          {title}
        </Link>{' '}
        <Chip tone={row.status === 'waiting' ? 'due' : 'plain'}>{say(`news.comment.${row.status}`)}</Chip>
      </p>
      {row.text === null ? null : (
        <blockquote className="news-text" lang="zh-CN">
          {row.text}
        </blockquote>
      )}
      {why ? <p className="small">{nameOf(why)}</p> : null}
      <OutcomeWords phase={publish.phase.is === 'idle' ? refuse.phase : publish.phase} />
      <div className="form">
        {row.verbs.includes('comment.publish') ? (
          <div>
            <Button
              kind="act"
              pending={publish.phase.is === 'sending'}
              onPress={() => void publish.submit(realm, { comment: row.comment })}
            >
              {say('news.comment.publish')}
            </Button>
          </div>
        ) : null}
        {row.verbs.includes('comment.refuse') ? (
          <details>
            <summary>{say(row.status === 'published' ? 'news.comment.takeOff' : 'news.comment.refuse')}</summary>
            <div className="form">
              <Choose
                label={say('news.comment.why')}
                value={reason}
                choose={choose}
                options={reasons.map((each) => [each.code, nameOf(each)])}
                none={say('news.comment.choose')}
              />
              <div className="form-end">
                <Button
                  disabled={reason === ''}
                  pending={refuse.phase.is === 'sending'}
                  onPress={() => void refuse.submit(realm, { comment: row.comment, reason })}
                >
                  {say(row.status === 'published' ? 'news.comment.takeOff' : 'news.comment.refuse')}
                </Button>
              </div>
            </div>
          </details>
        ) : null}
      </div>
    </li>
  )
}
