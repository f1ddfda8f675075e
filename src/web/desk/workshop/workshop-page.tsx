import { useOwnUnit } from '../frame/me.ts'
import { useTitle } from '../frame/title.ts'
import { useSpeech } from '../text/say.tsx'
import './workshop.css'

/** What a cadre prints for the own union and takes to the workshop. The pages are the worker's door's, open to everyone. */
export function WorkshopPage() {
  const { say } = useSpeech()
  const unit = useOwnUnit()
  useTitle(say('workshop.title'))
  const papers = ['', '/cards', '/form', '/chat.txt'] as const
  const words = {
    '': ['workshop.poster', 'workshop.posterHint'],
    '/cards': ['workshop.cards', 'workshop.cardsHint'],
    '/form': ['workshop.form', 'workshop.formHint'],
    '/chat.txt': ['workshop.chat', 'workshop.chatHint'],
  } as const
  return (
    <article className="demand" aria-labelledby="workshop-name">
      <header className="head">
        <h1 id="workshop-name">{say('workshop.title')}</h1>
      </header>
      <div className="body">
        <p>{say('workshop.lead')}</p>
        {unit === undefined ? (
          <p>{say('workshop.noUnit')}</p>
        ) : (
          <ul className="workshop">
            {papers.map((end) => (
              <li key={end}>
                <a href={`/poster/${unit}${end}`} target="_blank" rel="noreferrer">
                  {say(words[end][0])}
                </a>
                <p className="small">{say(words[end][1])}</p>
              </li>
            ))}
          </ul>
        )}
      </div>
    </article>
  )
}
