import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from '../../kit/button.tsx'
import { Notice, Skeleton } from '../../kit/notice.tsx'
import { PlainPage } from '../office/page.tsx'
import { useSpeech } from '../text/say.tsx'
import { askedQuery, sheetsQuery } from './queries.ts'
import { TakeForm } from './take-form.tsx'
import './tables.css'

/** Tables from above: one is dropped in and answered, and who asked for how many stands below for everybody. */
export function TablesPage() {
  const { say } = useSpeech()
  const sheets = useInfiniteQuery(sheetsQuery)
  const first = sheets.data?.pages[0]
  const rows = sheets.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <PlainPage title={say('tables.title')}>
      <div className="tables">
        <p>{say('tables.why')}</p>
        {first?.verbs.includes('sheet.take') ? <TakeForm /> : null}
        {sheets.isPending ? <Skeleton label={say('loading')} rows={3} /> : null}
        {sheets.isError && !first ? <Failed again={() => void sheets.refetch()} /> : null}
        {first?.verbs.includes('sheet.see') ? (
          <section className="card" aria-labelledby="tables-own">
            <h2 id="tables-own">{say('tables.own')}</h2>
            {rows.length === 0 ? <p>{say('tables.none')}</p> : null}
            <ul className="table-rows">
              {rows.map(({ id, title, from, askedOn, filledOn, minutes }) => (
                <li key={id}>
                  <Link to="/tables/$sheet" params={{ sheet: id }}>
                    <b>{title}</b>
                    <span className="small">
                      {[
                        say('tables.askedBy', { from, on: askedOn }),
                        filledOn ? say('tables.answered', { on: filledOn }) : say('tables.open'),
                        ...(minutes === null ? [] : [say('tables.minutesSpent', { n: minutes })]),
                      ].join(' · ')}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
            {sheets.hasNextPage ? (
              <Button onPress={() => void sheets.fetchNextPage()}>{say('list.more')}</Button>
            ) : null}
          </section>
        ) : null}
        <Asked />
      </div>
    </PlainPage>
  )
}

function Asked() {
  const { say } = useSpeech()
  const asked = useQuery(askedQuery)
  if (asked.isError && !asked.data) return <Failed again={() => void asked.refetch()} />
  return (
    <section className="card" aria-labelledby="tables-asked">
      <h2 id="tables-asked">{say('tables.asked')}</h2>
      <p className="small">{say('tables.askedWhy')}</p>
      {asked.data?.rows.length === 0 ? <p>{say('tables.askedNone')}</p> : null}
      <ul className="table-rows">
        {asked.data?.rows.map(({ from, tables, units, answered, minutes }) => (
          <li key={from}>
            <b>{from}</b>
            <span className="small">{say('tables.askedOf', { tables, units, answered, minutes })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Failed({ again }: { again: () => void }) {
  const { say } = useSpeech()
  return (
    <Notice tone="wrong" title={say('error.title')} action={<Button onPress={again}>{say('error.retry')}</Button>}>
      {say('error.why')}
    </Notice>
  )
}
