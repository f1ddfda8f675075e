import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { askView } from '../api/view.ts'
import { Shown } from '../line/shown.tsx'
import { PlainPage } from '../office/page.tsx'
import { useSpeech } from '../text/say.tsx'
import { PlanClass } from './class-form.tsx'
import { ChangeCourse, OfferCourse } from './course-form.tsx'
import { Coverage } from './coverage.tsx'
import { OpenPlan } from './plan-form.tsx'
import { RecordForm, Records } from './record-form.tsx'
import './training.css'
import '../line/line.css'

/** Training of the own union: plans with what they reached, what the work speaks for, courses, classes, the own record. */
export function TrainingPage() {
  const { say } = useSpeech()
  const plans = useQuery({ queryKey: ['training', 'plans'], queryFn: () => askView('training-plans', {}) })
  const courses = useQuery({ queryKey: ['training', 'courses'], queryFn: () => askView('courses', {}) })
  const classes = useQuery({ queryKey: ['training', 'classes'], queryFn: () => askView('classes', {}) })
  const own = useQuery({ queryKey: ['training', 'own'], queryFn: () => askView('own-training', {}) })
  const hints = useQuery({ queryKey: ['training', 'hints'], queryFn: () => askView('training-suggestions', {}) })
  const { name: tags, families } = useTags()
  const queries = useQueryClient()
  const moved = () => void queries.invalidateQueries({ queryKey: ['training'] })
  const may = (verb: string) => plans.data?.verbs.includes(verb) ?? false
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
          {plans.data && may('plan.open') ? <OpenPlan told={plans.data} moved={moved} /> : null}
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
                    {course.exam ? <span className="small"> {say('training.exam.yes')}</span> : null}
                    {course.verbs.length > 0 ? (
                      <ChangeCourse course={course} families={families} moved={moved} />
                    ) : null}
                  </li>
                ))}
              </ul>
            )}
          </Shown>
          {plans.data && may('course.offer') ? (
            <OfferCourse {...{ unit: plans.data.unit, realm: plans.data.realm, families, moved }} />
          ) : null}
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
          {plans.data && may('class.plan') ? <PlanClass told={plans.data} moved={moved} /> : null}
        </Part>
        {plans.data && may('training.record') ? (
          <Part title={say('training.elsewhere')}>
            <RecordForm {...{ told: plans.data, families, moved }} />
            <Records moved={moved} />
          </Part>
        ) : null}
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
function useTags() {
  const { language } = useSpeech()
  const tags = useQuery({ queryKey: ['training', 'tags'], queryFn: () => askView('training-tags', {}) })
  const families = tags.data?.families ?? []
  const known = families.flatMap((family) => family.tags)
  return { families, name: (code: string) => known.find((tag) => tag.code === code)?.[language] ?? code }
}

type HintsProps = { told: ViewAnswer<'training-suggestions'>; tag: (code: string) => string }

function Hints({ told, tag }: HintsProps) {
  const { say } = useSpeech()
  if (told.causes.length === 0) return <p className="small">{say('training.noHint', { days: told.days })}</p>
  return (
    <>
      <p className="small">{say('training.hintsWhy', { days: told.days })}</p>
      <ul className="plain-rows">
        {told.causes.map(({ cause, n, tags, courses }) => (
          <li key={cause}>
            {say(`training.cause.${cause}`)}{' '}
            <span className="small">
              {n === null ? say('training.few', { n: told.fewest }) : say('training.times', { n })}
            </span>
            {'　'}
            {say('training.canLearn', { tags: tags.map(tag).join('、') })}{' '}
            <span className="small">
              {courses.length === 0
                ? say('training.hintNoCourse')
                : say('training.hintCourses', { courses: courses.map(({ title }) => title).join('、') })}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Own({ told }: { told: ViewAnswer<'own-training'> }) {
  const { say } = useSpeech()
  const none = told.plans.length === 0 && told.passed.length === 0 && told.classes.length === 0
  const coming = told.classes.filter(({ status }) => status === 'planned')
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
      {coming.length > 0 ? (
        <>
          <h3>{say('training.ownClasses')}</h3>
          <ul className="plain-rows">
            {coming.map(({ id, title, venue, sessions }) => (
              <li key={id}>
                <Link to="/training/$class" params={{ class: id }}>
                  {title}
                </Link>{' '}
                · {venue} ·{' '}
                <span className="num">
                  {sessions.map(({ startAt }) => startAt.slice(0, 16).replace('T', ' ')).join('　')}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
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
