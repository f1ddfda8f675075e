import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from '../../kit/button.tsx'
import { Chip } from '../../kit/chip.tsx'
import { Notice, Skeleton } from '../../kit/notice.tsx'
import { useServerTime } from '../../kit/server-time.ts'
import { noticesQuery } from '../api/view.ts'
import { sayInstant } from '../text/instant.ts'
import { useSpeech } from '../text/say.tsx'
import { PlainPage } from './page.tsx'

/** What this union was told, newest first. A notice says that there is something to look at; the demand says what. */
export function NoticesPage() {
  const speech = useSpeech()
  const { say, sayOr, language } = speech
  const now = useServerTime()
  const notices = useQuery(noticesQuery)
  const rows = notices.data?.rows ?? []
  return (
    <PlainPage title={say('notices.title')}>
      {notices.isPending ? <Skeleton label={say('loading')} rows={4} /> : null}
      {notices.isError && !notices.data ? (
        <Notice
          tone="wrong"
          title={say('error.title')}
          action={<Button onPress={() => void notices.refetch()}>{say('error.retry')}</Button>}
        >
          {say('error.why')}
        </Notice>
      ) : null}
      {notices.isSuccess && rows.length === 0 ? (
        <Notice title={say('notices.emptyTitle')}>{say('notices.empty')}</Notice>
      ) : null}
      <ul className="plain-rows">
        {rows.map((row) => (
          <li key={row.id}>
            <p>{row.text[language]}</p>
            <p className="small num">
              <time dateTime={row.at}>{sayInstant(speech, row.at, now)}</time>{' '}
              <Chip tone={row.state === 'failed' ? 'late' : 'plain'}>
                {sayOr(`notices.state.${row.state}`, 'notices.state.dropped')}
              </Chip>{' '}
              {row.demand && row.number ? (
                <Link to="/$list/$demand" params={{ list: 'today', demand: row.demand }}>
                  {say('notices.open', { number: row.number })}
                </Link>
              ) : null}
              {row.code.startsWith('form-') ? <Link to="/line">{say('notices.toLine')}</Link> : null}
            </p>
          </li>
        ))}
      </ul>
    </PlainPage>
  )
}
