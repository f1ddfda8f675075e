import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Measure } from '../../../domain/measure/measure.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { figuresQuery } from '../api/view.ts'
import { FigureNumber } from '../figures/cell.tsx'
import { Under } from '../figures/under.tsx'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { yearBefore } from './year-before.ts'

type Told = ViewAnswer<'directive'>
type Figures = ViewAnswer<'figures'>

/** Under one clause: the figure, what it counts, the unions below beside their own last year, the list and its events. */
export function ClausePane({ told, clause }: { told: Told; clause: Told['clauses'][number] }) {
  const { say } = useSpeech()
  const names = useNames()
  const { measure, cut, figure, n, plan } = clause
  const period = plan ? { ...told.period, from: plan.since } : told.period
  const asked = { ...period, unit: String(told.of.id), ...(cut === null ? {} : { cut }) }
  const now = useQuery(figuresQuery(asked))
  const before = useQuery(figuresQuery({ ...asked, from: yearBefore(asked.from), to: yearBefore(asked.to) }))
  if (measure === null) return <p>{say('line.plain')}</p>
  const group = names.groups.find(({ code }) => cut === `topic:${code}`)
  return (
    <>
      <h2>{say('line.pane', { n })}</h2>
      <p className="line-big">
        <b>
          <FigureNumber cell={figure ?? undefined} fewest={told.fewest} />
        </b>
        <OfRoster clause={clause} />
        <span>
          {names.name('measure', measure)}
          {group ? ` · ${group.name}` : ''}
          {plan ? ` · ${plan.title}` : ''}
          <br />
          <small>{say('line.caption', { unit: told.of.name, ...period })}</small>
        </span>
      </p>
      <details>
        <summary>{say('line.definition')}</summary>
        <p>{names.name('measure.definition', measure)}</p>
      </details>
      <h3>{say('line.children')}</h3>
      {now.data ? <Children told={told} now={now.data} before={before.data} measure={measure} n={n} /> : null}
      <p>
        <Link to="/figures" search={{ unit: told.of.id, period: 'year', measure, ...(cut === null ? {} : { cut }) }}>
          {say('line.toFigures')}
        </Link>
      </p>
      {plan ? (
        <p>
          <Link to="/training/plan/$plan" params={{ plan: plan.id }} search={{ unit: told.of.id }}>
            {say('line.toCoverage')}
          </Link>
        </p>
      ) : null}
      <Under {...asked} measure={measure} />
    </>
  )
}

/** Of how many on the roster; a share is told where both are. */
export function OfRoster({ clause: { figure, plan } }: { clause: Told['clauses'][number] }) {
  const { say } = useSpeech()
  if (!plan || plan.roster === null) return null
  const n = figure?.n ?? null
  const share = n === null || plan.roster === 0 ? null : ((n * 100) / plan.roster).toFixed(1)
  return (
    <span className="num">
      {say(share === null ? 'line.ofRoster' : 'line.shareOfRoster', { of: plan.roster, share: share ?? '' })}
    </span>
  )
}

/** In the order of names; nobody is set against anybody else. */
function Children(props: {
  readonly told: Told
  readonly now: Figures
  readonly before: Figures | undefined
  readonly measure: Measure
  readonly n: number
}) {
  const { say } = useSpeech()
  const { told, now, before, measure, n } = props
  if (now.children.length === 0) return <p>{say('line.noChildren')}</p>
  return (
    <div className="figure-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{say('figures.unit')}</th>
            <th scope="col">{say('line.now')}</th>
            <th scope="col">{say('line.before')}</th>
          </tr>
        </thead>
        <tbody>
          {now.children.map(({ unit, cells }) => (
            <tr key={unit.id}>
              <th scope="row">
                <Link
                  to="/line/$campaign/$directive"
                  params={{ campaign: told.campaign.id, directive: told.id }}
                  search={{ unit: unit.id, clause: n }}
                >
                  {unit.name}
                </Link>
              </th>
              <td>
                <FigureNumber cell={cells[measure]} fewest={now.fewest} />
              </td>
              <td>
                <FigureNumber
                  cell={before?.children.find((each) => each.unit.id === unit.id)?.cells[measure]}
                  fewest={now.fewest}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
