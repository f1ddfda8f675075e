import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Skeleton } from '../../kit/notice.tsx'
import { useSpeech } from '../text/say.tsx'
import type { Drawing } from './chart-option.ts'
import { csvOf, type Sheet } from './sheet.ts'

const Echart = lazy(() => import('./echart.tsx'))

interface Card {
  readonly title: string
  /** n and period, and where it is. */
  readonly caption: string
  readonly definition: string
  readonly sheet: Sheet
  readonly drawing: Omit<Drawing, 'still' | 'hidden' | 'width'>
  readonly file: string
  /** What is written where nothing is shown, if not that it is fewer than five. */
  readonly hidden?: string
  /** Which of the two is shown before anybody chooses. */
  readonly first?: 'chart' | 'table'
  /** What is chosen for this chart alone. */
  readonly children?: ReactNode
}

/** A chart with its caption, its table, what it counts and its export: all of one sheet. */
export function ChartCard({ title, caption, definition, sheet, drawing, file, hidden: said, first, children }: Card) {
  const { say } = useSpeech()
  const [table, setTable] = useState(first === 'table')
  const hidden = said ?? say('charts.hidden')
  return (
    <div className="chart">
      <h3>{title}</h3>
      <p className="small">{caption}</p>
      {children}
      {table ? (
        <SheetTable sheet={sheet} hidden={hidden} suffix={drawing.suffix ?? ''} />
      ) : (
        <Suspense fallback={<Skeleton label={say('loading')} rows={4} />}>
          <Echart sheet={sheet} drawing={{ ...drawing, hidden }} label={say('charts.picture', { title, caption })} />
        </Suspense>
      )}
      <div className="chart-acts">
        <Button onPress={() => setTable(!table)}>{say(table ? 'charts.asChart' : 'charts.asTable')}</Button>
        <Button onPress={() => save(`${file}.csv`, csvOf(sheet, said ?? say('charts.notShown')))}>
          {say('charts.export')}
        </Button>
        <details>
          <summary>{say('figures.definition')}</summary>
          <p className="small">{definition}</p>
        </details>
      </div>
    </div>
  )
}

function SheetTable({ sheet, hidden, suffix }: { sheet: Sheet; hidden: string; suffix: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reached by the keyboard
    <section className="figure-table" tabIndex={0} aria-label={sheet.head.join(' ')}>
      <table>
        <thead>
          <tr>
            {sheet.head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map(({ name, values }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {values.map((value, at) => (
                <td key={sheet.head[at + 1]} className={value === 'hidden' ? 'figure-hatched' : 'num'}>
                  {value === 'hidden' ? hidden : `${value.toLocaleString('zh-CN')}${suffix}`}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
