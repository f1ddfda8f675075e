import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'

/** Time limits of the law that belong to the topic (domain §2.7): to remind the worker of, never advice. */
export function LegalClocks({ topic }: { topic: string | null }) {
  const { say } = useSpeech()
  const names = useNames()
  const codes = topic === null ? [] : (names.topic(topic)?.legalClocks ?? [])
  const clocks = codes.map((code) => names.legalClocks.find((each) => each.code === code)).filter((each) => !!each)
  if (clocks.length === 0) return null
  return (
    <details className="legal">
      <summary>{say('legal.title')}</summary>
      <ul>
        {clocks.map((clock) => (
          <li key={clock.code}>
            {clock.name} <small>{clock.source}</small>
          </li>
        ))}
      </ul>
      <p className="small">{say('legal.note')}</p>
    </details>
  )
}
