import type { Measure } from '../../../domain/measure/measure.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { FigureNumber } from '../figures/cell.tsx'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'

type Figures = ViewAnswer<'figures'>

/** The way of a matter, in the order of the seals; what nobody confirmed stands at its end. */
const seals: readonly Measure[] = ['heard', 'met', 'understood', 'claimed', 'solved', 'unknown']
const drawn: Partial<Record<Measure, string>> = { met: 'seal', understood: 'seal', claimed: 'claim', solved: 'seal' }

/** Around the figure of a clause, what it must be read beside: of demands the way of the seals, else its own kind. */
export function ClauseFunnel({ figures, measure }: { figures: Figures; measure: Measure }) {
  const { say } = useSpeech()
  const names = useNames()
  const of = names.measures.find(({ code }) => code === measure)?.of
  const rows =
    of === 'demands'
      ? [...seals, ...(seals.includes(measure) ? [] : [measure])]
      : names.measures.flatMap((each) => (each.of === of ? [each.code as Measure] : []))
  const most = Math.max(1, ...rows.map((each) => figures.whole[each]?.n ?? 0))
  return (
    <dl className="line-funnel" aria-label={say('line.funnel')}>
      {rows.map((each) => {
        const cell = figures.whole[each]
        return (
          <div key={each} {...(each === measure ? { 'data-on': '' } : {})}>
            <dt>{names.name('measure', each)}</dt>
            <dd>
              <i
                aria-hidden="true"
                data-drawn={cell?.n ? (drawn[each] ?? 'plain') : 'none'}
                style={{ inlineSize: `${((cell?.n ?? 0) * 100) / most}%` }}
              />
              <FigureNumber cell={cell} fewest={figures.fewest} />
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
