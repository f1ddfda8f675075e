import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { TextInput } from '../../kit/text-input.tsx'
import { askView } from '../api/view.ts'
import { Shown } from '../line/shown.tsx'
import { PlainPage } from '../office/page.tsx'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import type { CoverageAsking } from './asking.ts'
import { Bar, unitUnder } from './coverage.tsx'
import { ChangePlan, ClosePlan } from './plan-form.tsx'
import './training.css'
import '../line/line.css'

type Told = ViewAnswer<'coverage'>
type Plan = ViewAnswer<'training-plans'>['rows'][number]

/** One plan: whom it asks for how many hours, and what it reached at a union and below it as of a day; its classes. */
export function PlanPage() {
  const { say } = useSpeech()
  const { plan: id } = useParams({ strict: false }) as { plan: string }
  const asking = useSearch({ strict: false }) as CoverageAsking
  const queries = useQueryClient()
  const plans = useQuery({ queryKey: ['training', 'plans'], queryFn: () => askView('training-plans', {}) })
  const plan = plans.data?.rows.find((row) => row.id === id)
  const unit = asking.unit ?? (plan && plans.data ? unitUnder(plan.unit, plans.data.unit) : undefined)
  const asked = useQuery({
    queryKey: ['training', 'coverage', id, unit, asking.on],
    queryFn: () =>
      askView('coverage', {
        plan: id,
        ...(unit === undefined ? {} : { unit: String(unit) }),
        ...(asking.on === undefined ? {} : { on: asking.on }),
      }),
    enabled: !plans.isPending,
    retry: false,
  })
  const moved = () => void queries.invalidateQueries({ queryKey: ['training'] })
  return (
    <PlainPage title={asked.data?.plan.title ?? plan?.title ?? say('training.plans')}>
      <div className="training">
        <Link to="/training">{say('training.back')}</Link>
        {plan ? <Asks plan={plan} /> : null}
        <Shown asked={asked}>{(told) => <Reached told={told} asking={asking} id={id} />}</Shown>
        <Classes plan={id} />
        {plan?.verbs.includes('plan.change') ? <ChangePlan plan={plan} moved={moved} /> : null}
        {plan?.verbs.includes('plan.close') ? <ClosePlan plan={plan} moved={moved} /> : null}
      </div>
    </PlainPage>
  )
}

/** Period, whom it asks, what it succeeds. */
function Asks({ plan }: { plan: Plan }) {
  const { say } = useSpeech()
  const names = useNames()
  return (
    <section className="card" aria-label={say('training.asks')}>
      <p>
        {plan.unit.name} ·{' '}
        <span className="num">
          {plan.fromOn} — {plan.toOn}
        </span>
        {plan.closedOn ? ` · ${say('training.closedOn', { on: plan.closedOn })}` : ''}
      </p>
      {plan.aim ? <p>{plan.aim}</p> : null}
      <ul className="plain-rows">
        {plan.groups.map(({ fullTime, level, hours }) => (
          <li key={`${fullTime} ${level}`}>
            {say(fullTime ? 'training.full' : 'training.part')}{' '}
            {level === null ? say('training.everyLevel') : names.name('level', level)}　
            {say('training.hours', { n: hours })}
          </li>
        ))}
      </ul>
      {plan.follows ? (
        <p className="small">
          <Link to="/training/plan/$plan" params={{ plan: plan.follows.id }}>
            {say('training.follows', { title: plan.follows.title })}
          </Link>
        </p>
      ) : null}
    </section>
  )
}

/** Sums alone: by kind, by kind and level, by direct member in the order of names. It opens to unions, never to people. */
function Reached({ told, asking, id }: { told: Told; asking: CoverageAsking; id: string }) {
  const { say } = useSpeech()
  const names = useNames()
  const navigate = useNavigate()
  const kind = (fullTime: boolean) => say(fullTime ? 'training.full' : 'training.part')
  return (
    <section className="card" aria-labelledby="training-reached">
      <h2 id="training-reached">{say('training.reached', { unit: told.unit.name })}</h2>
      <p className="small">{say('training.reachedWhy')}</p>
      <TextInput
        label={say('training.asOfDay')}
        type="date"
        value={told.on}
        onChange={(on) => {
          if (/^\d{4}-\d\d-\d\d$/.test(on))
            void navigate({
              to: '/training/plan/$plan',
              params: { plan: id },
              search: { ...asking, on },
              replace: true,
            })
        }}
      />
      {told.whole.roster === 0 ? <p>{say('training.noRoster')}</p> : null}
      {told.kinds.map((part) => (
        <Bar key={String(part.fullTime)} name={kind(part.fullTime)} part={part} />
      ))}
      <Bar name={say('training.whole')} part={told.whole} />
      {told.groups.length > told.kinds.length ? (
        <>
          <h3>{say('training.byLevel')}</h3>
          {told.groups.map((part) => (
            <Bar
              key={`${part.fullTime} ${part.level}`}
              name={`${kind(part.fullTime)} ${names.name('level', part.level)}`}
              part={part}
            />
          ))}
        </>
      ) : null}
      {told.children.length > 0 ? (
        <>
          <h3>{say('training.byUnion')}</h3>
          {told.own.roster > 0 ? <Bar name={say('training.ownPeople')} part={told.own} /> : null}
          {told.children.map((part) => (
            <Bar
              key={part.unit.id}
              name={
                <Link to="/training/plan/$plan" params={{ plan: id }} search={{ ...asking, unit: part.unit.id }}>
                  {part.unit.name}
                </Link>
              }
              part={part}
            />
          ))}
        </>
      ) : null}
      <p className="small">{say('training.asOf', { on: told.on, unit: told.unit.name })}</p>
    </section>
  )
}

function Classes({ plan }: { plan: string }) {
  const { say } = useSpeech()
  const classes = useQuery({
    queryKey: ['training', 'classes', plan],
    queryFn: () => askView('classes', { plan }),
  })
  const rows = classes.data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <section className="card" aria-labelledby="training-of-plan">
      <h2 id="training-of-plan">{say('training.classesOfPlan')}</h2>
      <ul className="plain-rows">
        {rows.map((row) => (
          <li key={row.id}>
            <Link to="/training/$class" params={{ class: row.id }}>
              {row.title}
            </Link>{' '}
            <span className="num">
              {row.firstOn} — {row.lastOn}
            </span>{' '}
            · {say('training.seats', { n: row.enrolled, of: row.seats })}
          </li>
        ))}
      </ul>
    </section>
  )
}
