import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { Button } from '../../kit/button.tsx'
import { Notice, Skeleton } from '../../kit/notice.tsx'
import { useServerTime } from '../../kit/server-time.ts'
import { Problem } from '../api/request.ts'
import { figuresQuery } from '../api/view.ts'
import { PlainPage } from '../office/page.tsx'
import { useSpeech } from '../text/say.tsx'
import { type Asking, readAsking } from './asking.ts'
import { Coverage } from './coverage.tsx'
import './figures.css'
import { Funnels } from './funnel.tsx'
import { Papers } from './papers.tsx'
import { Parts, Topics } from './parts.tsx'
import { monthsOf, periods } from './period.ts'
import { Rates } from './rates.tsx'
import { Under } from './under.tsx'

const Charts = lazy(() => import('./charts.tsx').then(({ Charts }) => ({ default: Charts })))

/** What is counted of a union: the whole, its parts, and what stands under each number. */
export function FiguresPage() {
  const { say } = useSpeech()
  const navigate = useNavigate()
  const asking = readAsking(useSearch({ strict: false }))
  const today = new Date(useServerTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  const month = today.slice(0, 7)
  const months = monthsOf(asking.period, month)
  const { unit, cut, measure } = asking
  const where = unit ? { unit: String(unit) } : {}
  // As of a day gone by its year so far is told, of all topics.
  const asked = asking.asOf ? { ...where, asOf: asking.asOf } : { ...months, ...where, ...(cut ? { cut } : {}) }
  const figures = useQuery(figuresQuery(asked))
  const outside = figures.error instanceof Problem && figures.error.status === 404
  // What was asked before stays on the screen while the next is on its way, not once that was refused.
  const told = outside ? undefined : figures.data
  const choose = (change: Partial<Asking>) => void navigate({ to: '/figures', search: { ...asking, ...change } })
  return (
    <PlainPage title={say('figures.title')}>
      {figures.isPending ? <Skeleton label={say('loading')} rows={8} /> : null}
      {outside ? (
        <Notice title={say('figures.outsideTitle')}>
          <Link to="/figures" search={{ ...asking, unit: undefined }}>
            {say('figures.outside')}
          </Link>
        </Notice>
      ) : null}
      {figures.isError && !told && !outside ? (
        <Notice
          tone="wrong"
          title={say('error.title')}
          action={<Button onPress={() => void figures.refetch()}>{say('error.retry')}</Button>}
        >
          {say('error.why')}
        </Notice>
      ) : null}
      {told ? (
        <div className="figures">
          <nav className="figure-where" aria-label={say('figures.where')}>
            {told.above.map((each) => (
              <Link key={each.id} to="/figures" search={{ ...asking, unit: each.id }}>
                {each.name}
              </Link>
            ))}
            <b aria-current="page">{told.unit.name}</b>
          </nav>
          <fieldset className="picks" aria-label={say('figures.period')}>
            {periods.map((period) => (
              <button
                key={period}
                type="button"
                aria-pressed={period === asking.period && !asking.asOf}
                onClick={() => choose({ period, asOf: undefined })}
              >
                {say(`figures.${period}`)}
              </button>
            ))}
            <label className="figure-as-of">
              {say('charts.asOf')}
              <input
                type="date"
                value={asking.asOf ?? ''}
                max={today}
                onChange={(event) => choose({ asOf: event.target.value || undefined, cut: undefined })}
              />
            </label>
          </fieldset>
          {told.asOf ? (
            <p>
              {say('charts.asOfDay', { day: told.asOf })}{' '}
              <Link to="/figures" search={{ ...asking, asOf: undefined }}>
                {say('charts.today')}
              </Link>
            </p>
          ) : null}
          <p className="small">
            {say('figures.caption', told.period)}
            {told.waiting > 0 ? ` · ${say('figures.waiting', { n: told.waiting })}` : ''}
          </p>
          {Object.keys(told.whole).length === 0 ? (
            <Notice title={say('figures.emptyTitle')}>{say('figures.empty')}</Notice>
          ) : (
            <>
              <Funnels told={told} chosen={measure} choose={(to) => choose({ measure: to })} />
              <p className="small">{say('figures.computed')}</p>
              <Topics told={told} asking={asking} />
              {told.children.length > 0 ? <Parts told={told} asking={asking} /> : null}
              <Rates told={told} />
              <Suspense fallback={<Skeleton label={say('loading')} rows={6} />}>
                <Charts told={told} measure={measure} />
              </Suspense>
              <Coverage told={told} asked={asked} asking={asking} />
              {told.asOf || cut ? null : <Papers unit={told.unit.id} {...told.period} />}
              <Under
                {...{ ...told.period, ...(unit ? { unit: String(unit) } : {}), ...(cut ? { cut } : {}) }}
                {...(told.asOf ? { asOf: told.whole[measure]?.on ?? told.asOf } : {})}
                measure={measure}
              />
            </>
          )}
        </div>
      ) : null}
    </PlainPage>
  )
}
