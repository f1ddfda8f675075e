import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { Chip } from '../../kit/chip.tsx'
import { Notice, Skeleton } from '../../kit/notice.tsx'
import { useServerTime } from '../../kit/server-time.ts'
import { Problem } from '../api/request.ts'
import { PlainPage } from '../office/page.tsx'
import { sayInstant } from '../text/instant.ts'
import { useSpeech } from '../text/say.tsx'
import { Answers } from './answers.tsx'
import { Decide } from './decide-form.tsx'
import { Attend, Cancel, Change, Paper, Receive } from './meeting-acts.tsx'
import './meetings.css'
import '../line/line.css'
import { meetingQuery, meetingsMoved } from './queries.ts'

type Page = ViewAnswer<'meeting'>

/** One meeting: when, where, who is invited, agenda, papers, how many came, what was decided. */
export function MeetingPage() {
  const { say } = useSpeech()
  const { meeting: id } = useParams({ strict: false }) as { meeting: string }
  const page = useQuery({ ...meetingQuery(id), refetchInterval: 60_000 })
  const queries = useQueryClient()
  const gone = page.error instanceof Problem && page.error.status === 404
  const told = page.data
  const moved = () => meetingsMoved(queries)
  const may = (verb: string) => told?.verbs.includes(verb) ?? false
  return (
    <PlainPage title={told?.meeting.title ?? say('meetings.title')}>
      <div className="meetings">
        <Link to="/meetings">{say('meetings.back')}</Link>
        {page.isPending ? <Skeleton label={say('loading')} rows={5} /> : null}
        {page.isError && !told ? (
          <Notice
            tone="wrong"
            title={say(gone ? 'refusal.not-found' : 'error.title')}
            action={gone ? undefined : <Button onPress={() => void page.refetch()}>{say('error.retry')}</Button>}
          >
            {gone ? null : say('error.why')}
          </Notice>
        ) : null}
        {told ? (
          <>
            <Facts page={told} />
            {may('meeting.receive') ? <Receive page={told} moved={moved} /> : null}
            {may('meeting.attend') ? <Attend page={told} moved={moved} /> : null}
            <Papers page={told} />
            {may('meeting.paper') ? <Paper page={told} moved={moved} /> : null}
            <Decisions page={told} />
            {may('meeting.decide') ? <Decide page={told} moved={moved} /> : null}
            <Answers first={told} />
            {may('meeting.change') ? <Change page={told} moved={moved} /> : null}
            {may('meeting.cancel') ? <Cancel page={told} moved={moved} /> : null}
          </>
        ) : null}
      </div>
    </PlainPage>
  )
}

function Facts({ page }: { page: Page }) {
  const speech = useSpeech()
  const { say } = speech
  const now = useServerTime()
  const { meeting, agenda, invited, join, own, campaign } = page
  const at = (iso: string) => sayInstant(speech, iso, now)
  const rows: readonly (readonly [string, string])[] = [
    [say('meetings.when'), say('meetings.span', { from: at(meeting.startAt), to: at(meeting.endAt) })],
    ...(meeting.place ? [[say('meetings.place'), meeting.place] as const] : []),
    [say('meetings.caller'), meeting.unit.name],
    [say('meetings.invited'), say('meetings.invitedOf', { unit: meeting.below.name, n: invited })],
    ...(own.receivedAt
      ? [[say('meetings.receipt'), say('meetings.receivedAt', { at: at(own.receivedAt) })] as const]
      : []),
  ]
  return (
    <section className="card" aria-label={meeting.title}>
      {meeting.cancelled ? <Chip>{say('meetings.cancelledChip')}</Chip> : null}
      <dl className="meeting-facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {campaign ? (
        <p>
          {say('meetings.under')}{' '}
          <Link to="/line/$campaign" params={{ campaign: campaign.id }}>
            {campaign.title}
          </Link>
        </p>
      ) : null}
      {agenda.length > 0 ? (
        <>
          <h2>{say('meetings.agenda')}</h2>
          <ol>
            {agenda.map((item, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an item has no name but its place, and may stand twice
              <li key={at}>{item}</li>
            ))}
          </ol>
        </>
      ) : null}
      <p className="meeting-links">
        <a href={`/api/meeting/${meeting.id}.ics`}>{say('meetings.calendar')}</a>
        {join ? (
          <a href={join} target="_blank" rel="noreferrer noopener">
            {say('meetings.join')}
          </a>
        ) : meeting.video && !meeting.cancelled && Date.parse(meeting.endAt) > now ? (
          <span className="small">{say('meetings.joinLater')}</span>
        ) : null}
      </p>
    </section>
  )
}

function Papers({ page }: { page: Page }) {
  const { say } = useSpeech()
  return (
    <section className="card" aria-labelledby="meeting-papers">
      <h2 id="meeting-papers">{say('meetings.papers')}</h2>
      {page.papers.length === 0 ? <p className="small">{say('meetings.noPapers')}</p> : null}
      {page.papers.map(({ n, title, text }) => (
        <details key={n}>
          <summary>{title}</summary>
          <p className="meeting-text">{text}</p>
        </details>
      ))}
    </section>
  )
}

function Decisions({ page }: { page: Page }) {
  const { say } = useSpeech()
  return (
    <section className="card" aria-labelledby="meeting-decisions">
      <h2 id="meeting-decisions">{say('meetings.decisions')}</h2>
      {page.decisions.length === 0 ? <p className="small">{say('meetings.noDecisions')}</p> : null}
      <ol>
        {page.decisions.map(({ n, what, unit, until, done, directive, clause }) => (
          <li key={n}>
            {what}{' '}
            <small>
              {unit ? (
                say('meetings.task', { unit: unit.name, until: until ?? '' })
              ) : directive ? (
                <Link
                  to="/line/$campaign/$directive"
                  params={{ campaign: directive.campaign, directive: directive.id }}
                  search={clause === null ? {} : { clause }}
                >
                  {say('meetings.clauseOf', { number: directive.number, n: clause ?? '' })}
                </Link>
              ) : (
                say('meetings.clause')
              )}
              {done ? ` · ${say('meetings.done')}` : ''}
            </small>
          </li>
        ))}
      </ol>
    </section>
  )
}
