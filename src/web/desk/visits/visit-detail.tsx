import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Notice, Skeleton } from '../../kit/notice.tsx'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { visitQuery } from './queries.ts'

/** One visit: what was said for the team and its head, counts for everybody else. */
export function VisitDetail({ visit }: { visit: string }) {
  const { say } = useSpeech()
  const names = useNames()
  const asked = useQuery(visitQuery(visit))
  if (asked.isPending) return <Skeleton label={say('loading')} rows={3} />
  if (!asked.data) return <Notice tone="wrong">{say('error.why')}</Notice>
  const told = asked.data
  return (
    <div className="visit-detail">
      <p className="small">{say('visits.team', { who: told.team.map(({ holder }) => holder ?? '—').join('、') })}</p>
      {told.opened ? null : <p className="small">{say('visits.notOpened')}</p>}
      <ul>
        {told.opinions.map(({ theme, text }, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: opinions of one visit in their order
          <li key={n}>
            {theme ? names.name('theme', theme) : say('visits.opinion')}
            {text ? <span className="said">「{text}」</span> : null}
          </li>
        ))}
        {told.explanations.map(({ topic, policy }) => (
          <li key={`${topic}${policy}`}>
            {say('visits.explained')}：
            {policy ? names.name('policy', policy) : (names.topic(topic ?? '')?.name ?? topic)}
          </li>
        ))}
        {told.deeds.map(({ deed, text }, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: deeds of one visit in their order
          <li key={n}>
            {names.name('deed', deed)}
            {text ? <span className="said">「{text}」</span> : null}
          </li>
        ))}
        {told.next ? (
          <li>
            {say('visits.next')} {told.next.on ?? ''}
            {told.next.text ? <span className="said">「{told.next.text}」</span> : null}
          </li>
        ) : null}
        {told.demands.map(({ id, number, topic }) => (
          <li key={id}>
            <Link to="/$list/$demand" params={{ list: 'unit', demand: id }}>
              {number}
            </Link>{' '}
            {topic ? (names.topic(topic)?.name ?? topic) : ''}
          </li>
        ))}
        {told.sealed > 0 ? <li>{say('visits.sealed', { n: told.sealed })}</li> : null}
      </ul>
    </div>
  )
}
