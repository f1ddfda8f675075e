import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Notice, Skeleton } from '../../kit/notice.tsx'
import { useServerTime } from '../../kit/server-time.ts'
import { sayInstant } from '../text/instant.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { CorrectForm } from './correct-form.tsx'
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
      {told.corrections > 0 ? <p className="small">{say('visits.corrected', { n: told.corrections })}</p> : null}
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
      {told.opened && told.visit.verbs.includes('visit.correct') ? (
        <CorrectForm key={told.corrections} told={told} />
      ) : null}
      <LookedAt rows={told.looked} />
    </div>
  )
}

/** Who opened the sentences, when: the worker whose demand was heard there sees the same unions. */
function LookedAt({ rows }: { rows: ViewAnswer<'visit'>['looked'] }) {
  const speech = useSpeech()
  const now = useServerTime()
  return (
    <details className="opened-by">
      <summary>{speech.say('opened.title', { n: rows.length })}</summary>
      {rows.length === 0 ? <p className="small">{speech.say('opened.none')}</p> : null}
      <ul>
        {rows.toReversed().map(({ at, unit, person }) => (
          <li key={`${at}${person}`} className="small num">
            {speech.say('visits.lookedRow', {
              at: sayInstant(speech, at, now),
              unit: unit.name,
              person: person ?? '',
            })}
          </li>
        ))}
      </ul>
    </details>
  )
}
