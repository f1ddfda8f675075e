import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Measure } from '../../../domain/measure/measure.ts'
import type { ViewAnswer, ViewParams } from '../../../protocol/view.ts'
import { figuresQuery } from '../api/view.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import type { Asking } from './asking.ts'
import { FigureNumber } from './cell.tsx'

type Told = ViewAnswer<'figures'>
type Asked = Omit<ViewParams<'figures'>, 'unit'>

/** Where something is done and where nothing is: went there, heard there, solved there. */
const columns: readonly Measure[] = ['visits', 'heard', 'solved']

/** The unions below as a tree that opens level by level, by name. No map: most of what a map shows is how large a place is. */
export function Coverage({ told, asked, asking }: { told: Told; asked: Asked; asking: Asking }) {
  const { say } = useSpeech()
  const names = useNames()
  if (told.children.length === 0) return null
  return (
    <section aria-labelledby="figures-coverage">
      <h2 id="figures-coverage">{say('charts.coverage')}</h2>
      <div className="figure-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{say('figures.unit')}</th>
              {columns.map((each) => (
                <th key={each} scope="col">
                  {names.name('measure', each)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Branch told={told} asked={asked} asking={asking} depth={0} />
          </tbody>
        </table>
      </div>
    </section>
  )
}

interface BranchProps {
  readonly told: Told
  readonly asked: Asked
  readonly asking: Asking
  readonly depth: number
}

function Branch({ told, ...rest }: BranchProps) {
  return told.children.map(({ unit, cells }) => (
    <Row key={unit.id} unit={unit} cells={cells} fewest={told.fewest} {...rest} />
  ))
}

interface RowProps extends Omit<BranchProps, 'told'> {
  readonly unit: Told['unit']
  readonly cells: Told['whole']
  readonly fewest: number
}

function Row({ unit, cells, fewest, asked, asking, depth }: RowProps) {
  const { say } = useSpeech()
  const [open, setOpen] = useState(false)
  const below = useQuery({ ...figuresQuery({ ...asked, unit: String(unit.id) }), enabled: open })
  const known = below.data?.unit.id === unit.id ? below.data : undefined
  return (
    <>
      <tr>
        <th scope="row" style={{ paddingInlineStart: `${depth * 18}px` }}>
          <button
            type="button"
            className="figure-branch"
            aria-expanded={open}
            aria-label={say(open ? 'charts.close' : 'charts.open', { unit: unit.name })}
            onClick={() => setOpen(!open)}
          >
            {open ? '▾' : '▸'}
          </button>
          <Link to="/figures" search={{ ...asking, unit: unit.id }}>
            {unit.name}
          </Link>
        </th>
        {columns.map((each) => (
          <td key={each} className={cells[each]?.hidden ? 'figure-hatched' : ''}>
            <FigureNumber cell={cells[each]} fewest={fewest} />
          </td>
        ))}
      </tr>
      {open && known ? <Branch told={known} asked={asked} asking={asking} depth={depth + 1} /> : null}
      {open && known?.children.length === 0 ? (
        <tr>
          <td colSpan={columns.length + 1} className="small">
            {say('charts.leaf')}
          </td>
        </tr>
      ) : null}
    </>
  )
}
