import type { Measure } from '../../../domain/measure/measure.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { useNames } from '../text/names.ts'
import { FigureNumber } from './cell.tsx'

type Told = ViewAnswer<'figures'>

/** How a measure is drawn: earned seals are filled, what only the union says is an outline. */
const drawn: Partial<Record<Measure, string>> = {
  met: 'seal',
  understood: 'seal',
  delivered: 'seal',
  solved: 'seal',
  claimed: 'claim',
}

/** Every measure with a bar against what was heard; each opens to what stands under it. */
export function Funnel({ told, chosen, choose }: { told: Told; chosen: Measure; choose: (measure: Measure) => void }) {
  const names = useNames()
  const most = told.whole.heard?.n ?? 0
  return (
    <ul className="funnel">
      {names.list('measure').map(({ code, name }) => {
        const measure = code as Measure
        const cell = told.whole[measure]
        const share = most > 0 ? Math.min(100, ((cell?.n ?? 0) * 100) / most) : 0
        return (
          <li key={code}>
            <button type="button" aria-pressed={measure === chosen} onClick={() => choose(measure)}>
              <span className="funnel-name">{name}</span>
              <span className="funnel-bar" aria-hidden="true">
                {share > 0 ? <i data-drawn={drawn[measure] ?? 'plain'} style={{ inlineSize: `${share}%` }} /> : null}
              </span>
              <span className="funnel-n">
                <FigureNumber cell={cell} fewest={told.fewest} />
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
