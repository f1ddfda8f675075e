import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ListName, listsShown } from '../api/lists.ts'
import { countsQuery } from '../api/view.ts'
import { useSpeech } from '../text/say.tsx'
import type { Me } from './me.ts'
import { PersonMenu } from './person-menu.tsx'
import { places } from './places.ts'
import { PostMenu } from './post-menu.tsx'

/** The left pane: where am I, and what is there to do. */
export function Rail(props: {
  readonly me: Me
  readonly list: ListName
  readonly mayRaise: boolean
  /** A page that belongs to no list is open. */
  readonly elsewhere: boolean
}) {
  const { me, list, mayRaise, elsewhere } = props
  const { say } = useSpeech()
  return (
    <nav className="rail" aria-label={say('rail.label')}>
      <h1 className="brand">{say('brand')}</h1>
      <PostMenu me={me} />
      {me.lists ? <Lists list={list} elsewhere={elsewhere} /> : null}
      <ul className="rail-lists rail-places">
        {places
          .filter(({ verbs }) => verbs.length === 0 || verbs.some((verb) => me.verbs.includes(verb)))
          .map(({ text, link }) => (
            <li key={text}>
              <Link {...link} className="rail-link" activeProps={{ 'data-on': '', 'aria-current': 'page' }}>
                <span>{say(text)}</span>
              </Link>
            </li>
          ))}
      </ul>
      <div className="rail-foot">
        {mayRaise ? (
          <Link to="/$list/raise" params={{ list }} className="rail-link rail-raise" aria-keyshortcuts="N">
            <span>{say('rail.raise')}</span>
            <span className="key" aria-hidden="true">
              N
            </span>
          </Link>
        ) : null}
        <PersonMenu me={me} />
      </div>
    </nav>
  )
}

/** The lists of demands, for posts that have some: who trains, writes or runs the service has none. */
function Lists({ list, elsewhere }: { list: ListName; elsewhere: boolean }) {
  const { say } = useSpeech()
  const counts = useQuery(countsQuery)
  return (
    <ul className="rail-lists">
      {listsShown(counts.data, list).map((each) => (
        <li key={each}>
          <Link
            to="/$list"
            params={{ list: each }}
            className="rail-link"
            {...(each === list && !elsewhere ? { 'data-on': '' } : {})}
            activeProps={{ 'aria-current': 'page' }}
            activeOptions={{ exact: true }}
          >
            <span>{say(`list.${each}`)}</span>
            <Count n={counts.data?.[each]} />
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** Counts are exact up to a thousand. */
function Count({ n }: { n: number | undefined }) {
  if (n === undefined) return null
  return <span className="num">{n > 1000 ? '1000+' : n}</span>
}
