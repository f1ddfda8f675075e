import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { seatLevels } from '../../../domain/training/seat.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { askView } from '../api/view.ts'
import { Shown } from '../line/shown.tsx'
import { useSpeech } from '../text/say.tsx'

type Plan = ViewAnswer<'training-plans'>['rows'][number]
type Part = ViewAnswer<'coverage'>['whole']

/** A plan and what it reached: one bar a kind, in the order of the rules, with n and the day. Nobody is ranked. */
export function Coverage({ plan, unit }: { plan: Plan; unit: Plan['unit'] }) {
  const { say } = useSpeech()
  const under = String(unitUnder(plan.unit, unit))
  const asked = useQuery({
    queryKey: ['training', 'coverage', plan.id, under],
    queryFn: () => askView('coverage', { plan: plan.id, unit: under }),
    retry: false,
  })
  return (
    <section className="coverage" aria-label={plan.title}>
      <h3>
        <Link to="/training/plan/$plan" params={{ plan: plan.id }}>
          {plan.title}
        </Link>{' '}
        <small className="num">
          {plan.fromOn} — {plan.toOn}
        </small>
      </h3>
      {plan.follows ? <p className="small">{say('training.follows', { title: plan.follows.title })}</p> : null}
      <Shown asked={asked}>
        {(told) => (
          <>
            {told.kinds.map((kind) => (
              <Bar
                key={String(kind.fullTime)}
                name={say(kind.fullTime ? 'training.full' : 'training.part')}
                part={kind}
              />
            ))}
            <Bar name={say('training.whole')} part={told.whole} />
            <p className="small">{say('training.asOf', { on: told.on, unit: told.unit.name })}</p>
          </>
        )}
      </Shown>
    </section>
  )
}

/** Whose people are looked at first: a plan of a union below holds there; everybody else looks at the own union. */
export function unitUnder(of: Plan['unit'], own: Plan['unit']): number {
  const rank = ({ level }: Plan['unit']) => (seatLevels as readonly string[]).indexOf(level)
  return rank(of) > rank(own) ? of.id : own.id
}

/** One part: a quiet bar, its share, its n. */
export function Bar({ name, part }: { name: ReactNode; part: Part }) {
  const { say } = useSpeech()
  const share = part.perMille === null ? null : `${(part.perMille / 10).toFixed(1)}%`
  const words =
    share === null || part.met === null
      ? say(part.hidden === 'difference' ? 'training.hiddenToo' : 'training.hidden', { of: part.roster })
      : say('training.covered', { share, n: part.met, of: part.roster })
  return (
    <div className="coverage-row">
      <span>{name}</span>
      <span className="coverage-bar" data-hidden={share === null ? '' : undefined} aria-hidden="true">
        <span style={{ inlineSize: share ?? '0' }} />
      </span>
      <span className="num">{words}</span>
    </div>
  )
}
