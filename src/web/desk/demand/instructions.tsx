import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { askView } from '../api/view.ts'
import { useSpeech } from '../text/say.tsx'

/** What leaders wrote on this matter, as links of a campaign's origin chain; nothing where nobody did. */
export function Instructions({ demand }: { demand: string }) {
  const { say } = useSpeech()
  const { data } = useQuery({
    queryKey: ['demand', demand, 'instructions'],
    queryFn: () => askView('instructions', { demand }),
  })
  const rows = data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <section className="card" aria-labelledby="instructions">
      <h2 id="instructions">{say('instructions.title')}</h2>
      <ul className="plain-rows">
        {rows.map(({ campaign, on, who, words, ledTo }) => (
          <li key={`${campaign.id} ${on} ${words}`}>
            <p className="small">
              {say('instructions.row', { on, who: who ?? say('line.erased') })} ·{' '}
              <Link to="/line/$campaign" params={{ campaign: campaign.id }}>
                {campaign.title}
              </Link>
            </p>
            <p>{words ?? say('line.erased')}</p>
            {ledTo ? <p>{say('line.ledTo', { what: ledTo })}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
