import type { ViewAnswer } from '../../../protocol/view.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { ChartCard } from './chart-card.tsx'
import { shareOf } from './rate-sheet.ts'
import type { Sheet } from './sheet.ts'

type Told = ViewAnswer<'figures'>

/** The shares of a union, and one share of each member, beside their own past alone, where both are of enough. */
export function RateCharts({
  told,
  before,
  file,
}: {
  told: Told
  before: Told | undefined
  file: (what: string) => string
}) {
  const { say } = useSpeech()
  const names = useNames()
  const { comparable, rates } = names
  const past = (id: number) => before?.children.find(({ unit }) => unit.id === id)?.cells
  const pair = [say('charts.now'), say('charts.before')]
  const own: Sheet = {
    head: [say('figures.rates'), ...pair],
    rows: rates.map((rate) => ({
      name: names.name('rate', rate.code),
      values: [shareOf(told.whole, rate, comparable), shareOf(before?.whole, rate, comparable)],
    })),
  }
  const solution = rates.find(({ code }) => code === 'solution')
  const members: Sheet = {
    head: [say('figures.unit'), ...pair],
    rows: solution
      ? told.children
          .toSorted((a, b) => a.unit.name.localeCompare(b.unit.name, 'zh-CN', { numeric: true }))
          .map(({ unit, cells }) => ({
            name: unit.name,
            values: [shareOf(cells, solution, comparable), shareOf(past(unit.id), solution, comparable)],
          }))
          // Who has nothing that can be held against anything is named in the table of parts, not here.
          .filter(({ values }) => values.some((value) => value !== 'hidden'))
      : [],
  }
  const common = {
    drawing: { kind: 'bars', suffix: '%' } as const,
    hidden: say('charts.tooFewToCompare', { n: comparable }),
  }
  const where = say('charts.rateCaption', { unit: told.unit.name, ...told.period, n: comparable })
  const defined = (rate: { code: string; counts: readonly string[]; of: readonly string[] }) => {
    const listed = (measures: readonly string[]) => measures.map((each) => names.name('measure', each)).join(' + ')
    return `${names.name('rate', rate.code)} = (${listed(rate.counts)}) ÷ (${listed(rate.of)})`
  }
  const comparing = own.rows.some(({ values }) => values.some((value) => value !== 'hidden'))
  if (!comparing)
    return (
      <div className="chart">
        <h3>{say('charts.rates')}</h3>
        <p className="small">{say('charts.ratesTooFew', { n: comparable })}</p>
      </div>
    )
  return (
    <>
      <ChartCard
        {...common}
        title={say('charts.rates')}
        caption={where}
        definition={rates.map(defined).join('；')}
        sheet={own}
        file={file('rates')}
      />
      {members.rows.length > 0 && solution ? (
        <ChartCard
          {...common}
          title={say('charts.memberRates', { rate: names.name('rate', 'solution') })}
          caption={`${where} ${say('charts.byName')}`}
          definition={defined(solution)}
          sheet={members}
          file={file('member-rates')}
        />
      ) : null}
    </>
  )
}
