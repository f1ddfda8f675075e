import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { askView } from '../api/view.ts'
import { Shown } from '../line/shown.tsx'
import { PlainPage } from '../office/page.tsx'
import { useSpeech } from '../text/say.tsx'
import { Coverage } from './coverage.tsx'
import './training.css'

/** Training of the own union: plans with what they reached, what the work speaks for, courses, classes, the own record. */
export function TrainingPage() {
  const { say } = useSpeech()
  const plans = useQuery({ queryKey: ['training', 'plans'], queryFn: () => askView('training-plans', {}) })
  const courses = useQuery({ queryKey: ['training', 'courses'], queryFn: () => askView('courses', {}) })
  const classes = useQuery({ queryKey: ['training', 'classes'], queryFn: () => askView('classes', {}) })
  const own = useQuery({ queryKey: ['training', 'own'], queryFn: () => askView('own-training', {}) })
  const hints = useQuery({ queryKey: ['training', 'hints'], queryFn: () => askView('training-suggestions', {}) })
  const tags = useTags()
  return (
    <PlainPage title={say('training.title')}>
      <div className="training">
        <Part title={say('training.plans')}>
          <Shown asked={plans}>
            {({ rows, unit }) => (
              <>
                {rows.length === 0 ? <p className="small">{say('training.noPlan')}</p> : null}
                {rows.map((plan) => (
                  <Coverage key={plan.id} plan={plan} unit={unit} />
                ))}
              </>
            )}
          </Shown>
        </Part>
        <Part title={say('training.hints')}>
          <Shown asked={hints}>{(told) => <Hints told={told} tag={tags} />}</Shown>
        </Part>
        <Part title={say('training.courses')}>
          <Shown asked={courses}>
            {({ rows }) => (
              <ul className="plain-rows">
                {rows.length === 0 ? <li className="small">{say('training.noCourse')}</li> : null}
                {rows.map((course) => (
                  <li key={course.id}>
                    <b>{course.title}</b> {say('training.hours', { n: course.hours })} · {course.unit.name}
                    <span className="small"> {course.tags.map(tags).join('、')}</span>
                  </li>
                ))}
              </ul>
            )}
          </Shown>
        </Part>
        <Part title={say('training.classes')}>
          <Shown asked={classes}>
            {({ rows }) => (
              <ul className="plain-rows">
                {rows.length === 0 ? <li className="small">{say('training.noClass')}</li> : null}
                {rows.map((row) => (
                  <li key={row.id}>
                    <Link to="/training/$class" params={{ class: row.id }}>
                      {row.title}
                    </Link>{' '}
                    <span className="num">
                      {row.firstOn} — {row.lastOn}
                    </span>{' '}
                    · {row.venue} · {say('training.seats', { n: row.enrolled, of: row.seats })} ·{' '}
                    {say(`training.${row.status}`)}
                  </li>
                ))}
              </ul>
            )}
          </Shown>
        </Part>
        <Part title={say('training.own')}>
          <Shown asked={own}>{(told) => <Own told={told} />}</Shown>
        </Part>
      </div>
    </PlainPage>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="card">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** What a tag is called in the language of the page. */
function useTags(): (code: string) => string {
  const { language } = useSpeech()
  const tags = useQuery({ queryKey: ['training', 'tags'], queryFn: () => askView('training-tags', {}) })
  const known = tags.data?.families.flatMap((family) => family.tags) ?? []
  return (code) => known.find((tag) => tag.code === code)?.[language] ?? code
}

type HintsProps = { told: ViewAnswer<'training-suggestions'>; tag: (code: string) => string }

function Hints({ told, tag }: HintsProps) {
  const { say } = useSpeech()
  if (told.causes.length === 0) return <p className="small">{say('training.noHint', { days: told.days })}</p>
  return (
    <ul className="plain-rows">
      {told.causes.map(({ cause, n, tags, courses }) => (
        <li key={cause}>
          {say(`training.cause.${cause}`)}{' '}
          {n === null ? say('training.few', { n: told.fewest }) : say('training.times', { n })} →{' '}
          {tags.map(tag).join('、')}
          <span className="small"> {courses.map(({ title }) => title).join('、')}</span>
        </li>
      ))}
    </ul>
  )
}

function Own({ told }: { told: ViewAnswer<'own-training'> }) {
  const { say } = useSpeech()
  const none = told.plans.length === 0 && told.passed.length === 0
  return (
    <div className="training-own">
      {none ? <p className="small">{say('training.ownEmpty')}</p> : null}
      <ul className="plain-rows">
        {told.plans.map(({ id, title, hours, needed }) => (
          <li key={id}>
            {title}{' '}
            {needed === null ? say('training.hours', { n: hours }) : say('training.ownHours', { n: hours, of: needed })}
          </li>
        ))}
      </ul>
      {told.passed.map(({ id, title, on, hours, unit }) => (
        <article key={id} className="certificate">
          <h3>{say('training.certificate')}</h3>
          <p>{say('training.certified', { name: told.name, title, hours, on })}</p>
          <p className="small">{unit.name}</p>
        </article>
      ))}
      {told.passed.length > 0 ? <Button onPress={() => print()}>{say('training.print')}</Button> : null}
    </div>
  )
}
