import { Link } from '@tanstack/react-router'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { useSpeech } from '../text/say.tsx'

type Told = ViewAnswer<'campaign'>

/** Where it came from and what followed, along the top, in the order of days. */
export function Way({ told, directive }: { told: Told; directive?: string }) {
  const { say } = useSpeech()
  const origins = told.origins.map(({ entry, origin, on, who }) => ({
    ...{ key: `origin ${entry}`, on, name: say(`line.origin.${origin}`), who, to: null },
  }))
  const issued = told.directives.flatMap(({ id, issuedOn, unit, number }) =>
    issuedOn === null
      ? []
      : [{ key: id, on: issuedOn, name: say('line.origin.issued'), who: `${unit.name} ${number}`, to: id }],
  )
  const all = [...origins, ...issued].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  if (all.length === 0) return null
  return (
    <ol className="line-way" aria-label={say('line.chain')}>
      {all.map(({ key, on, name, who, to }) => (
        <li key={key} {...(to !== null && to === directive ? { 'data-on': '' } : {})}>
          {to === null ? (
            <b>{name}</b>
          ) : (
            <Link to="/line/$campaign/$directive" params={{ campaign: told.id, directive: to }}>
              <b>{name}</b>
            </Link>
          )}
          <span className="num">{on}</span>
          <span>{who ?? say('line.erased')}</span>
        </li>
      ))}
    </ol>
  )
}
