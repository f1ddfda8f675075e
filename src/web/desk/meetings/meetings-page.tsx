import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { realmOfId } from '../../../domain/id.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { Chip } from '../../kit/chip.tsx'
import { Notice, Skeleton } from '../../kit/notice.tsx'
import { useServerTime } from '../../kit/server-time.ts'
import { useCommand } from '../api/use-command.ts'
import { PlainPage } from '../office/page.tsx'
import { sayInstant } from '../text/instant.ts'
import { useSpeech } from '../text/say.tsx'
import { OutcomeWords } from '../verb/outcome-words.tsx'
import { CallForm } from './call-form.tsx'
import './meetings.css'
import { meetingsMoved, meetingsQuery } from './queries.ts'

type Answer = ViewAnswer<'meetings'>

/** Meetings this union called or is invited to, and what it was told to do there. */
export function MeetingsPage() {
  const speech = useSpeech()
  const { say } = speech
  const now = useServerTime()
  const [calling, call] = useState(false)
  const meetings = useInfiniteQuery(meetingsQuery)
  const first = meetings.data?.pages[0]
  const rows = meetings.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <PlainPage title={say('meetings.title')}>
      <div className="meetings">
        <p className="small">{say('meetings.about')}</p>
        {first?.mayCall && !calling ? (
          <div>
            <Button kind="act" onPress={() => call(true)}>
              {say('meetings.call')}
            </Button>
          </div>
        ) : null}
        {calling ? <CallForm close={() => call(false)} /> : null}
        {meetings.isPending ? <Skeleton label={say('loading')} rows={4} /> : null}
        {meetings.isError && !meetings.data ? (
          <Notice
            tone="wrong"
            title={say('error.title')}
            action={<Button onPress={() => void meetings.refetch()}>{say('error.retry')}</Button>}
          >
            {say('error.why')}
          </Notice>
        ) : null}
        {first && first.tasks.length > 0 ? <Tasks tasks={first.tasks} /> : null}
        {meetings.isSuccess && rows.length === 0 ? (
          <Notice title={say('meetings.empty')}>{say('meetings.emptyWhy')}</Notice>
        ) : null}
        <ul className="meeting-rows">
          {rows.map((row) => (
            <li key={row.id}>
              <Link to="/meetings/$meeting" params={{ meeting: row.id }}>
                <time className="num" dateTime={row.startAt}>
                  {sayInstant(speech, row.startAt, now)}
                </time>
                <b>{row.title}</b>
                <small>{row.unit.name}</small>
                {row.cancelled ? <Chip>{say('meetings.cancelledChip')}</Chip> : null}
              </Link>
            </li>
          ))}
        </ul>
        {meetings.hasNextPage ? (
          <div>
            <Button onPress={() => void meetings.fetchNextPage()} pending={meetings.isFetchingNextPage}>
              {say('meetings.more')}
            </Button>
          </div>
        ) : null}
      </div>
    </PlainPage>
  )
}

function Tasks({ tasks }: { tasks: Answer['tasks'] }) {
  const { say } = useSpeech()
  return (
    <section className="card" aria-labelledby="meeting-tasks">
      <h2 id="meeting-tasks">{say('meetings.tasks')}</h2>
      <ul>
        {tasks.map((task) => (
          <Task key={`${task.meeting} ${task.n}`} task={task} />
        ))}
      </ul>
    </section>
  )
}

function Task({ task }: { task: Answer['tasks'][number] }) {
  const { say } = useSpeech()
  const queries = useQueryClient()
  const done = useCommand('meeting.task-done', `meeting.task-done ${task.meeting} ${task.n}`, {
    oneClick: true,
    onAccepted: () => meetingsMoved(queries),
  })
  return (
    <li className="meeting-task">
      <span>
        {task.what} <small>{say('meetings.task', { unit: task.unit?.name ?? '', until: task.until ?? '' })}</small>
      </span>
      {task.mayDo ? (
        <Button
          label={`${say('meetings.doDone')} ${task.what}`}
          pending={done.phase.is === 'sending'}
          onPress={() => void done.submit(realmOfId(task.meeting), { meeting: task.meeting, n: task.n })}
        >
          {say('meetings.doDone')}
        </Button>
      ) : null}
      <OutcomeWords phase={done.phase} />
    </li>
  )
}
