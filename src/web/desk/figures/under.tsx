import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { Skeleton } from '../../kit/notice.tsx'
import { countedQuery } from '../api/view.ts'
import { DemandLine } from '../frame/demand-line.tsx'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'

type Other = NonNullable<ViewAnswer<'counted'>['rows'][number]['other']>

/** Where a stream of a noun is read. A noun without a page is a dated row. */
function pageOf({ noun, stream, unit }: Other, brief: string | undefined) {
  switch (noun) {
    case 'deed':
      return { to: `/deeds/${stream}` }
    case 'class':
      return { to: `/training/${stream}` }
    case 'meeting':
      return { to: `/meetings/${stream}` }
    case 'visit':
      return { to: `/visits/${stream}` }
    case 'issue':
    case 'suggestion':
    case 'practice':
      return { to: '/issues', search: { tab: `${noun}s`, id: stream } }
    case 'brief':
      return brief ? { to: brief, search: { unit: unit.id } } : null
    default:
      return null
  }
}

/** Anything but a demand: the day, the union, and its page where there is one. */
function OtherLine({ on, other, brief }: { on: string; other: Other; brief: string | undefined }) {
  const page = pageOf(other, brief)
  return (
    <span className="figure-other">
      <time dateTime={on} className="num">
        {on}
      </time>
      {page ? <Link {...(page as { to: never })}>{other.unit.name}</Link> : <span>{other.unit.name}</span>}
    </span>
  )
}

/** The demands under a number, and what the number counts. `few`: so many at first, where something else stands below. */
export function Under({
  few,
  brief,
  ...asked
}: Parameters<typeof countedQuery>[0] & {
  readonly few?: number
  /** Address of the directive whose briefs are counted: with a union named it shows what that union wrote. */
  readonly brief?: string
}) {
  const { say } = useSpeech()
  const [all, showAll] = useState(few === undefined)
  const names = useNames()
  const counted = useInfiniteQuery(countedQuery(asked))
  const listed = counted.data?.pages.flatMap((page) => page.rows) ?? []
  const rows = all ? listed : listed.slice(0, few)
  const deeper = counted.data?.pages.some((page) => page.deeper) ?? false
  const sealed = counted.data?.pages.some((page) => page.sealed) ?? false
  const measure = names.name('measure', asked.measure)
  return (
    <section aria-labelledby="figures-under">
      <h2 id="figures-under">{say('figures.under', { measure })}</h2>
      <details>
        <summary>{say('figures.definition')}</summary>
        <p>{names.name('measure.definition', asked.measure)}</p>
      </details>
      {counted.isPending ? <Skeleton label={say('loading')} rows={3} /> : null}
      {asked.asOf ? <p className="small">{say('figures.underAsOf', { day: asked.asOf })}</p> : null}
      {deeper ? <p>{say('figures.deeper')}</p> : null}
      {asked.measure === 'trained' ? (
        <p>
          {say('figures.underPeople')} <Link to="/training">{say('training.title')}</Link>
        </p>
      ) : sealed ? (
        <p>{say('figures.underSealed')}</p>
      ) : counted.isSuccess && rows.length === 0 && !deeper ? (
        <p>{say('figures.underEmpty')}</p>
      ) : null}
      {rows.length > 0 ? <p className="small">{say('figures.underSeen')}</p> : null}
      <ul className="figure-under">
        {rows.map(({ on, demand, other }) =>
          demand ? (
            <li key={demand.id}>
              <DemandLine row={demand} list="unit" on={false} />
            </li>
          ) : other ? (
            <li key={`${other.stream} ${other.unit.id}`}>
              <OtherLine on={on} other={other} brief={brief} />
            </li>
          ) : null,
        )}
      </ul>
      {rows.length < listed.length ? (
        <Button onPress={() => showAll(true)}>{say('figures.more')}</Button>
      ) : counted.hasNextPage ? (
        <Button onPress={() => void counted.fetchNextPage()}>{say('figures.more')}</Button>
      ) : null}
    </section>
  )
}
