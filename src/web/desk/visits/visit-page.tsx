import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Shown } from '../line/shown.tsx'
import { PlainPage } from '../office/page.tsx'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { spotOf } from './lists.tsx'
import { visitQuery } from './queries.ts'
import { VisitDetail } from './visit-detail.tsx'
import './visits.css'

/** One visit with an address of its own: where a number counts visits, its rows lead here. */
export function VisitPage() {
  const { say } = useSpeech()
  const names = useNames()
  const { visit = '' } = useParams({ strict: false })
  const asked = useQuery(visitQuery(visit))
  return (
    <PlainPage title={asked.data ? spotOf(asked.data.visit).name : say('visits.title')}>
      <div className="visits">
        <Shown asked={asked}>
          {({ visit: row }) => (
            <section className="card">
              <p>
                <time dateTime={row.on} className="num">
                  {row.on}
                </time>
                {row.kind ? ` · ${names.name('visit.kind', row.kind)}` : ''}
                {` · ${say('visits.sum', { met: row.met, opinions: row.opinions })} · `}
                <span className="small">{row.unit.name}</span>
              </p>
              <VisitDetail visit={row.id} />
            </section>
          )}
        </Shown>
        <p>
          <Link to="/visits">{say('visits.title')}</Link>
        </p>
      </div>
    </PlainPage>
  )
}
