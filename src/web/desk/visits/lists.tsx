import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { VisitRow } from '../../../protocol/visit-view.ts'
import { Button } from '../../kit/button.tsx'
import { Notice, Skeleton } from '../../kit/notice.tsx'
import { useCommand } from '../api/use-command.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { OutcomeWords } from '../verb/outcome-words.tsx'
import type { Spot, VisitDraft } from './draft.ts'
import { PlaceActs } from './place-forms.tsx'
import { PlaceForm, PlanForm } from './plan-forms.tsx'
import { placesQuery, plansQuery, visitsQuery } from './queries.ts'
import { VisitDetail } from './visit-detail.tsx'

type Record = (patch: Partial<VisitDraft>) => void
export type Unit = { readonly id: number; readonly realm: number }

/** The states every list has: on its way, failed, empty with what will appear and why, and more of it. */
export function Listed(props: {
  query: { isPending: boolean; isError: boolean; refetch: () => unknown }
  empty: ReactNode | null
  children: ReactNode
  more?: (() => void) | undefined
}) {
  const { say } = useSpeech()
  const { query, empty, children, more } = props
  if (query.isPending) return <Skeleton label={say('loading')} rows={4} />
  if (query.isError)
    return (
      <Notice
        tone="wrong"
        title={say('error.title')}
        action={<Button onPress={() => void query.refetch()}>{say('error.retry')}</Button>}
      >
        {say('error.why')}
      </Notice>
    )
  return (
    <>
      {empty ? <Notice>{empty}</Notice> : null}
      {children}
      {more ? <Button onPress={more}>{say('visits.moreRows')}</Button> : null}
    </>
  )
}

export const spotOf = ({ place, employer, region }: Pick<VisitRow, 'place' | 'employer' | 'region'>): Spot => ({
  ...(place ? { place: place.id } : {}),
  ...(employer ? { employer: employer.id } : {}),
  region: region ?? '',
  name: place?.name || employer?.name || region || '',
})

/** Plans of the union that are open; who went records from here. */
export function Plans({ unit, post, record }: { unit: Unit; post: number; record: Record }) {
  const { say } = useSpeech()
  const plans = useQuery(plansQuery)
  const names = useNames()
  const drop = useCommand('visit.drop', 'visit.drop', { oneClick: true, onAccepted: () => void plans.refetch() })
  const [reason, choose] = useState('other')
  const rows = plans.data?.rows ?? []
  return (
    <section className="card">
      <PlanForm unit={unit} post={post} />
      <Listed query={plans} empty={rows.length === 0 ? say('visits.plansEmpty') : null}>
        <ul className="plain-rows">
          {rows.map((row) => (
            <li key={row.id}>
              <p>
                <time dateTime={row.on} className="num">
                  {row.on}
                </time>{' '}
                <b>{spotOf(row).name}</b> {row.post?.holder ?? ''}
              </p>
              {row.verbs.includes('visit.record') ? (
                <div className="visit-add">
                  <Button onPress={() => record({ plan: row.id, spot: spotOf(row) })}>{say('visits.went')}</Button>
                  <label className="visit-drop">
                    <span>{say('visits.dropWhy')}</span>
                    <select value={reason} onChange={(event) => choose(event.target.value)}>
                      {names.list('reason.drop').map(({ code, name }) => (
                        <option key={code} value={code}>
                          {name}
                        </option>
                      ))}
                    </select>
                  </label>
                  <Button kind="plain" onPress={() => void drop.submit(unit.realm, { visit: row.id, reason })}>
                    {say('visits.drop')}
                  </Button>
                </div>
              ) : null}
            </li>
          ))}
        </ul>
        <OutcomeWords phase={drop.phase} />
      </Listed>
    </section>
  )
}

/** Contact points with their owner, whether or not the campaign they were made for goes on. */
export function Places({ unit, post, record }: { unit: Unit | undefined; post: number | undefined; record: Record }) {
  const { say } = useSpeech()
  const names = useNames()
  const places = useInfiniteQuery(placesQuery)
  const rows = places.data?.pages.flatMap((page) => page.rows) ?? []
  const verbs = places.data?.pages[0]?.verbs ?? []
  const posts = places.data?.pages[0]?.posts ?? []
  return (
    <section className="card">
      {unit && post && verbs.includes('place.keep') ? <PlaceForm unit={unit} post={post} /> : null}
      <Listed
        query={places}
        empty={rows.length === 0 ? say('visits.placesEmpty') : null}
        more={places.hasNextPage ? () => void places.fetchNextPage() : undefined}
      >
        <ul className="plain-rows">
          {rows.map((row) => (
            <li key={row.id}>
              <p>
                <b>{row.name}</b>　{names.name('place.kind', row.kind)}　{row.unit.name}
              </p>
              <p className="small">
                {say('visits.owner', { who: row.owner?.holder ?? say('visits.nobody') })}
                {' · '}
                {row.lastVisitOn ? say('visits.lastOn', { on: row.lastVisitOn }) : say('visits.neverThere')}
                {row.stationed.map(
                  (each) => ` · ${say('visits.stationed', { who: each.holder ?? '', from: each.from, to: each.to })}`,
                )}
              </p>
              {unit ? (
                <Button
                  kind="plain"
                  label={`${say('visits.went')} ${row.name}`}
                  onPress={() =>
                    record({ plan: null, spot: spotOf({ place: row, employer: row.employer, region: row.region }) })
                  }
                >
                  {say('visits.went')}
                </Button>
              ) : null}
              {unit ? <PlaceActs row={row} unit={unit} posts={posts} /> : null}
            </li>
          ))}
        </ul>
      </Listed>
    </section>
  )
}

/** Visits that were paid, newest first; each opens to what the asker may read of it. */
export function Paid() {
  const { say } = useSpeech()
  const names = useNames()
  const visits = useInfiniteQuery(visitsQuery)
  const rows = visits.data?.pages.flatMap((page) => page.rows) ?? []
  const [open, turn] = useState<string | null>(null)
  return (
    <section className="card">
      <Listed
        query={visits}
        empty={rows.length === 0 ? say('visits.paidEmpty') : null}
        more={visits.hasNextPage ? () => void visits.fetchNextPage() : undefined}
      >
        <ul className="plain-rows">
          {rows.map((row) => (
            <li key={row.id}>
              <button
                type="button"
                className="visit-open"
                aria-expanded={open === row.id}
                onClick={() => turn(open === row.id ? null : row.id)}
              >
                <time dateTime={row.on} className="num">
                  {row.on}
                </time>{' '}
                <b>{spotOf(row).name}</b>
                {row.kind ? ` · ${names.name('visit.kind', row.kind)}` : ''}
                {` · ${say('visits.sum', { met: row.met, opinions: row.opinions })} · `}
                <span className="small">{row.unit.name}</span>
              </button>
              {open === row.id ? <VisitDetail visit={row.id} /> : null}
            </li>
          ))}
        </ul>
      </Listed>
    </section>
  )
}
