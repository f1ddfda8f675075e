import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from '../../kit/button.tsx'
import { Notice, Skeleton } from '../../kit/notice.tsx'
import { useServerTime } from '../../kit/server-time.ts'
import { Problem } from '../api/request.ts'
import { figuresQuery } from '../api/view.ts'
import { PlainPage } from '../office/page.tsx'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { type Asking, readAsking } from './asking.ts'
import './figures.css'
import { Funnels } from './funnel.tsx'
import { Parts, Topics } from './parts.tsx'
import { monthsOf, periods } from './period.ts'
import { Under } from './under.tsx'

/** What is counted of a union: the whole, its parts, and what stands under each number. */
export function FiguresPage() {
  const { say } = useSpeech()
  const names = useNames()
  const navigate = useNavigate()
  const asking = readAsking(useSearch({ strict: false }))
  const month = new Date(useServerTime() + 8 * 3_600_000).toISOString().slice(0, 7)
  const months = monthsOf(asking.period, month)
  const { unit, cut, measure } = asking
  const asked = { ...months, ...(unit ? { unit: String(unit) } : {}), ...(cut ? { cut } : {}) }
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
          <fieldset className="figure-period" aria-label={say('figures.period')}>
            {periods.map((period) => (
              <button
                key={period}
                type="button"
                aria-pressed={period === asking.period}
                onClick={() => choose({ period })}
              >
                {say(`figures.${period}`)}
              </button>
            ))}
          </fieldset>
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
              <section aria-labelledby="figures-rates">
                <h2 id="figures-rates">{say('figures.rates')}</h2>
                <dl className="figure-rates">
                  {told.rates.map(({ rate, perMille, n, of }) => (
                    <div key={rate}>
                      <dt>{names.name('rate', rate)}</dt>
                      <dd className="num">
                        {perMille === null
                          ? say('figures.rateHidden')
                          : say('figures.rate', { share: `${(perMille / 10).toFixed(1)}%`, n: n ?? 0, of: of ?? 0 })}
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
              <Under {...asked} measure={measure} />
            </>
          )}
        </div>
      ) : null}
    </PlainPage>
  )
}
