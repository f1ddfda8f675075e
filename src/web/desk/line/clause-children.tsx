import { Link } from '@tanstack/react-router'
import type { Measure } from '../../../domain/measure/measure.ts'
import type { FigureCell } from '../../../protocol/figure-view.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { FigureNumber } from '../figures/cell.tsx'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { plainName } from './units.ts'

type Told = ViewAnswer<'directive'>
type Figures = ViewAnswer<'figures'>

interface Asked {
  readonly told: Told
  readonly n: number
}

/** A union below, whose page opens at the same clause. */
function Below({ told, n, unit }: Asked & { readonly unit: Told['of'] }) {
  return (
    <th scope="row">
      <Link
        to="/line/$campaign/$directive"
        params={{ campaign: told.campaign.id, directive: told.id }}
        search={{ unit: unit.id, clause: n }}
        resetScroll={false}
      >
        {unit.name}
      </Link>
    </th>
  )
}

/** Unions below in the order of names, each beside its own last year; nobody is set against anybody else. */
export function ClauseChildren(
  props: Asked & { readonly now: Figures; readonly before: Figures | undefined; readonly measure: Measure },
) {
  const { say } = useSpeech()
  const names = useNames()
  const { told, now, before, measure, n } = props
  if (now.children.length === 0) return <p>{say('line.noChildren')}</p>
  // What the union says stands beside what the workers say.
  const claimed = measure === 'solved' || measure === 'delivered'
  return (
    <div className="figure-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{say('figures.unit')}</th>
            {claimed ? <th scope="col">{names.name('measure', 'claimed')}</th> : null}
            <th scope="col">{plainName(names.name('measure', measure))}</th>
            <th scope="col">{say('line.before')}</th>
          </tr>
        </thead>
        <tbody>
          {now.children.map(({ unit, cells }) => {
            const past = before?.children.find((each) => each.unit.id === unit.id)?.cells[measure]
            return (
              <tr key={unit.id}>
                <Below {...{ told, n, unit }} />
                {claimed ? (
                  <td>
                    <FigureNumber cell={cells.claimed} fewest={now.fewest} />
                  </td>
                ) : null}
                <td>
                  <FigureNumber cell={cells[measure]} fewest={now.fewest} />
                </td>
                <td>
                  <FigureNumber cell={past} fewest={now.fewest} />
                  <Change now={cells[measure]} before={past} known={before !== undefined} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** More or fewer than itself a year ago; nothing where either is hidden. */
function Change(props: { now: FigureCell | undefined; before: FigureCell | undefined; known: boolean }) {
  const { now = { n: 0 }, before = { n: 0 }, known } = props
  if (!known || now.n === null || before.n === null) return null
  const by = now.n - before.n
  return <small className="line-change num">{by > 0 ? `＋${by}` : by < 0 ? `－${-by}` : '＝'}</small>
}

/** Of a clause on receipts: unions, how many of them have it, gave a receipt, made a plan. As they stand in the tree. */
export function ReceiptChildren({ told, n }: Asked) {
  const { say } = useSpeech()
  if (told.children.length === 0) return <p>{say('line.noChildren')}</p>
  return (
    <div className="figure-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{say('figures.unit')}</th>
            <th scope="col">{say('line.toHave')}</th>
            <th scope="col">{say('line.receipts')}</th>
            <th scope="col">{say('line.plan')}</th>
          </tr>
        </thead>
        <tbody>
          {told.children.map(({ unit, units, received, planned }) => (
            <tr key={unit.id}>
              <Below {...{ told, n, unit }} />
              <td className="num">{units}</td>
              <td className="num">{received}</td>
              <td className="num">{planned}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
