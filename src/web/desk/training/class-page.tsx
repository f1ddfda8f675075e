import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { useCommand } from '../api/use-command.ts'
import { askView } from '../api/view.ts'
import { Shown } from '../line/shown.tsx'
import { PlainPage } from '../office/page.tsx'
import { useSpeech } from '../text/say.tsx'
import { OutcomeWords } from '../verb/outcome-words.tsx'
import { CancelClass, ChangeClass } from './class-form.tsx'
import { Enrol, Learners } from './class-list.tsx'
import { Sheet } from './sheet.tsx'
import './training.css'
import '../line/line.css'

type Class = ViewAnswer<'class'>['class']

/** One class: its sessions, and for who keeps it the list, the seats, the attendance. */
export function ClassPage() {
  const { say } = useSpeech()
  const { class: id } = useParams({ strict: false }) as { class: string }
  const asked = useQuery({ queryKey: ['training', 'class', id], queryFn: () => askView('class', { class: id }) })
  return (
    <PlainPage title={asked.data?.class.title ?? say('training.classes')}>
      <Shown asked={asked}>{({ class: one }) => <Told one={one} />}</Shown>
    </PlainPage>
  )
}

function Told({ one }: { one: Class }) {
  const { say } = useSpeech()
  const queries = useQueryClient()
  const again = () => void queries.invalidateQueries({ queryKey: ['training'] })
  const finish = useCommand('class.finish', `class.finish ${one.id}`, { oneClick: true, onAccepted: again })
  const may = (verb: string) => one.verbs.includes(verb)
  return (
    <div className="training">
      <Link to="/training">{say('training.back')}</Link>
      <section className="card" aria-label={say('training.sessions')}>
        <p>
          {one.unit.name} · {one.venue} · {say('training.seats', { n: one.enrolled, of: one.seats })} ·{' '}
          {say(`training.${one.status}`)}
          {one.trainer ? ` · ${say('training.trainedBy', { name: one.trainer })}` : ''}
        </p>
        <p className="small">
          {say('training.hours', { n: one.courseHours })} · {say(`training.exam.${one.exam ? 'yes' : 'no'}`)}
          {one.plan ? (
            <>
              {' · '}
              <Link to="/training/plan/$plan" params={{ plan: one.plan }}>
                {say('training.toPlan')}
              </Link>
            </>
          ) : null}
        </p>
        <ol className="plain-rows">
          {one.sessions.map(({ n, startAt, endAt, hours }) => (
            <li key={n} className="num">
              {n}. {startAt.slice(0, 16).replace('T', ' ')} — {endAt.slice(11, 16)} ·{' '}
              {say('training.hours', { n: hours })}
            </li>
          ))}
        </ol>
      </section>
      {one.learners ? <Learners one={one} again={again} /> : <p className="small">{say('training.listNotYours')}</p>}
      {may('class.enrol') ? <Enrol one={one} again={again} /> : null}
      {may('class.attend-import') ? <Sheet one={one} again={again} /> : null}
      {may('class.change') ? <ChangeClass one={one} moved={again} /> : null}
      {may('class.finish') ? (
        <section className="card" aria-label={say('training.finish')}>
          <p className="small">{say('training.finishWhy')}</p>
          <Button
            kind="act"
            pending={finish.phase.is === 'sending'}
            onPress={() => void finish.submit(one.realm, { class: one.id })}
          >
            {say('training.finish')}
          </Button>
          <OutcomeWords phase={finish.phase} />
        </section>
      ) : null}
      {may('class.cancel') ? <CancelClass one={one} moved={again} /> : null}
    </div>
  )
}
