import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Button } from '../../kit/button.tsx'
import { Notice, Skeleton } from '../../kit/notice.tsx'
import { Problem } from '../api/request.ts'
import { useSpeech } from '../text/say.tsx'

/** What was asked, once it is there; until then, or instead, what to do. */
export function Shown<T>({ asked, children }: { asked: UseQueryResult<T>; children: (told: T) => ReactNode }) {
  const { say } = useSpeech()
  const outside = asked.error instanceof Problem && asked.error.status === 404
  if (outside)
    return (
      <Notice title={say('line.outside')}>
        <Link to="/line">{say('line.title')}</Link>
      </Notice>
    )
  if (asked.data !== undefined) return children(asked.data)
  if (asked.isPending) return <Skeleton label={say('loading')} rows={8} />
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
