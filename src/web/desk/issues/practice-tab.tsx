import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { isMeasure } from '../../../domain/measure/is-measure.ts'
import type { PracticeRow } from '../../../protocol/practice-view.ts'
import { Button } from '../../kit/button.tsx'
import { Chip } from '../../kit/chip.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useServerTime } from '../../kit/server-time.ts'
import { sayLocalDay } from '../text/instant.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { ActForm } from './act-form.tsx'
import { useActing, useMay } from './acting.ts'
import { Rows } from './asked.tsx'
import { readAsking } from './asking.ts'
import { OverLink } from './over-link.tsx'
import { practicesQuery } from './queries.ts'

/** What unions try, to be read and taken up by others. */
export function PracticeTab({ over }: { over: boolean }) {
  const { say } = useSpeech()
  const asked = useInfiniteQuery(practicesQuery(over ? 'ended' : 'running'))
  return (
    <>
      {over ? null : <Describe />}
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

function Describe() {
  const { say } = useSpeech()
  const names = useNames()
  const navigate = useNavigate()
  const post = useActing()
  const may = useMay('practice.describe')
  const [open, setOpen] = useState(false)
  if (!may || !post) return null
  const measures = names.list('measure').map(({ code, name }) => ({ id: code, name }))
  const cuts = names.groups.map(({ code, name }) => ({ id: `topic:${code}`, name }))
  return (
    <section className="issue-acts" aria-label={say('act.practice.describe')}>
      <div className="issue-buttons">
        <Button kind={open ? 'quiet' : 'act'} pressed={open} onPress={() => setOpen(!open)}>
          {say('act.practice.describe')}
        </Button>
      </div>
      {open ? (
        <ActForm
          kind="practice.describe"
          about={String(post.unit.id)}
          realm={post.realm}
          title="act.practice.describe"
          submit="practices.submit"
          fields={[
            { name: 'title', label: 'practices.title', is: 'line', most: 60 },
            { name: 'text', label: 'practices.text', is: 'long', hint: 'practices.textHint' },
            { name: 'since', label: 'practices.since', is: 'day' },
            { name: 'measure', label: 'practices.measure', is: 'pick', items: measures, hint: 'practices.measureHint' },
            { name: 'cut', label: 'practices.cut', is: 'pick', items: cuts, optional: true },
          ]}
          bodyOf={({ title = '', text = '', since = '', measure = '', cut }) => ({
            ...{ unit: post.unit.id, title, text, since, measure: isMeasure(measure) ? measure : 'heard' },
            ...(cut ? { cut } : {}),
          })}
          onDone={(id) => void navigate({ to: '/issues', search: readAsking({ tab: 'practices', id }) })}
        />
      ) : null}
    </section>
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
