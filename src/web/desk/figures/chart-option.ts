import type { EChartsCoreOption } from 'echarts/core'
import type { Sheet, Value } from './sheet.ts'

/** Colours as the tokens give them now, light or dark. */
export interface Paint {
  readonly ink: string
  readonly quiet: string
  readonly line: string
  readonly root: string
  readonly seal: string
  readonly card: string
  readonly wash: string
  readonly font: string
}

/** How a chart is drawn: `bars` lie, one row each; `months` stand, one column each; `heat` is a table of shades. */
export type ChartKind = 'bars' | 'months' | 'heat'
/** What a chart is made of beside its sheet. */
export interface Drawing {
  readonly kind: ChartKind
  /** Written where nothing is shown. */
  readonly hidden: string
  /** Rows that are earned seals, in vermilion: the three stamps and nothing else. */
  readonly seals?: ReadonlySet<string>
  readonly still: boolean
  /** Pixels there are for all of it; names of columns break to fit. */
  readonly width: number
  /** Written behind every number. */
  readonly suffix?: string
  /** Of `heat`: the last row and the last column are sums, and shade nothing. */
  readonly edges?: boolean
}

/** The option of a chart. Labels stand at the marks; what is not shown is hatched and says so. */
export function optionOf(sheet: Sheet, drawing: Drawing, paint: Paint): EChartsCoreOption {
  const common = {
    animation: !drawing.still,
    animationDuration: 160,
    textStyle: { fontFamily: paint.font, color: paint.ink },
    tooltip: {
      renderMode: 'richText',
      confine: true,
      backgroundColor: paint.card,
      borderColor: paint.line,
      textStyle: { color: paint.ink },
    },
  }
  if (drawing.kind === 'heat') return { ...common, ...heat(sheet, drawing, paint) }
  const names = sheet.rows.map(({ name }) => name)
  const most = Math.max(1, ...sheet.rows.flatMap(({ values }) => values.filter((v) => v !== 'hidden')))
  const category = {
    type: 'category',
    data: names,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: paint.line } },
    axisLabel: { color: paint.quiet, width: 150, overflow: 'truncate' },
  }
  const lying = drawing.kind === 'bars'
  // Room for the words behind the longest bar: beside a past they say which of the two it is.
  const plot = Math.max(160, drawing.width - 150)
  const room = lying && sheet.head.length > 2 ? plot / (plot - 96) : 1.18
  const value = { type: 'value', max: most * Math.max(1.18, room), show: false }
  return {
    ...common,
    grid: {
      left: 4,
      right: 12,
      top: lying ? 4 : 22,
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: lying ? value : category,
    yAxis: lying ? { ...category, inverse: true } : value,
    series: sheet.head.slice(1).map((name, at) => ({
      name,
      type: 'bar',
      barMaxWidth: 18,
      barGap: '15%',
      data: sheet.rows.map((row) => bar(row.name, row.values[at] ?? 0, at, most, drawing, paint)),
      // Beside one another only its own past is ever drawn: the label says which of the two it is.
      label: {
        show: true,
        position: lying ? 'right' : 'top',
        color: paint.ink,
        formatter: ({ dataIndex }: { dataIndex: number }) => {
          const told = sheet.rows[dataIndex]?.values[at] ?? 0
          const before = at > 0 && lying ? `${name} ` : ''
          return told === 'hidden'
            ? lying
              ? drawing.hidden
              : '╱╱'
            : told === 0
              ? ''
              : `${before}${told}${drawing.suffix ?? ''}`
        },
      },
      tooltip: {
        formatter: ({ dataIndex }: { dataIndex: number }) => {
          const row = sheet.rows[dataIndex]
          const told = row?.values[at] ?? 0
          return `${row?.name ?? ''} ${name}: ${told === 'hidden' ? drawing.hidden : `${told}${drawing.suffix ?? ''}`}`
        },
      },
    })),
  }
}

function bar(name: string, told: Value, at: number, most: number, { seals }: Drawing, paint: Paint) {
  if (told === 'hidden')
    return {
      value: most * 0.12,
      itemStyle: {
        color: 'transparent',
        borderColor: paint.quiet,
        decal: { symbol: 'rect', color: paint.quiet, dashArrayX: [1, 0], dashArrayY: [1, 5], rotation: -Math.PI / 4 },
      },
    }
  const color = seals?.has(name) ? paint.seal : paint.root
  return {
    value: told,
    itemStyle: at === 0 ? { color } : { color: 'transparent', borderColor: color, borderWidth: told === 0 ? 0 : 1.5 },
  }
}

/** What is left beside the names of the rows, shared out; never less than two characters. */
function columnWidth(width: number, columns: number): number {
  return Math.max(24, Math.min(72, Math.floor((width - 130) / Math.max(1, columns)) - 4))
}

function heat({ head, rows }: Sheet, { hidden, edges = false, width }: Drawing, paint: Paint): EChartsCoreOption {
  const columns = head.slice(1)
  const inner = edges ? rows.slice(0, -1) : rows
  const isEdge = (x: number, y: number) => edges && (x === columns.length - 1 || y === rows.length - 1)
  const most = columns.map((_, at) =>
    Math.max(1, ...inner.map(({ values }) => (values[at] === 'hidden' ? 0 : Number(values[at] ?? 0)))),
  )
  const axis = { axisTick: { show: false }, axisLine: { show: false }, splitArea: { show: false } }
  const label = { color: paint.quiet, width: 110, overflow: 'truncate', interval: 0 }
  return {
    grid: { left: 4, right: 4, top: 4, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'category',
      data: columns,
      position: 'top',
      ...axis,
      axisLabel: {
        ...label,
        width: columnWidth(width, columns.length),
        overflow: 'break',
        fontSize: 11,
        lineHeight: 13,
      },
    },
    yAxis: { type: 'category', data: rows.map(({ name }) => name), inverse: true, ...axis, axisLabel: label },
    // Each column is shaded against its own largest: many heard would pale everything else.
    visualMap: { show: false, min: 0, max: 1, dimension: 2, inRange: { color: [paint.wash, paint.root] } },
    series: [
      {
        type: 'heatmap',
        data: rows.flatMap(({ values }, y) =>
          columns.map((_, x) => {
            const told = values[x] ?? 0
            const share = told === 'hidden' || isEdge(x, y) ? 0 : told / (most[x] as number)
            const decal = {
              symbol: 'rect',
              color: paint.quiet,
              dashArrayX: [1, 0],
              dashArrayY: [1, 5],
              rotation: -Math.PI / 4,
            }
            return {
              value: [x, y, share],
              label: { color: share > 0.55 ? paint.card : paint.ink },
              ...(told === 'hidden' ? { itemStyle: { decal } } : {}),
            }
          }),
        ),
        itemStyle: { borderColor: paint.card, borderWidth: 2 },
        label: {
          show: true,
          formatter: ({ value: [x, y] }: { value: [number, number] }) => {
            const told = rows[y]?.values[x] ?? 0
            return told === 'hidden' ? '' : String(told)
          },
        },
        tooltip: {
          formatter: ({ value: [x, y] }: { value: [number, number] }) => {
            const told = rows[y]?.values[x] ?? 0
            return `${rows[y]?.name ?? ''} ${columns[x] ?? ''}: ${told === 'hidden' ? hidden : told}`
          },
        },
      },
    ],
  }
}
