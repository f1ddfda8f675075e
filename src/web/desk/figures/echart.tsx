import { BarChart, HeatmapChart } from 'echarts/charts'
import { GridComponent, TooltipComponent, VisualMapComponent } from 'echarts/components'
import { type EChartsType, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { type Drawing, optionOf, type Paint } from './chart-option.ts'
import type { Sheet } from './sheet.ts'

use([BarChart, HeatmapChart, GridComponent, TooltipComponent, VisualMapComponent, SVGRenderer])

/** Draws a sheet. By itself in a chunk with the chart library; the table beside it needs neither. */
export default function Echart({
  sheet,
  drawing,
  label,
}: {
  sheet: Sheet
  drawing: Omit<Drawing, 'still' | 'width'>
  label: string
}) {
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(null)
  const redraw = useRef<() => void>(() => undefined)
  const rows = drawing.kind === 'months' ? 9 : sheet.rows.length * (drawing.kind === 'bars' ? sheet.head.length - 1 : 1)
  useEffect(() => {
    if (!place.current) return
    const drawn = init(place.current, null, { renderer: 'svg' })
    chart.current = drawn
    const sized = new ResizeObserver(() => {
      drawn.resize()
      redraw.current()
    })
    sized.observe(place.current)
    return () => {
      sized.disconnect()
      drawn.dispose()
      chart.current = null
    }
  }, [])
  useEffect(() => {
    const draw = () =>
      chart.current?.setOption(
        optionOf(
          sheet,
          { ...drawing, still: still.matches, width: place.current?.clientWidth ?? 0 },
          paintOf(place.current),
        ),
        true,
      )
    const still = matchMedia('(prefers-reduced-motion: reduce)')
    const dark = matchMedia('(prefers-color-scheme: dark)')
    draw()
    redraw.current = draw
    for (const media of [still, dark]) media.addEventListener('change', draw)
    return () => {
      for (const media of [still, dark]) media.removeEventListener('change', draw)
    }
  })
  return (
    <div
      ref={place}
      className="chart-drawn"
      role="img"
      aria-label={label}
      style={{ blockSize: `${(drawing.kind === 'heat' ? 84 : 56) + rows * 26}px` }}
    />
  )
}

function paintOf(element: HTMLElement | null): Paint {
  const style = getComputedStyle(element ?? document.documentElement)
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    ...{ ink: token('ink'), quiet: token('ink-2'), line: token('line'), root: token('root') },
    ...{ seal: token('seal'), card: token('card'), wash: token('wash'), font: style.fontFamily },
  }
}
