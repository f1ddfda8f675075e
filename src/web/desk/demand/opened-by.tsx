import type { ViewAnswer } from '../../../protocol/view.ts'
import { useServerTime } from '../../kit/server-time.ts'
import { sayInstant } from '../text/instant.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'

/** Who opened identity or text, when and what for. The worker sees the same list. */
export function OpenedBy({ rows }: { rows: ViewAnswer<'demand'>['opened'] }) {
  const speech = useSpeech()
  const names = useNames()
  const now = useServerTime()
  return (
    <details className="opened-by">
      <summary>{speech.say('opened.title', { n: rows.length })}</summary>
      {rows.length === 0 ? <p className="small">{speech.say('opened.none')}</p> : null}
      <ul>
        {rows.toReversed().map((row) => (
          <li key={`${row.at}${row.part}${row.person}`} className="small num">
            {speech.say('opened.row', {
              at: sayInstant(speech, row.at, now),
              unit: row.unit.name,
              person: row.person ?? '',
              part: speech.say(`part.${row.part}`),
              purpose: names.name('reason.purpose', row.purpose),
            })}
          </li>
        ))}
      </ul>
    </details>
  )
}
