import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { SuggestionRow } from '../../../protocol/suggestion-view.ts'
import { Button } from '../../kit/button.tsx'
import { Chip } from '../../kit/chip.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useServerTime } from '../../kit/server-time.ts'
import { sayLocalDay } from '../text/instant.ts'
import { useSpeech } from '../text/say.tsx'
import { ActForm } from './act-form.tsx'
import { useActing, useMay } from './acting.ts'
import { Rows } from './asked.tsx'
import { type Asking, readAsking } from './asking.ts'
import { OverLink } from './over-link.tsx'
import { suggestionsQuery } from './queries.ts'

/** Suggestions that wait for an opinion, here first, and those that were answered. */
export function SuggestionTab({ asking }: { asking: Asking }) {
  const { say } = useSpeech()
  const over = asking.over === true
  const opines = useMay('suggestion.opine')
  const own = useActing()?.unit.id
  return (
    <>
      {over ? null : <Raise from={asking.from} />}
      {over || !opines ? null : <List list="here" title="suggestions.here" empty="suggestions.noneHere" />}
      {over ? (
        <List list="ended" title="suggestions.ended" empty="suggestions.noneEnded" />
      ) : (
        <List list="open" title="suggestions.open" empty="suggestions.none" notAt={opines ? own : undefined} />
      )}
      <OverLink tab="suggestions" over={over} words={['suggestions.toEnded', 'suggestions.toOpen']} />
      <p className="small">{say('suggestions.how')}</p>
    </>
  )
}

function Raise({ from }: { from: string | undefined }) {
  const { say } = useSpeech()
  const navigate = useNavigate()
  const post = useActing()
  const may = useMay('suggestion.raise')
  const [open, setOpen] = useState(from !== undefined)
  if (!may || !post) return null
  return (
    <section className="issue-acts" aria-label={say('act.suggestion.raise')}>
      <div className="issue-buttons">
        <Button kind={open ? 'quiet' : 'act'} pressed={open} onPress={() => setOpen(!open)}>
          {say('act.suggestion.raise')}
        </Button>
      </div>
      {open ? (
        <ActForm
          kind="suggestion.raise"
          about={`${post.unit.id} ${from ?? ''}`}
          realm={post.realm}
          title="act.suggestion.raise"
          submit="suggestions.submit"
          fields={[
            { name: 'title', label: 'suggestions.title', is: 'line', most: 60, hint: 'suggestions.titleHint' },
            { name: 'text', label: 'suggestions.text', is: 'long', hint: 'issues.sealed' },
          ]}
          bodyOf={({ title = '', text = '' }) => ({
            unit: post.unit.id,
            title,
            text,
            ...(from ? { issue: from } : {}),
          })}
          onDone={(id) => void navigate({ to: '/issues', search: readAsking({ tab: 'suggestions', id }) })}
        />
      ) : null}
    </section>
  )
}

interface ListProps {
  readonly list: 'here' | 'open' | 'ended'
  readonly title: 'suggestions.here' | 'suggestions.open' | 'suggestions.ended'
  /** The union whose own ones stand above already. */
  readonly notAt?: number | undefined
  readonly empty: 'suggestions.noneHere' | 'suggestions.none' | 'suggestions.noneEnded'
}

function List({ list, title, empty, notAt }: ListProps) {
  const { say } = useSpeech()
  const asked = useInfiniteQuery(suggestionsQuery(list))
  return (
    <section aria-labelledby={`suggestions-${list}`}>
      <h2 id={`suggestions-${list}`}>{say(title)}</h2>
      <Rows
        asked={asked}
        idOf={(row: SuggestionRow) => row.id}
        keep={({ waits }) => notAt === undefined || waits?.unit.id !== notAt}
        empty={<Notice>{say(empty)}</Notice>}
      >
        {(row) => <SuggestionLine row={row} />}
      </Rows>
    </section>
  )
}

function SuggestionLine({ row }: { row: SuggestionRow }) {
  const speech = useSpeech()
  const { say } = speech
  const now = useServerTime()
  const day = (on: string) => sayLocalDay(speech, on, now)
  return (
    <Link to="/issues" search={readAsking({ tab: 'suggestions', id: row.id })} className="issue-row issue-open">
      <div>
        <b className="issue-title">{row.title}</b>
        <small>{say('suggestions.raisedBy', { unit: row.unit.name, on: day(row.raisedOn) })}</small>
      </div>
      {row.ended ? (
        <Chip>{say('suggestions.endedBy', { unit: row.ended.unit.name, as: say(`opinion.${row.ended.as}`) })}</Chip>
      ) : row.waits ? (
        <Chip tone={row.waits.late ? 'late' : 'due'}>
          {say(row.waits.late ? 'suggestions.waitsLate' : 'suggestions.waits', {
            unit: row.waits.unit.name,
            on: day(row.waits.dueOn),
          })}
        </Chip>
      ) : null}
    </Link>
  )
}
