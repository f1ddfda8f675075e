import type { ViewAnswer } from '../../../protocol/view.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { FigureNumber } from './cell.tsx'

type Told = ViewAnswer<'figures'>

/** How many workers were reached at all: it stands beside every share, never among them. */
const reach = 'reached'

/** The three rates, always beside how many workers were reached and how many matters were left out (domain §2.9). */
export function Rates({ told }: { told: Told }) {
  const { say } = useSpeech()
  const names = useNames()
  const said = ({ perMille, n, of }: Told['rates'][number]) =>
    perMille === null
      ? say('figures.rateHidden')
      : say('figures.rate', { share: `${(perMille / 10).toFixed(1)}%`, n: n ?? 0, of: of ?? 0 })
  return (
    <section aria-labelledby="figures-rates">
      <h2 id="figures-rates">{say('figures.rates')}</h2>
      <dl className="figure-rates">
        {told.rates
          .toSorted((a, b) => Number(a.rate === reach) - Number(b.rate === reach))
          .map((rate) => (
            <div key={rate.rate} data-beside={rate.rate === reach}>
              <dt>{names.name('rate', rate.rate)}</dt>
              <dd className="num">{said(rate)}</dd>
            </div>
          ))}
        {(['excluded', 'unknown', 'ended-otherwise'] as const).map((measure) => (
          <div key={measure} data-beside="true">
            <dt>{say('charts.leftOut', { measure: names.name('measure', measure) })}</dt>
            <dd>
              <FigureNumber cell={told.whole[measure]} fewest={told.fewest} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="small">{say('charts.ratesWhy')}</p>
    </section>
  )
}
