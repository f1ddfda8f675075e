import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ViewAnswer, ViewParams } from '../../../protocol/view.ts'
import { crossingQuery } from '../api/view.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { ChartCard } from './chart-card.tsx'
import { useCutName } from './cut-name.ts'
import { type Sheet, shownValue } from './sheet.ts'

type Measure = ViewParams<'crossing'>['measure']
/** Those that are told by both at once (`crossedMeasures` of the domain, which would bring the whole list into this page). */
const measures: readonly Measure[] = ['heard', 'claimed', 'solved', 'unsolved', 'unknown']

/** More columns than these are no picture on a phone. */
const mostColumns = 5

/** Topics × groups of workers in one year: one table, whose edges are the topics and the groups by themselves. */
export function CrossingCard({ unit, year }: { unit: { readonly id: number; readonly name: string }; year: string }) {
  const { say } = useSpeech()
  const names = useNames()
  const cutName = useCutName()
  const [measure, setMeasure] = useState<Measure>('heard')
  const asked = useQuery(crossingQuery({ unit: String(unit.id), year, measure }))
  const told = asked.data
  if (!told || told.unit.id !== unit.id) return null
  const name = names.name('measure', measure)
  const choice = (
    <label className="figure-as-of">
      {say('charts.crossMeasure')}
      <select
        value={measure}
        onChange={(event) => setMeasure(measures.find((each) => each === event.target.value) ?? 'heard')}
      >
        {measures.map((each) => (
          <option key={each} value={each}>
            {names.name('measure', each)}
          </option>
        ))}
      </select>
    </label>
  )
  const whole = shownValue(told.all)
  const all = whole === 'hidden' ? say('charts.notShown') : String(whole)
  if (told.groups.length === 0 || told.topics.length === 0)
    return (
      <div className="chart">
        <h3>{say('charts.cross')}</h3>
        {choice}
        <p className="small">{say('charts.crossEmpty', { measure: name })}</p>
      </div>
    )
  // What a group is, in brackets behind its name, has no room above a column.
  const short = (cut: string) => cutName(cut).replace(/[（(].*[)）]$/, '')
  const sheet = sheetOf(told, short, { corner: say('figures.topics'), all: say('charts.all') })
  return (
    <ChartCard
      title={say('charts.cross')}
      caption={say('charts.crossCaption', { unit: unit.name, year: String(told.year), measure: name, n: all })}
      definition={`${names.name('measure.definition', measure)} ${say('charts.crossWhy')}`}
      sheet={sheet}
      drawing={{ kind: 'heat', edges: true }}
      first={told.groups.length > mostColumns && matchMedia('(max-width: 600px)').matches ? 'table' : 'chart'}
      file={`${unit.name}-${told.year}-${measure}-topics-groups`}
    >
      {choice}
    </ChartCard>
  )
}

/** The table with its edges: the last row and the last column are all of a group, and all of a topic. */
export function sheetOf(
  told: ViewAnswer<'crossing'>,
  cutName: (cut: string) => string,
  words: { readonly corner: string; readonly all: string },
): Sheet {
  const of = (topic: string, group: string) =>
    shownValue(told.crossed.find((each) => each.topic === topic && each.group === group))
  return {
    head: [words.corner, ...told.groups.map(({ code }) => cutName(`group:${code}`)), words.all],
    rows: [
      ...told.topics.map((topic) => ({
        name: cutName(`topic:${topic.code}`),
        values: [...told.groups.map(({ code }) => of(topic.code, code)), shownValue(topic)],
      })),
      { name: words.all, values: [...told.groups.map((group) => shownValue(group)), shownValue(told.all)] },
    ],
  }
}
