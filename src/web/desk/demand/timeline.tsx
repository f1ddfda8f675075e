import type { UseQueryResult } from '@tanstack/react-query'
import type { TimelineRow, ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { sayInstant } from '../text/instant.ts'
import { useSpeech } from '../text/say.tsx'
import { type Saying, sayEvent } from './event-words.ts'
import type { Opening } from './opened.ts'
import { ownWords, useOwnWords } from './own-words.ts'
import { useSaying } from './saying.ts'

/** What happened, newest first, in plain words, with the texts that were opened. */
export function Timeline({ page, opening }: { page: ViewAnswer<'demand'>; opening: UseQueryResult<Opening> }) {
  const { say } = useSpeech()
  const saying = useSaying(page)
  useOwnWords()
  const texts = opening.data && 'texts' in opening.data ? opening.data.texts : {}
  const allowed = page.demand.verbs.includes('content.open.text')
  const textOf = (row: TimelineRow) =>
    row.content === null ? undefined : (texts[row.content] ?? ownWords(page.demand.id, row.n))
  const closed = page.timeline.filter((row) => row.content !== null && textOf(row) === undefined).length
  return (
    <section aria-labelledby="timeline-name">
      <div className="section-head">
        <h2 id="timeline-name">{say('timeline.title')}</h2>
        {allowed && opening.isSuccess && closed > 0 ? (
          <Button pending={opening.isFetching} onPress={() => void opening.refetch()}>
            {say('timeline.open', { n: closed })}
          </Button>
        ) : null}
      </div>
      <ol className="timeline">
        {page.timeline.toReversed().map((row) => (
          <Entry key={row.n} saying={saying} row={row} text={row.kind === 'DemandRaised' ? undefined : textOf(row)} />
        ))}
      </ol>
    </section>
  )
}

function Entry({ saying, row, text }: { saying: Saying; row: TimelineRow; text: string | undefined }) {
  const { speech, now } = saying
  const who = row.by === 'union' ? [row.unit?.name, row.person].filter(Boolean).join(' · ') : speech.say(`by.${row.by}`)
  return (
    <li data-by={row.by}>
      <p>
        <b>{sayEvent(saying, row)}</b>
      </p>
      {text === undefined ? null : <blockquote className="said">{text}</blockquote>}
      {text === undefined && row.content !== null && row.kind !== 'DemandRaised' ? (
        <p className="small">{speech.say('timeline.sealed')}</p>
      ) : null}
      <p className="small">
        {who} · <time dateTime={row.at}>{sayInstant(speech, row.at, now)}</time>
      </p>
    </li>
  )
}
