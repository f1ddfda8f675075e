import type { ViewAnswer } from '../../../protocol/view.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { FigureNumber } from './cell.tsx'

type Told = ViewAnswer<'figures'>

/** The three rates with how many workers were reached at all, and beside them whoever is in none of them (domain §2.9). */
export function Rates({ told }: { told: Told }) {
  const { say } = useSpeech()
  const names = useNames()
  return (
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
        {(['unknown', 'ended-otherwise'] as const).map((measure) => (
          <div key={measure}>
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
