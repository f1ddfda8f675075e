import type { FigureCell } from '../../../protocol/figure-view.ts'
import { useSpeech } from '../text/say.tsx'

/** A count, or in words why it is not shown. A measure that nothing was counted by is zero. */
export function FigureNumber({ cell, fewest }: { cell: FigureCell | undefined; fewest: number }) {
  const { say } = useSpeech()
  if (!cell) return <span className="num">0</span>
  if (cell.n !== null)
    return (
      <span className="num">
        {cell.n.toLocaleString('zh-CN')}
        {cell.on ? <small> {say('charts.stoodOn', { day: cell.on })}</small> : null}
      </span>
    )
  const why = cell.hidden === 'difference' ? say('figures.difference', { fewest }) : say('figures.few', { fewest })
  return <span className="figure-hidden">{why}</span>
}
