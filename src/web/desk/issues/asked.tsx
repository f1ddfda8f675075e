import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Button } from '../../kit/button.tsx'
import { Notice, Skeleton } from '../../kit/notice.tsx'
import { Problem } from '../api/request.ts'
import { useSpeech } from '../text/say.tsx'

type State = Pick<UseQueryResult, 'isPending' | 'isError' | 'error' | 'refetch'>

/** What stands there before an answer, and instead of one. */
export function Waiting({ asked }: { asked: State }) {
  const { say } = useSpeech()
  if (asked.isPending) return <Skeleton label={say('loading')} rows={4} />
  if (!asked.isError) return null
  if (asked.error instanceof Problem && asked.error.status === 404)
    return <Notice title={say('issues.goneTitle')}>{say('issues.gone')}</Notice>
  return (
    <Notice
      tone="wrong"
      title={say('error.title')}
      action={<Button onPress={() => void asked.refetch()}>{say('error.retry')}</Button>}
    >
      {say('error.why')}
    </Notice>
  )
}

type Pages<Row> = UseInfiniteQueryResult<{ pages: readonly { readonly rows: readonly Row[] }[] }>

/** A list that says what will appear while it is empty, and goes on page by page. */
export function Rows<Row>(props: {
  asked: Pages<Row>
  idOf: (row: Row) => string
  /** Which of them stand here; all where nothing is said. */
  keep?: (row: Row) => boolean
  empty: ReactNode
  children: (row: Row) => ReactNode
}) {
  const { asked, idOf, keep = () => true, empty, children } = props
  const { say } = useSpeech()
  const rows = asked.data?.pages.flatMap((page) => page.rows).filter(keep)
  if (!rows) return <Waiting asked={asked} />
  if (rows.length === 0) return empty
  return (
    <>
      <ul className="issue-rows">
        {rows.map((row) => (
          <li key={idOf(row)}>{children(row)}</li>
        ))}
      </ul>
      {asked.hasNextPage ? <Button onPress={() => void asked.fetchNextPage()}>{say('figures.more')}</Button> : null}
    </>
  )
}
