import { useSpeech } from '../text/say.tsx'

const kinds = ['brief', 'summary', 'visit'] as const

/** The papers that can be written from the figures shown: documents to take away, of that union and those months. */
export function Papers({ unit, from, to }: { unit: number; from: string; to: string }) {
  const { say } = useSpeech()
  const asked = new URLSearchParams({ unit: String(unit), from, to })
  return (
    <nav className="figure-papers small" aria-label={say('papers.title')}>
      <span>{say('papers.title')}</span>
      {kinds.map((kind) => (
        <a key={kind} href={`/api/paper/${kind}.docx?${asked}`} download>
          {say(`papers.${kind}`)}
        </a>
      ))}
    </nav>
  )
}
