import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { Button } from '../../kit/button.tsx'
import { Notice, Skeleton } from '../../kit/notice.tsx'
import type { ListName } from '../api/lists.ts'
import { countsQuery, demandsQuery } from '../api/view.ts'
import { useSpeech } from '../text/say.tsx'
import { DemandLine } from './demand-line.tsx'
import { useKeys } from './keys.ts'

/** The middle pane: what next, soonest first. */
export function ListPane({ list, chosen }: { list: ListName; chosen: string | null }) {
  const { say } = useSpeech()
  const demands = useInfiniteQuery(demandsQuery(list))
  const counts = useQuery(countsQuery)
  const column = useRef<HTMLElement>(null)
  const rows = demands.data?.pages.flatMap((page) => page.rows) ?? []
  const step = (by: 1 | -1) => moveFocus(column.current, by)
  useKeys({ j: () => step(1), k: () => step(-1) })
  const n = counts.data?.[list]
  return (
    <section className="pane list" ref={column} aria-labelledby="list-name">
      <header className="head">
        <Link to="/" className="back" aria-label={say('frame.toLists')}>
          ‹
        </Link>
        <h1 id="list-name">{say(`list.${list}`)}</h1>
        <small>{!n ? '' : say(list === 'closed' ? 'list.howManyClosed' : 'list.howMany', { n })}</small>
      </header>
      {demands.isError && rows.length === 0 ? (
        <Notice
          tone="wrong"
          title={say('error.title')}
          action={<Button onPress={() => void demands.refetch()}>{say('error.retry')}</Button>}
        >
          {say('error.why')}
        </Notice>
      ) : null}
      {demands.isPending ? <Skeleton label={say('loading')} rows={8} /> : null}
      {demands.isSuccess && rows.length === 0 ? (
        <Notice title={say(`empty.${list}.title`)}>{say(`empty.${list}.why`)}</Notice>
      ) : null}
      <ul className="lines">
        {rows.map((row) => (
          <li key={row.id}>
            <DemandLine row={row} list={list} on={row.id === chosen} />
          </li>
        ))}
      </ul>
      {demands.hasNextPage ? (
        <More
          asking={demands.isFetchingNextPage}
          failed={demands.isFetchNextPageError}
          more={() => void demands.fetchNextPage()}
        />
      ) : null}
    </section>
  )
}

/** Asks for the next page when it comes into sight, and by a button for those who do not scroll. */
function More({ asking, failed, more }: { asking: boolean; failed: boolean; more: () => void }) {
  const { say } = useSpeech()
  const end = useRef<HTMLDivElement>(null)
  const ask = useRef(more)
  ask.current = more
  useEffect(() => {
    if (!end.current || asking || failed) return
    const watcher = new IntersectionObserver((seen) => {
      if (seen.some((each) => each.isIntersecting)) ask.current()
    })
    watcher.observe(end.current)
    return () => watcher.disconnect()
  }, [asking, failed])
  return (
    <div className="more" ref={end}>
      <Button kind="plain" pending={asking} onPress={more}>
        {say(failed ? 'list.moreFailed' : 'list.more')}
      </Button>
    </div>
  )
}

/** Moves among the lines without opening one: opening the text of a demand leaves a record. */
function moveFocus(column: HTMLElement | null, by: 1 | -1): void {
  const lines = [...(column?.querySelectorAll<HTMLElement>('.line') ?? [])]
  const at = lines.indexOf(document.activeElement as HTMLElement)
  const open = lines.findIndex((line) => line.hasAttribute('data-on'))
  const from = at >= 0 ? at : open
  const to = from < 0 ? 0 : Math.min(lines.length - 1, Math.max(0, from + by))
  lines[to]?.focus()
}
