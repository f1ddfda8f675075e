import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { Chip } from '../../kit/chip.tsx'
import { Notice, Skeleton } from '../../kit/notice.tsx'
import { PlainPage } from '../office/page.tsx'
import { useSpeech } from '../text/say.tsx'
import { ArticleForm } from './article-form.tsx'
import { CommentsCard } from './comments-card.tsx'
import './news.css'
import { newsroomQuery } from './queries.ts'
import { SeriesForm } from './series-form.tsx'

type Row = ViewAnswer<'newsroom'>['articles'][number]

/** The paper of the own union: what is written, what waits for a second person, what anybody can read. */
export function NewsPage() {
  const { say } = useSpeech()
  const [writing, write] = useState(false)
  const room = useInfiniteQuery(newsroomQuery)
  const first = room.data?.pages[0]
  const rows = room.data?.pages.flatMap((page) => page.articles) ?? []
  return (
    <PlainPage title={say('news.title')}>
      <div className="newsroom">
        <p className="small">{say('news.about')}</p>
        {room.isPending ? <Skeleton label={say('loading')} rows={4} /> : null}
        {room.isError && !room.data ? (
          <Notice
            tone="wrong"
            title={say('error.title')}
            action={<Button onPress={() => void room.refetch()}>{say('error.retry')}</Button>}
          >
            {say('error.why')}
          </Notice>
        ) : null}
        {first && !writing ? (
          <div>
            <Button kind="act" onPress={() => write(true)}>
              {say('news.write')}
            </Button>
          </div>
        ) : null}
        {first && writing ? <ArticleForm room={first} page={null} close={() => write(false)} /> : null}
        {first && !writing ? <SeriesForm room={first} /> : null}
        {first && !writing ? <CommentsCard /> : null}
        {room.isSuccess && rows.length === 0 ? <Notice title={say('news.empty')}>{say('news.emptyWhy')}</Notice> : null}
        <ul className="news-rows">
          {rows.map((row) => (
            <Line key={row.article} row={row} />
          ))}
        </ul>
        {room.hasNextPage ? (
          <div>
            <Button onPress={() => void room.fetchNextPage()} pending={room.isFetchingNextPage}>
              {say('news.more')}
            </Button>
          </div>
        ) : null}
      </div>
    </PlainPage>
  )
}

function Line({ row }: { row: Row }) {
  const { say } = useSpeech()
  return (
    <li>
      <Link to="/news/$article" params={{ article: row.article }}>
        <b>{row.title === '' ? say('news.untitled') : row.title}</b>
        {row.part === null ? null : <span>{say('news.part', { n: row.part })}</span>}
        <Chip tone={row.waits ? 'due' : 'plain'}>
          {say(row.waits && row.status === 'released' ? 'news.status.correction' : `news.status.${row.status}`)}
        </Chip>
        {row.tells === 'worker' ? <Chip tone="calm">{say('news.tellsWorker')}</Chip> : null}
      </Link>
    </li>
  )
}
