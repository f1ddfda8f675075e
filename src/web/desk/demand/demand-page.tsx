import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { Chip } from '../../kit/chip.tsx'
import { Notice, Skeleton } from '../../kit/notice.tsx'
import { WordedSeals } from '../../kit/seals.tsx'
import { useServerTime } from '../../kit/server-time.ts'
import { Problem } from '../api/request.ts'
import { demandQuery } from '../api/view.ts'
import { WhenChip } from '../frame/demand-line.tsx'
import { useTitle } from '../frame/title.ts'
import { sayInstant } from '../text/instant.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { sealWords } from '../text/seal-words.ts'
import { Verbs } from '../verb/verbs.tsx'
import { Claims } from './claims.tsx'
import { Facts } from './facts.tsx'
import { Files } from './files.tsx'
import { Instructions } from './instructions.tsx'
import { LegalClocks } from './legal-clocks.tsx'
import { type Mark, marksOf } from './marks.ts'
import { useOpenedTexts } from './opened.ts'
import { OpenedBy } from './opened-by.tsx'
import { Original } from './original.tsx'
import { purposeOf } from './purpose.ts'
import { standingOf } from './standing.ts'
import { Timeline } from './timeline.tsx'

/** The right pane: the thing itself. */
export function DemandPage() {
  const { say } = useSpeech()
  const { demand: id = '', list = 'today' } = useParams({ strict: false })
  const demand = useQuery(demandQuery(id))
  const queries = useQueryClient()
  const refused = demand.error instanceof Problem
  const gone = demand.error instanceof Problem && demand.error.status === 404
  useEffect(() => {
    // Out of reach now: what was opened of it goes as well.
    if (gone) queries.removeQueries({ queryKey: ['opened', id] })
  }, [gone, id, queries])
  if (demand.data && !gone) return <Page key={id} page={demand.data} />
  if (demand.isPending) return <Skeleton label={say('loading')} rows={6} />
  return (
    <article className="demand" aria-labelledby="demand-name">
      <header className="head">
        <Link to="/$list" params={{ list }} className="back" aria-label={say('frame.toList')}>
          ‹
        </Link>
        <h1 id="demand-name">{say(refused ? 'demand.goneTitle' : 'error.title')}</h1>
      </header>
      <Notice
        tone="wrong"
        action={refused ? undefined : <Button onPress={() => void demand.refetch()}>{say('error.retry')}</Button>}
      >
        {say(refused ? 'demand.goneWhy' : 'error.why')}
      </Notice>
    </article>
  )
}

function Page({ page }: { page: ViewAnswer<'demand'> }) {
  const speech = useSpeech()
  const names = useNames()
  const { list = 'today' } = useParams({ strict: false })
  const { demand: row } = page
  const now = useServerTime()
  const standing = standingOf(page.timeline)
  const heading = useRef<HTMLHeadingElement>(null)
  const opening = useOpenedTexts(row.id, purposeOf(row), row.verbs.includes('content.open.text'))
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const topic = row.topic === null ? null : names.topic(row.topic)
  const title = topic?.name ?? row.topic ?? speech.say('line.noTopic')
  useTitle(title)
  return (
    <article className="demand" aria-labelledby="demand-name">
      <header className="head">
        <Link to="/$list" params={{ list }} className="back" aria-label={speech.say('frame.toList')}>
          ‹
        </Link>
        <h1 id="demand-name" tabIndex={-1} ref={heading}>
          {title}
        </h1>
        <WhenChip row={row} />
      </header>
      <div className="body">
        <WordedSeals seals={row.seals} words={sealWords(speech, row.seals)} />
        <Marks marks={marksOf(speech, row, now, standing)} />
        <NextStep row={row} />
        <Verbs page={page}>
          <Original page={page} opening={opening} />
          <Files page={page} />
        </Verbs>
        <Facts page={page} />
        <Instructions demand={row.id} />
        {standing.claims > 0 ? <Claims master={row.id} n={standing.claims} /> : null}
        <LegalClocks topic={row.topic} />
        <Timeline page={page} opening={opening} />
        <OpenedBy rows={page.opened} />
      </div>
    </article>
  )
}

function Marks({ marks }: { marks: readonly Mark[] }) {
  const { say } = useSpeech()
  if (marks.length === 0) return null
  return (
    <ul className="marks" aria-label={say('mark.label')}>
      {marks.map((mark) => (
        <li key={mark.id}>
          <Chip tone={mark.tone}>{mark.words}</Chip>
        </li>
      ))}
    </ul>
  )
}

/** One responsible unit and one time. */
function NextStep({ row }: { row: ViewAnswer<'demand'>['demand'] }) {
  const speech = useSpeech()
  const names = useNames()
  const now = useServerTime()
  if (!row.next) return null
  const { unit, section, what, at } = row.next
  return (
    <p className="next">
      {speech.say('demand.next', {
        unit: section ? `${unit.name} · ${names.name('section', section)}` : unit.name,
        what: speech.say(`next.${what}`),
        at: sayInstant(speech, at, now),
      })}
    </p>
  )
}
