import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { countedQuery, figuresQuery } from '../api/view.ts'
import { FigureNumber } from '../figures/cell.tsx'
import { monthsOf } from '../figures/period.ts'
import { DemandLine } from '../frame/demand-line.tsx'
import { useSpeech } from '../text/say.tsx'
import type { VisitDraft } from './draft.ts'
import { Listed } from './lists.tsx'
import { keptByQuery, neverVisitedQuery } from './queries.ts'
import { today } from './today.ts'

type Record = (patch: Partial<VisitDraft>) => void
const which = ['never', 'visited'] as const

/** Where nobody was this year and where somebody was: two counts, each of which opens its list. Counted, never typed. */
export function NeverVisited({ record }: { record: Record | undefined }) {
  const { say } = useSpeech()
  const [shown, show] = useState<(typeof which)[number]>('never')
  const asked = useInfiniteQuery(neverVisitedQuery(shown))
  const first = asked.data?.pages[0]
  const rows = asked.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <section className="card">
      {first ? (
        <>
          <p>{say('visits.coverage', { ...first.period, employers: first.employers })}</p>
          <fieldset className="visit-parts" aria-label={say('visits.part.never')}>
            {which.map((each) => (
              <button key={each} type="button" aria-pressed={each === shown} onClick={() => show(each)}>
                {say(`visits.count.${each}`, { n: first[each] })}
              </button>
            ))}
          </fieldset>
        </>
      ) : null}
      <Listed
        query={asked}
        empty={rows.length === 0 ? say(shown === 'never' ? 'visits.neverEmpty' : 'visits.visitedEmpty') : null}
        more={asked.hasNextPage ? () => void asked.fetchNextPage() : undefined}
      >
        <ul className="plain-rows">
          {rows.map(({ id, name, region }) => (
            <li key={id} className="plain-row">
              <span>{name}</span>
              {record ? (
                <Button
                  kind="plain"
                  label={`${say('visits.went')} ${name}`}
                  onPress={() => record({ plan: null, spot: { employer: id, name, region } })}
                >
                  {say('visits.went')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      </Listed>
    </section>
  )
}

/** What was heard on visits before anybody complained: the figure of the year, and the matters under it that the asker sees. */
export function FoundByUs() {
  const { say } = useSpeech()
  const months = monthsOf('year', today().slice(0, 7))
  const figures = useQuery(figuresQuery(months))
  const [open, turn] = useState(true)
  const under = useInfiniteQuery({ ...countedQuery({ ...months, measure: 'found-by-us' }), enabled: open })
  const rows = under.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <section className="card">
      <p>{say('visits.foundWhat')}</p>
      {figures.data ? (
        <button type="button" className="visit-open" aria-expanded={open} onClick={() => turn(!open)}>
          {say('visits.foundCount')}{' '}
          <FigureNumber cell={figures.data.whole['found-by-us']} fewest={figures.data.fewest} />
        </button>
      ) : null}
      {open ? (
        <Listed
          query={under}
          empty={rows.length === 0 ? say('visits.foundEmpty') : null}
          more={under.hasNextPage ? () => void under.fetchNextPage() : undefined}
        >
          {rows.length > 0 ? <p className="small">{say('figures.underSeen')}</p> : null}
          <ul className="plain-rows">
            {rows.map(({ demand }) =>
              demand ? (
                <li key={demand.id}>
                  <DemandLine row={demand} list="unit" on={false} />
                </li>
              ) : null,
            )}
          </ul>
        </Listed>
      ) : null}
    </section>
  )
}

/** Matters of workers who want the asker to stay with them. There is no number of them: nobody is measured by it. */
export function KeptBy() {
  const { say } = useSpeech()
  const asked = useInfiniteQuery(keptByQuery)
  const rows = asked.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <section className="card">
      <p>{say('visits.keptWhat')}</p>
      <Listed
        query={asked}
        empty={rows.length === 0 ? say('visits.keptEmpty') : null}
        more={asked.hasNextPage ? () => void asked.fetchNextPage() : undefined}
      >
        <ul className="plain-rows">
          {rows.map((row) => (
            <li key={row.id}>
              <DemandLine row={row} list="unit" on={false} />
            </li>
          ))}
        </ul>
      </Listed>
    </section>
  )
}
