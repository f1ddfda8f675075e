import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Measure } from '../../../domain/measure/measure.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import type { LineAsking } from './asking.ts'
import { plainName, useDay, useUnit } from './units.ts'

type Told = ViewAnswer<'directive'>

/** A directive's words as they were issued; each clause that is counted opens to its figure. `under`: what opens in the text. */
export function Words(props: {
  readonly told: Told
  readonly asking: LineAsking
  readonly shown: number | null
  readonly under: ReactNode
}) {
  const { say } = useSpeech()
  const names = useNames()
  const unitOf = useUnit()
  const navigate = useNavigate()
  const { told, asking, shown, under } = props
  const open = (clause: number) =>
    void navigate({
      to: '/line/$campaign/$directive',
      params: { campaign: told.campaign.id, directive: told.id },
      // Pressed again where it opens in the text, it closes.
      search: { ...asking, clause: under && clause === shown ? undefined : clause },
      resetScroll: false,
    })
  // Why it is hidden stands in full under the clause; the text goes on being read.
  const figured = (measure: Measure, { figure, plan }: Told['clauses'][number]) => {
    const of = plan?.roster ? ` / ${plan.roster.toLocaleString('zh-CN')}` : ''
    const n = figure?.hidden
      ? say('line.hidden')
      : `${(figure?.n ?? 0).toLocaleString('zh-CN')}${of} ${unitOf(measure)}`
    return `${plainName(names.name('measure', measure))} ${n}`
  }
  const day = useDay()
  return (
    <article className="line-doc">
      <h2>{told.title}</h2>
      <p className="small">
        {say('line.number', { number: told.number })} · {told.unit.name} ·{' '}
        {told.issuedOn ? say('line.issuedOn', { date: day(told.issuedOn) }) : say(`line.state.${told.state}`)} ·{' '}
        <b>{say('line.ofUnit', { unit: told.of.name })}</b>
      </p>
      <ol {...(told.clauses.length > 20 ? { 'data-long': '' } : {})}>
        {told.clauses.map((clause) => {
          const { n, text, measure } = clause
          return (
            <li key={n}>
              {measure === null ? (
                <span>{text}</span>
              ) : (
                <button type="button" className="line-clause" aria-pressed={n === shown} onClick={() => open(n)}>
                  <span className="line-text">{text}</span>{' '}
                  <sup className="line-figure">{figured(measure, clause)}</sup>
                </button>
              )}
              <Parts
                parts={told.brief?.parts.filter((part) => part.clause === n) ?? []}
                say={(part) => `${part.text}（${day(part.fromOn)}—${day(part.toOn)}）`}
                label={say('line.partsOf', { unit: told.of.name })}
              />
              {under && n === shown ? <div className="line-under">{under}</div> : null}
            </li>
          )
        })}
      </ol>
      <p className="small">{say('line.readDoc')}</p>
    </article>
  )
}

type Part = NonNullable<Told['brief']>['parts'][number]

/** What the union made of the clause: its own stages and contact points, where they belong. */
function Parts(props: { parts: readonly Part[]; say: (part: Part) => string; label: string }) {
  const { parts, say, label } = props
  if (parts.length === 0) return null
  return (
    <ul className="line-parts" aria-label={label}>
      {parts.map((part) => (
        <li key={`${part.text} ${part.fromOn}`}>{say(part)}</li>
      ))}
    </ul>
  )
}
