import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { ClusterRow, IssueRow } from '../../../protocol/issue-view.ts'
import { Button } from '../../kit/button.tsx'
import { Chip } from '../../kit/chip.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useServerTime } from '../../kit/server-time.ts'
import { useCommand } from '../api/use-command.ts'
import { sayLocalDay } from '../text/instant.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { OutcomeWords } from '../verb/outcome-words.tsx'
import { useActing, useMay } from './acting.ts'
import { Rows } from './asked.tsx'
import { readAsking } from './asking.ts'
import { OpenOwn } from './open-form.tsx'
import { OverLink } from './over-link.tsx'
import { placeOf } from './place-of.ts'
import { clustersQuery, issuesQuery } from './queries.ts'

/** What was found, and what became an issue. */
export function IssueTab({ over }: { over: boolean }) {
  const { say } = useSpeech()
  const issues = useInfiniteQuery(issuesQuery(over ? 'closed' : 'open'))
  const reads = useMay('cluster.read')
  return (
    <>
      {over || !reads ? null : <Clusters />}
      {over ? null : <OpenOwn />}
      <section aria-labelledby="issue-list">
        <h2 id="issue-list">{say(over ? 'issues.closed' : 'issues.open')}</h2>
        <Rows
          asked={issues}
          idOf={(row: IssueRow) => row.id}
          empty={
            <Notice title={say(over ? 'issues.noneClosed' : 'issues.none')}>
              {say(over ? 'issues.noneClosedWhy' : 'issues.noneWhy')}
            </Notice>
          }
        >
          {(row) => <IssueLine row={row} />}
        </Rows>
        <OverLink tab="issues" over={over} words={['issues.toClosed', 'issues.toOpen']} />
      </section>
    </>
  )
}

function Clusters() {
  const { say } = useSpeech()
  const clusters = useInfiniteQuery(clustersQuery)
  const first = clusters.data?.pages[0]
  return (
    <section aria-labelledby="cluster-list">
      <h2 id="cluster-list">{say('issues.clusters')}</h2>
      {first ? <p className="small">{say('issues.clustersWhat', { days: first.days, n: first.sameLeaf })}</p> : null}
      <Rows
        asked={clusters}
        idOf={(row: ClusterRow) => `${row.topic} ${row.employer?.id ?? row.region?.code}`}
        empty={
          <Notice title={say('issues.noClusters')}>
            {say('issues.noClustersWhy', { days: first?.days ?? 0, n: first?.sameLeaf ?? 0 })}
          </Notice>
        }
      >
        {(row) => <ClusterLine row={row} />}
      </Rows>
    </section>
  )
}

/** One press makes it an issue; its title can be no more than what was counted. */
function ClusterLine({ row }: { row: ClusterRow }) {
  const speech = useSpeech()
  const { say } = speech
  const names = useNames()
  const now = useServerTime()
  const navigate = useNavigate()
  const post = useActing()
  const may = useMay('issue.open')
  const place = row.employer?.name ?? row.region?.name ?? ''
  const topic = names.topic(row.topic)?.name ?? row.topic
  const at = row.employer ? { employer: row.employer.id } : { region: row.region?.code }
  const open = useCommand('issue.open', `issue.open ${row.topic} ${place}`, {
    oneClick: true,
    onAccepted: ({ result }) => {
      void navigate({ to: '/issues', search: readAsking({ tab: 'issues', id: result.stream }) })
    },
  })
  const title = say('issues.defaultTitle', { place, topic }).slice(0, 60)
  // What is too small is said once, not of the matters and again of the people.
  const told =
    row.count.n === null
      ? say('figures.few', { fewest: 5 })
      : [
          say('issues.matters', { n: row.count.n }),
          row.persons.n === null ? null : say('issues.people', { n: row.persons.n }),
        ]
          .filter(Boolean)
          .join(' · ')
  return (
    <div className="issue-row">
      <div>
        <b className="issue-title">{title}</b>
        <small>
          {say(`issues.kind.${row.kind}`)} ·{' '}
          {say('issues.clusterWhen', {
            n: told,
            from: sayLocalDay(speech, row.firstOn, now),
            to: sayLocalDay(speech, row.lastOn, now),
          })}
        </small>
        <OutcomeWords phase={open.phase} />
      </div>
      {row.issue ? (
        <Link to="/issues" search={readAsking({ tab: 'issues', id: row.issue })}>
          {say('issues.isOpen')}
        </Link>
      ) : may && post ? (
        <Button
          label={`${say('issues.openOne')} ${title}`}
          pending={open.phase.is === 'sending'}
          onPress={() => void open.submit(post.realm, { unit: post.unit.id, topic: row.topic, title, ...at })}
        >
          {say('issues.openOne')}
        </Button>
      ) : null}
    </div>
  )
}

function IssueLine({ row }: { row: IssueRow }) {
  const speech = useSpeech()
  const { say } = speech
  const names = useNames()
  const now = useServerTime()
  const until = row.planUntil ? sayLocalDay(speech, row.planUntil, now) : null
  return (
    <Link to="/issues" search={readAsking({ tab: 'issues', id: row.id })} className="issue-row issue-open">
      <div>
        <b className="issue-title">{row.title}</b>
        <small>
          {[
            names.topic(row.topic)?.name ?? row.topic,
            placeOf(speech, row),
            row.owner ? say('issues.owner', { unit: row.owner.unit.name }) : say('issues.noOwner'),
            row.tasks.n > 0 ? say('issues.tasksDone', row.tasks) : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </div>
      {row.closedOn ? (
        <Chip>{say('issues.closedOn', { on: sayLocalDay(speech, row.closedOn, now) })}</Chip>
      ) : row.late ? (
        <Chip tone="late">{say('issues.late')}</Chip>
      ) : until ? (
        <Chip tone="calm">{say('issues.until', { on: until })}</Chip>
      ) : null}
    </Link>
  )
}
