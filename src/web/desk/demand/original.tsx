import type { UseQueryResult } from '@tanstack/react-query'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { Skeleton } from '../../kit/notice.tsx'
import { useSpeech } from '../text/say.tsx'
import type { Opening } from './opened.ts'

/** What the worker said, in the worker's words; or why it stays closed for whoever looks. */
export function Original({ page, opening }: { page: ViewAnswer<'demand'>; opening: UseQueryResult<Opening> }) {
  const { say, sayOr } = useSpeech()
  const raised = page.timeline.find((each) => each.kind === 'DemandRaised')
  const text =
    opening.data && 'texts' in opening.data && raised?.content ? opening.data.texts[raised.content] : undefined
  const allowed = page.demand.verbs.includes('content.open.text')
  return (
    <section className="original" aria-labelledby="original-name">
      <h2 id="original-name">{say('original.title')}</h2>
      {text === undefined ? null : <blockquote className="said">{text}</blockquote>}
      {allowed && opening.isPending ? <Skeleton label={say('loading')} rows={1} /> : null}
      {opening.isError ? (
        <p>
          {say('original.failed')} <Button onPress={() => void opening.refetch()}>{say('error.retry')}</Button>
        </p>
      ) : null}
      {opening.data && 'refused' in opening.data ? (
        <p>{sayOr(`refusal.${opening.data.refused}`, 'original.closed')}</p>
      ) : null}
      {!allowed && text === undefined ? <p className="small">{say('original.closed')}</p> : null}
      {text === undefined ? null : <p className="small">{say('original.recorded')}</p>}
    </section>
  )
}
