import { countedThings, type Measure } from '../../../domain/measure/measure.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
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

interface Choice {
  readonly told: Told
  readonly chosen: Measure
  readonly choose: (measure: Measure) => void
}

/** Every measure of one kind of thing; demands with a bar against what was heard. Each opens to what stands under it. */
export function Funnel({ told, chosen, choose, of }: Choice & { readonly of: string }) {
  const { say } = useSpeech()
  const names = useNames()
  const most = of === 'demands' ? (told.whole.heard?.n ?? 0) : 0
  return (
    <ul className="funnel">
      {names.measures
        .filter((each) => each.of === of)
        .map(({ code, name, unit }) => {
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
                  {cell?.hidden ? null : <small> {say(`figures.unit.${unit}` as 'figures.unit.件')}</small>}
                </span>
              </button>
            </li>
          )
        })}
    </ul>
  )
}

/** One list for each kind of thing that is counted. */
export function Funnels(choice: Choice) {
  const { say } = useSpeech()
  const names = useNames()
  const kinds = countedThings.filter((of) => names.measures.some((each) => each.of === of))
  return kinds.map((of) => (
    <div key={of}>
      <h2>{say(`figures.of.${of}`)}</h2>
      <Funnel {...choice} of={of} />
    </div>
  ))
}
