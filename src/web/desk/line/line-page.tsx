import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from '../../kit/button.tsx'
import { Chip } from '../../kit/chip.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useMe } from '../frame/me.ts'
import { PlainPage } from '../office/page.tsx'
import { useSpeech } from '../text/say.tsx'
import { OpenCampaign } from './campaign-form.tsx'
import './line.css'
import { lineQuery } from './queries.ts'
import { Shown } from './shown.tsx'
import { useDay } from './units.ts'
import { WantedForms } from './wanted-forms.tsx'

/** Campaigns of the own union, of those above and below: why, and the directives in force under each. */
export function LinePage() {
  const { say } = useSpeech()
  const me = useMe()
  const day = useDay()
  const navigate = useNavigate()
  const line = useInfiniteQuery(lineQuery)
  const acting = me.posts.find(({ post }) => post === me.acting)
  return (
    <PlainPage title={say('line.title')}>
      <WantedForms />
      <Shown asked={line}>
        {({ pages }) => (
          <>
            {pages.every(({ rows }) => rows.length === 0) ? (
              <Notice title={say('line.empty')}>{say('line.emptyWhy')}</Notice>
            ) : null}
            <ul className="line-list">
              {pages.flatMap(({ rows }) =>
                rows.map((row) => (
                  <li key={row.id} className="card">
                    <h2>
                      <Link to="/line/$campaign" params={{ campaign: row.id }}>
                        {row.title}
                      </Link>
                    </h2>
                    <p className="small">
                      {row.unit.name} ·{' '}
                      {row.toOn === null
                        ? say('line.daysOpen', { from: day(row.fromOn) })
                        : say('line.days', { from: day(row.fromOn), to: day(row.toOn) })}{' '}
                      <Chip tone={row.inForce ? 'calm' : 'plain'}>
                        {say(row.inForce ? 'line.inForce' : 'line.over')}
                      </Chip>
                    </p>
                    <p className="line-purpose">{row.purpose}</p>
                    <ul className="line-papers">
                      {row.directives.map(({ id, number, title }) => (
                        <li key={id}>
                          <Link to="/line/$campaign/$directive" params={{ campaign: row.id, directive: id }}>
                            {title}
                          </Link>{' '}
                          <span className="small">{say('line.number', { number })}</span>
                        </li>
                      ))}
                    </ul>
                  </li>
                )),
              )}
            </ul>
            {line.hasNextPage ? <Button onPress={() => void line.fetchNextPage()}>{say('line.more')}</Button> : null}
            {acting && pages[0]?.verbs.includes('campaign.open') ? (
              <OpenCampaign
                unit={acting.unit.id}
                realm={acting.realm}
                opened={(campaign) => void navigate({ to: '/line/$campaign', params: { campaign } })}
              />
            ) : null}
          </>
        )}
      </Shown>
    </PlainPage>
  )
}
