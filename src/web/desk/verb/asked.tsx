import type { TimelineRow, ViewAnswer } from '../../../protocol/view.ts'
import { sayEvent } from '../demand/event-words.ts'
import { useTextOf } from '../demand/opened.ts'
import { useSaying } from '../demand/saying.ts'

/** What somebody asked for, in the words of the timeline and in their own where they were opened. */
export function Asked({ page, event }: { page: ViewAnswer<'demand'>; event: TimelineRow | null }) {
  const saying = useSaying(page)
  const textOf = useTextOf(page.demand.id)
  if (!event) return null
  const text = textOf(event)
  return (
    <div className="asked">
      <p>
        <b>{sayEvent(saying, event)}</b>
      </p>
      {text === undefined ? null : <blockquote className="said">{text}</blockquote>}
    </div>
  )
}
