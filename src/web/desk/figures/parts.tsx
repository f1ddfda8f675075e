import { Link } from '@tanstack/react-router'
import type { Measure } from '../../../domain/measure/measure.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import type { Asking } from './asking.ts'
import { FigureNumber } from './cell.tsx'
import { useCutName } from './cut-name.ts'

type Told = ViewAnswer<'figures'>

/** What is always beside the chosen measure: heard, what the union claims, what the worker says. */
const beside: readonly Measure[] = ['heard', 'claimed', 'solved']

/** The parts of the whole: what the union handles itself, then each union below; they add up. */
export function Parts({ told, asking }: { told: Told; asking: Asking }) {
  const { say } = useSpeech()
  const names = useNames()
  const columns = beside.includes(asking.measure) ? beside : [...beside, asking.measure]
  const head = (
    <tr>
      <th scope="col">{say('figures.unit')}</th>
      {columns.map((measure) => (
        <th key={measure} scope="col">
          {names.name('measure', measure)}
        </th>
      ))}
    </tr>
  )
  const numbers = (cells: Told['whole']) =>
    columns.map((measure) => (
      <td key={measure}>
        <FigureNumber cell={cells[measure]} fewest={told.fewest} />
      </td>
    ))
  return (
    <section aria-labelledby="figures-children">
      <h2 id="figures-children">{say('figures.children')}</h2>
      <div className="figure-table">
        <table>
          <thead>{head}</thead>
          <tbody>
            {told.children.map(({ unit, cells }) => (
              <tr key={unit.id}>
                <th scope="row">
                  <Link to="/figures" search={{ ...asking, unit: unit.id }}>
                    {unit.name}
                  </Link>
                </th>
                {numbers(cells)}
              </tr>
            ))}
            <tr>
              <th scope="row">{say('figures.own')}</th>
              {numbers(told.own)}
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  )
}

const headings = { topic: 'figures.topics', group: 'figures.groups', plan: 'figures.plans' } as const

/** The same by group of topics, and apart from it by group of workers; choosing one cuts the whole page. */
export function Topics({ told, asking }: { told: Told; asking: Asking }) {
  const { say } = useSpeech()
  const ofPlans = told.cut?.startsWith('plan:') ?? asking.measure === 'trained'
  const nameOf = useCutName(ofPlans)
  // People are trained under plans, matters are of topics: of the other kind there is nothing to show.
  const cuts = told.cuts.filter(({ cut }) => cut.startsWith('plan:') === ofPlans && !cut.startsWith('directive:'))
  if (told.cut !== null)
    return (
      <p>
        {say('figures.topic', { topic: nameOf(told.cut) })}{' '}
        <Link to="/figures" search={{ ...asking, cut: undefined }}>
          {say('figures.allTopics')}
        </Link>
      </p>
    )
  return (['topic', 'group', 'plan'] as const).map((kind) => {
    const of = cuts.filter(({ cut }) => cut.startsWith(`${kind}:`))
    if (of.length === 0) return null
    return (
      <section key={kind} aria-labelledby={`figures-${kind}`}>
        <h2 id={`figures-${kind}`}>{say(headings[kind])}</h2>
        {kind === 'group' ? <p className="small">{say('figures.groupsWhy')}</p> : null}
        <ul className="figure-topics">
          {of.map(({ cut, cells }) => (
            <li key={cut}>
              <Link to="/figures" search={{ ...asking, cut }}>
                {nameOf(cut)}
              </Link>
              <FigureNumber cell={cells[asking.measure]} fewest={told.fewest} />
            </li>
          ))}
        </ul>
      </section>
    )
  })
}
