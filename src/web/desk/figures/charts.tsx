import { useQuery } from '@tanstack/react-query'
import type { Measure } from '../../../domain/measure/measure.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { figuresQuery } from '../api/view.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { ChartCard } from './chart-card.tsx'
import { CrossingCard } from './crossing.tsx'
import { useCutName } from './cut-name.ts'
import { RateCharts } from './rate-charts.tsx'
import { type Sheet, shownValue, type Value } from './sheet.ts'

type Told = ViewAnswer<'figures'>

/** The way of a matter, in the order of the seals. */
const way: readonly Measure[] = ['heard', 'met', 'met-apart', 'understood', 'claimed', 'solved', 'delivered', 'unknown']
const sealed: readonly Measure[] = ['met', 'understood', 'delivered']
const columns: readonly Measure[] = ['heard', 'claimed', 'solved', 'unsolved', 'unknown']

/** The figures of a union as pictures. Compared only with its own past; members stand by name, never by size. */
export function Charts({ told, measure }: { told: Told; measure: Measure }) {
  const { say } = useSpeech()
  const names = useNames()
  const cutName = useCutName()
  const yearBefore = (month: string) => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`
  const { from, to } = told.period
  const past = useQuery({
    ...figuresQuery({
      ...{ unit: String(told.unit.id), from: yearBefore(from), to: yearBefore(to) },
      ...(told.cut === null ? {} : { cut: told.cut }),
    }),
    enabled: told.asOf === null,
  })
  const before = past.isPlaceholderData ? undefined : past.data
  const nameOf = (each: Measure) => names.name('measure', each)
  const define = (each: Measure) => names.name('measure.definition', each)
  const n = (each: Measure) => said(shownValue(told.whole[each]))
  const said = (value: Value) => (value === 'hidden' ? say('charts.notShown') : String(value))
  const caption = (each: Measure) =>
    say('charts.caption', { unit: told.unit.name, from, to, measure: nameOf(each), n: n(each) })
  const pair: readonly string[] = [say('charts.now'), say('charts.before')]
  const funnel: Sheet = {
    head: [say('charts.step'), pair[0] as string],
    rows: way.map((each) => ({ name: nameOf(each), values: [shownValue(told.whole[each])] })),
  }
  const months: Sheet = {
    head: [say('charts.month'), ...pair],
    rows: told.months.map(({ month, cells }) => {
      const then = before?.months.find((each) => each.month === yearBefore(month))
      return { name: month, values: [shownValue(cells[measure]), shownValue(then?.cells[measure])] }
    }),
  }
  const members: Sheet = {
    head: [say('figures.unit'), ...pair],
    rows: told.children
      .toSorted((a, b) => a.unit.name.localeCompare(b.unit.name, 'zh-CN', { numeric: true }))
      .map(({ unit, cells }) => {
        const then = before?.children.find((each) => each.unit.id === unit.id)
        return { name: unit.name, values: [shownValue(cells[measure]), shownValue(then?.cells[measure])] }
      }),
  }
  const heat = (kind: string): Sheet => ({
    head: [say(kind === 'topic' ? 'figures.topics' : 'charts.groups'), ...columns.map(nameOf)],
    rows: told.cuts
      .filter(({ cut }) => cut.startsWith(`${kind}:`))
      .map(({ cut, cells }) => ({ name: cutName(cut), values: columns.map((each) => shownValue(cells[each])) })),
  })
  const file = (what: string) => `${told.unit.name}-${from}-${to}-${what}`
  return (
    <div className="charts">
      <ChartCard
        title={say('charts.funnel')}
        caption={caption('heard')}
        definition={way.map((each) => `${nameOf(each)}：${define(each)}`).join(' ')}
        sheet={funnel}
        drawing={{ kind: 'bars', seals: new Set(sealed.map(nameOf)) }}
        file={file('funnel')}
      />
      {months.rows.length > 1 ? (
        <ChartCard
          title={say('charts.trend', { measure: nameOf(measure) })}
          caption={`${caption(measure)} ${say('charts.outline')}`}
          definition={define(measure)}
          sheet={months}
          drawing={{ kind: 'months' }}
          file={file('months')}
        />
      ) : null}
      {members.rows.length > 0 ? (
        <ChartCard
          title={say('charts.members', { measure: nameOf(measure) })}
          caption={`${caption(measure)} ${say('charts.byName')}`}
          definition={define(measure)}
          sheet={members}
          drawing={{ kind: 'bars' }}
          file={file('members')}
        />
      ) : null}
      <RateCharts told={told} before={before} file={file} />
      {told.cut === null && told.asOf === null ? <CrossingCard unit={told.unit} year={to.slice(0, 4)} /> : null}
      {['topic', 'group']
        .map((kind) => [kind, heat(kind)] as const)
        .filter(([, sheet]) => sheet.rows.length > 0)
        .map(([kind, sheet]) => (
          <ChartCard
            key={kind}
            title={say(kind === 'topic' ? 'charts.heatTopics' : 'charts.heatGroups')}
            caption={`${caption('heard')} ${say('charts.shade')}`}
            definition={columns.map((each) => `${nameOf(each)}：${define(each)}`).join(' ')}
            sheet={sheet}
            drawing={{ kind: 'heat' }}
            file={file(kind)}
          />
        ))}
    </div>
  )
}
