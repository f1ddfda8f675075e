import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { PracticeRow } from '../../../protocol/practice-view.ts'
import { Chip } from '../../kit/chip.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useServerTime } from '../../kit/server-time.ts'
import { sayLocalDay } from '../text/instant.ts'
import { useSpeech } from '../text/say.tsx'
import { Rows } from './asked.tsx'
import { readAsking } from './asking.ts'
import { DescribePractice } from './describe-form.tsx'
import { OverLink } from './over-link.tsx'
import { practicesQuery } from './queries.ts'

/** What unions try, to be read and taken up by others. */
export function PracticeTab({ over }: { over: boolean }) {
  const { say } = useSpeech()
  const asked = useInfiniteQuery(practicesQuery(over ? 'ended' : 'running'))
  return (
    <>
      {over ? null : <DescribePractice />}
      <section aria-labelledby="practice-list">
        <h2 id="practice-list">{say(over ? 'practices.ended' : 'practices.running')}</h2>
        <Rows
          asked={asked}
          idOf={(row: PracticeRow) => row.id}
          empty={<Notice title={say('practices.none')}>{say('practices.noneWhy')}</Notice>}
        >
          {(row) => <PracticeLine row={row} />}
        </Rows>
        <OverLink tab="practices" over={over} words={['practices.toEnded', 'practices.toRunning']} />
      </section>
    </>
  )
}

function PracticeLine({ row }: { row: PracticeRow }) {
  const speech = useSpeech()
  const { say } = speech
  const now = useServerTime()
  return (
    <Link to="/issues" search={readAsking({ tab: 'practices', id: row.id })} className="issue-row issue-open">
      <div>
        <b className="issue-title">{row.title}</b>
        <small>{say('practices.by', { unit: row.unit.name, on: sayLocalDay(speech, row.since, now) })}</small>
      </div>
      {row.adopted > 0 ? <Chip tone="calm">{say('practices.adoptedBy', { n: row.adopted })}</Chip> : null}
    </Link>
  )
}
