import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { Notice, Skeleton } from '../../kit/notice.tsx'
import { useServerTime } from '../../kit/server-time.ts'
import { askView } from '../api/view.ts'
import { PlainPage } from '../office/page.tsx'
import { sayInstant } from '../text/instant.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'

type Row = ViewAnswer<'openings'>['rows'][number]

/** What can be opened, in the order of the list to choose from. */
const nouns = ['demand', 'visit', 'deed', 'issue', 'suggestion', 'campaign', 'brief', 'sheet', 'article'] as const

type Noun = (typeof nouns)[number]

/** Who opened sealed words, of whatever it was: what the auditor asks first when something got about. */
export function OpeningsPage() {
  const { say } = useSpeech()
  const [noun, choose] = useState<Noun | ''>('')
  const wordOf = (each: Noun) => say(`openings.noun.${each}`)
  const openings = useInfiniteQuery({
    queryKey: ['openings', noun],
    queryFn: ({ pageParam }) =>
      askView('openings', { ...(noun ? { noun } : {}), ...(pageParam === null ? {} : { after: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.after,
  })
  const rows = openings.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <PlainPage title={say('openings.title')}>
      <p className="small">{say('openings.about')}</p>
      <label className="field">
        <span>{say('openings.of')}</span>
        <select value={noun} onChange={(event) => choose(nouns.find((each) => each === event.target.value) ?? '')}>
          <option value="">{say('openings.all')}</option>
          {nouns.map((each) => (
            <option key={each} value={each}>
              {wordOf(each)}
            </option>
          ))}
        </select>
      </label>
      {openings.isPending ? <Skeleton label={say('loading')} rows={5} /> : null}
      {openings.isError && !openings.data ? (
        <Notice
          tone="wrong"
          title={say('error.title')}
          action={<Button onPress={() => void openings.refetch()}>{say('error.retry')}</Button>}
        >
          {say('error.why')}
        </Notice>
      ) : null}
      {openings.isSuccess && rows.length === 0 ? (
        <Notice title={noun === '' ? say('openings.empty') : say('openings.emptyOf', { what: wordOf(noun) })}>
          {say('openings.emptyWhy')}
        </Notice>
      ) : null}
      <ul className="plain-rows">
        {rows.map((row) => (
          <Opening key={`${row.at} ${row.post} ${row.subject} ${row.part}`} row={row} />
        ))}
      </ul>
      {openings.hasNextPage ? (
        <div>
          <Button onPress={() => void openings.fetchNextPage()} pending={openings.isFetchingNextPage}>
            {say('openings.more')}
          </Button>
        </div>
      ) : null}
    </PlainPage>
  )
}

function Opening({ row }: { row: Row }) {
  const speech = useSpeech()
  const names = useNames()
  const now = useServerTime()
  const { say, sayOr } = speech
  const what = sayOr(`openings.noun.${row.noun}`, 'openings.noun.other')
  const part = say(row.noun === 'demand' || row.part === 'identity' ? `part.${row.part}` : 'openings.words')
  const purpose = row.purpose === null ? say('openings.page') : names.name('reason.purpose', row.purpose)
  return (
    <li>
      <p>
        {row.unit.name}
        {row.holder === null ? '' : ` · ${row.holder}`}
        {row.role === null ? '' : ` · ${say('openings.post', { role: sayOr(`role.${row.role}`, 'role.other') })}`}
      </p>
      <p className="small num">
        <time dateTime={row.at}>{sayInstant(speech, row.at, now)}</time> {say('openings.what', { what, part })}{' '}
        <Subject row={row} />
        {' · '}
        {say('openings.for', { purpose })}
      </p>
    </li>
  )
}

/** The page of what was opened, where the auditor has one; it shows no words. */
function Subject({ row }: { row: Row }) {
  const { say } = useSpeech()
  if (row.number !== null)
    return (
      <Link to="/$list/$demand" params={{ list: 'today', demand: row.subject }}>
        {row.number}
      </Link>
    )
  if (row.noun === 'deed')
    return (
      <Link to="/deeds/$deed" params={{ deed: row.subject }}>
        {say('openings.see')}
      </Link>
    )
  return null
}
