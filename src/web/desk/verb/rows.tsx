import type { ReactNode } from 'react'
import { Button } from '../../kit/button.tsx'
import { useSpeech } from '../text/say.tsx'
import './rows.css'

/** Rows of a form that can be added and taken out; at least `fewest` stay. */
export function Rows<T>(props: {
  readonly title: string
  readonly rows: readonly T[]
  readonly fewest: number
  readonly add: string
  readonly empty: T
  readonly change: (rows: readonly T[]) => void
  readonly children: (row: T, change: (patch: Partial<T>) => void, n: number) => ReactNode
}) {
  const { say } = useSpeech()
  const { title, rows, fewest, add, empty, change, children } = props
  const put = (at: number, patch: Partial<T>) => change(rows.map((row, n) => (n === at ? { ...row, ...patch } : row)))
  return (
    <fieldset className="form-rows">
      <legend>{title}</legend>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name but its place
        <div key={at} className="form-row">
          {children(row, (patch) => put(at, patch), at + 1)}
          {rows.length > fewest ? (
            <Button
              kind="plain"
              label={`${say('line.removeRow')} ${at + 1}`}
              onPress={() => change(rows.filter((_, n) => n !== at))}
            >
              {say('line.removeRow')}
            </Button>
          ) : null}
        </div>
      ))}
      <Button kind="quiet" onPress={() => change([...rows, empty])}>
        {add}
      </Button>
    </fieldset>
  )
}
