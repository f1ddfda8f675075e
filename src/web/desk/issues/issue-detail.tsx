import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Chip } from '../../kit/chip.tsx'
import { useServerTime } from '../../kit/server-time.ts'
import { readAsking as readFigures } from '../figures/asking.ts'
import { sayLocalDay } from '../text/instant.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { useMay } from './acting.ts'
import { Waiting } from './asked.tsx'
import { readAsking } from './asking.ts'
import { BeforeAfter } from './before-after.tsx'
import { IssueActs } from './issue-acts.tsx'
import { placeOf } from './place-of.ts'
import { issueQuery } from './queries.ts'

type Page = ViewAnswer<'issue'>

/** One common issue: who answers for it, what is planned, and what was counted before and after. */
export function IssueDetail({ id }: { id: string }) {
  const asked = useQuery(issueQuery(id))
  return asked.data ? <Whole page={asked.data} /> : <Waiting asked={asked} />
}

function Whole({ page }: { page: Page }) {
  const speech = useSpeech()
  const { say } = speech
  const names = useNames()
  const now = useServerTime()
  const suggests = useMay('suggestion.raise')
  const { issue, cluster, plan, measured } = page
  const day = (on: string) => sayLocalDay(speech, on, now)
  return (
    <>
      <section className="card" aria-labelledby="issue-name">
        <h2 id="issue-name" className="issue-title">
          {issue.title}
        </h2>
        <p>
          {names.topic(issue.topic)?.name ?? issue.topic} · {placeOf(speech, issue)}
        </p>
        <p className="small">
          {say('issues.openedBy', { unit: issue.unit.name, on: day(issue.openedOn) })}
          {' · '}
          {cluster
            ? say('issues.foundThen', {
                n:
                  cluster.count.n === null
                    ? say('figures.few', { fewest: 5 })
                    : say('issues.matters', { n: cluster.count.n }),
                from: day(cluster.firstOn),
                to: day(cluster.lastOn),
              })
            : say('issues.foundNone')}
        </p>
        <p>
          {issue.owner
            ? [say('issues.owner', { unit: issue.owner.unit.name }), page.ownerName].filter(Boolean).join(' · ')
            : say('issues.noOwner')}
        </p>
        {issue.closedOn ? (
          <p>
            <Chip>{say('issues.closedOn', { on: day(issue.closedOn) })}</Chip>{' '}
            {names.name('reason.issue', issue.reason ?? '')}
          </p>
        ) : null}
        {issue.closedOn && page.closing ? <p className="said">{page.closing}</p> : null}
        {!issue.closedOn && page.reopening ? <p className="said">{page.reopening}</p> : null}
      </section>
      <section className="card" aria-labelledby="issue-measured">
        <h2 id="issue-measured">{say('issues.measured')}</h2>
        {measured ? (
          <>
            <p className="small">{say('issues.measuredWhat', { days: measured.days })}</p>
            <BeforeAfter of="issue" before={measured.before} after={measured.after} />
          </>
        ) : (
          <p>{say('issues.notYours')}</p>
        )}
        <p>
          <Link
            to="/figures"
            search={readFigures({ unit: issue.unit.id, measure: 'heard', cut: `topic:${issue.topic.slice(0, 1)}` })}
          >
            {say('issues.demandsUnder')}
          </Link>
        </p>
      </section>
      <section className="card" aria-labelledby="issue-plan">
        <h2 id="issue-plan">{say('issues.plan')}</h2>
        {plan ? (
          <>
            <p>
              <b>{plan.goal ?? say('issues.erased')}</b> <small>{say('issues.until', { on: day(plan.until) })}</small>
            </p>
            <p className="said">{plan.text}</p>
          </>
        ) : (
          <p className="small">{say('issues.noPlan')}</p>
        )}
        <Tasks page={page} day={day} />
      </section>
      <IssueActs page={page} />
      {suggests ? (
        <p>
          <Link to="/issues" search={readAsking({ tab: 'suggestions', from: issue.id })}>
            {say('issues.toSuggestion')}
          </Link>
        </p>
      ) : null}
    </>
  )
}

function Tasks({ page, day }: { page: Page; day: (on: string) => string }) {
  const { say } = useSpeech()
  if (page.tasks.length === 0) return null
  return (
    <ul className="plain-rows">
      {page.tasks.map((task) => (
        <li key={task.task} className="plain-row">
          <span>
            {task.what ?? say('issues.erased')} <small>{task.unit.name}</small>
            {task.done ? <small className="said"> {task.done}</small> : null}
          </span>
          {task.doneOn ? (
            <Chip tone="calm">{say('issues.taskDone', { on: day(task.doneOn) })}</Chip>
          ) : (
            <Chip tone={task.late ? 'late' : 'plain'}>
              {task.late ? say('issues.late') : say('issues.until', { on: day(task.until) })}
            </Chip>
          )}
        </li>
      ))}
    </ul>
  )
}
