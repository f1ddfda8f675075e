import type { FigureCell } from '../../../protocol/figure-view.ts'
import { useServerTime } from '../../kit/server-time.ts'
import { sayLocalDay } from '../text/instant.ts'
import { useSpeech } from '../text/say.tsx'

interface Props {
  readonly before: Counted
  readonly after: Counted | null
  /** Before what: the opening of an issue, or the beginning of a practice. */
  readonly of: 'issue' | 'practice'
}

interface Counted {
  readonly from: string
  readonly to: string
  readonly cell: FigureCell
  readonly running: boolean
}

/** Two counts beside one another, each with its days; none that is too small is told. */
export function BeforeAfter({ before, after, of }: Props) {
  const speech = useSpeech()
  const { say } = speech
  const now = useServerTime()
  const day = (on: string) => sayLocalDay(speech, on, now)
  const side = (name: string, counted: Counted | null, none: string) => (
    <div>
      <dt>{name}</dt>
      <dd>
        {counted === null ? (
          <span className="issue-hidden">{none}</span>
        ) : counted.cell.n === null ? (
          <span className="issue-hidden">
            {say(counted.cell.hidden === 'difference' ? 'figures.difference' : 'figures.few', { fewest: 5 })}
          </span>
        ) : (
          <b className="num">{counted.cell.n}</b>
        )}
        {counted ? (
          <small>
            {say('issues.days', { from: day(counted.from), to: day(counted.to) })}
            {counted.running ? ` · ${say('issues.running')}` : ''}
          </small>
        ) : null}
      </dd>
    </div>
  )
  return (
    <dl className="issue-around">
      {side(say(of === 'issue' ? 'issues.before' : 'practices.before'), before, '')}
      {side(say(of === 'issue' ? 'issues.after' : 'practices.after'), after, say('issues.afterLater'))}
    </dl>
  )
}
