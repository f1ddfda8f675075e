import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { askView } from '../api/view.ts'
import { useSpeech } from '../text/say.tsx'

/** Receipts and attendance by union, one level after the other, in the order of names. Numbers, never people; no rate. */
export function Answers({ first }: { first: ViewAnswer<'meeting'> }) {
  const { say } = useSpeech()
  const { id } = first.meeting
  const [unit, open] = useState<number | null>(null)
  const asked = useQuery({
    queryKey: ['meetings', 'one', id, unit],
    queryFn: () => askView('meeting', { meeting: id, ...(unit === null ? {} : { unit: String(unit) }) }),
    enabled: unit !== null,
    placeholderData: (before) => before,
  })
  const of = unit === null ? first.of : (asked.data?.of ?? first.of)
  if (first.of.whole.invited === 0) return null
  return (
    <section className="card" aria-labelledby="meeting-answers">
      <h2 id="meeting-answers">{say('meetings.answers')}</h2>
      <p>{say('meetings.answersOf', { unit: of.unit.name, ...of.whole })}</p>
      {unit === null ? null : (
        <Button kind="plain" onPress={() => open(null)}>
          {say('meetings.answersBack')}
        </Button>
      )}
      <ul className="meeting-answers">
        {of.children.map(({ unit: child, ...answered }) => (
          <li key={child.id}>
            <Button kind="plain" onPress={() => open(child.id)}>
              {child.name}
            </Button>
            <span className="num">{say('meetings.answersLine', answered)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
