import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { FigureNumber } from '../figures/cell.tsx'
import { type Speech, useSpeech } from '../text/say.tsx'
import { useDay } from './units.ts'

type Told = ViewAnswer<'campaign'>
type Step = Told['way'][number]
type Sign = {
  readonly key: string
  readonly on: string
  readonly name: string
  readonly body: ReactNode
  now?: boolean
}

/** Where it came from and what followed, along the top: what has a day in the order of days, then what is done and told. */
export function Way({ told, directive }: { told: Told; directive?: string }) {
  const speech = useSpeech()
  const { say } = speech
  const day = useDay()
  const dated: readonly Sign[] = [
    ...told.origins.map(({ entry, origin, on }) => ({
      ...{ key: `origin ${entry}`, on, name: say(`line.origin.${origin}`) },
      body: (
        <Link to="/line/$campaign" params={{ campaign: told.id }} hash={`origin-${entry}`}>
          {say(`line.origin.${origin}`)}
        </Link>
      ),
    })),
    ...told.directives.flatMap(({ id, issuedOn, number }): Sign[] =>
      issuedOn === null
        ? []
        : [
            {
              ...{ key: id, on: issuedOn, name: say('line.origin.issued'), now: id === directive },
              body: (
                <Link to="/line/$campaign/$directive" params={{ campaign: told.id, directive: id }}>
                  {say('line.origin.issued')} {say('line.number', { number })}
                </Link>
              ),
            },
          ],
    ),
    ...told.way.flatMap(({ on, meeting }): Sign[] =>
      meeting === null || on === null
        ? []
        : [
            {
              ...{ key: meeting.id, on, name: say('line.way.meeting') },
              body: (
                <Link to="/meetings/$meeting" params={{ meeting: meeting.id }}>
                  {meeting.title}
                </Link>
              ),
            },
          ],
    ),
  ].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  return (
    <ol className="line-way" aria-label={say('line.way')}>
      {dated.map(({ key, on, body, now: here }) => (
        <li key={key} {...(here ? { 'data-on': '' } : {})}>
          {body}
          <span className="num">{day(on)}</span>
        </li>
      ))}
      {told.way.flatMap((step) =>
        step.meeting === null && step.figure !== null ? [<Done key={step.step} step={step} speech={speech} />] : [],
      )}
    </ol>
  )
}

/** What is done: its figure, and from when on; each opens to where it stands in full. */
function Done({ step: { step, on, figure }, speech: { say } }: { step: Step; speech: Speech }) {
  if (step === 'meeting') return null
  const name = say(`line.way.${step}`)
  const none = figure?.n === 0
  return (
    <li {...(none ? { 'data-none': '' } : {})}>
      {step === 'news' ? (
        <Link to="/news">{name}</Link>
      ) : step === 'training' ? (
        <Link to="/training">{name}</Link>
      ) : (
        <Link to="/figures" search={{ period: 'year', measure: step === 'visits' ? 'visits' : 'deeds-done' }}>
          {name}
        </Link>
      )}
      <span className="num">
        {none ? say('line.way.none') : <FigureNumber cell={figure ?? undefined} fewest={0} />}
        {none ? '' : ` ${say(`line.way.unit.${step}`)}`}
        {on === null ? '' : ` · ${say('line.way.since', { month: Number(on.slice(5)) })}`}
      </span>
    </li>
  )
}
