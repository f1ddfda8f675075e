import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { PlainPage } from '../office/page.tsx'
import { useSpeech } from '../text/say.tsx'
import { type LineAsking, readLineAsking } from './asking.ts'
import { Brief } from './brief.tsx'
import { ClausePane } from './clause-pane.tsx'
import { ChangeDirective } from './directive-form.tsx'
import { Forms } from './forms.tsx'
import { IssueForm, SupersedeForm, WithdrawForm } from './issue-form.tsx'
import './line.css'
import { useNarrow } from './narrow.ts'
import { campaignQuery, directiveQuery } from './queries.ts'
import { Receipts } from './receipts.tsx'
import { Shown } from './shown.tsx'
import { Way } from './way.tsx'
import { Words } from './words.tsx'

type Told = ViewAnswer<'directive'>

/** A directive clause by clause: left its words with live figures, right what stands under the clause that is chosen. */
export function DirectivePage() {
  const { say } = useSpeech()
  const { directive = '' } = useParams({ strict: false })
  const asking = readLineAsking(useSearch({ strict: false }))
  const asked = useQuery(directiveQuery(directive, asking.unit))
  return (
    <PlainPage title={asked.data?.campaign.title ?? say('line.title')}>
      <Shown asked={asked}>{(told) => <Directive told={told} asking={asking} heard={asked.dataUpdatedAt} />}</Shown>
    </PlainPage>
  )
}

function Directive({ told, asking, heard }: { told: Told; asking: LineAsking; heard: number }) {
  const { say } = useSpeech()
  const campaign = useQuery(campaignQuery(told.campaign.id))
  const narrow = useNarrow()
  const chosen = told.clauses.find(({ n }) => n === asking.clause)
  // Beside the text there is always something to see; on a phone only what was opened, where it was pressed.
  const clause = chosen ?? (narrow ? undefined : told.clauses.find(({ measure }) => measure !== null))
  const pane = clause ? <ClausePane key={clause.n} told={told} clause={clause} heard={heard} /> : null
  return (
    <div className="line-directive">
      {campaign.data ? <Way told={campaign.data} directive={told.id} /> : null}
      <nav className="line-where" aria-label={say('figures.where')}>
        <Link to="/line/$campaign" params={{ campaign: told.campaign.id }}>
          {say('line.back', { title: told.campaign.title })}
        </Link>
        {asking.unit === undefined ? null : (
          <Link
            to="/line/$campaign/$directive"
            params={{ campaign: told.campaign.id, directive: told.id }}
            search={{ clause: asking.clause }}
          >
            {say('line.ownUnit')}
          </Link>
        )}
      </nav>
      <div className="line-panes">
        <div className="line-left">
          <Standing told={told} />
          <Words told={told} asking={asking} shown={clause?.n ?? null} under={narrow ? pane : null} />
          <Cascade told={told} />
          {told.state === 'draft' ? null : <Brief told={told} />}
          {told.state === 'draft' ? null : <Receipts told={told} asking={asking} />}
          {told.state === 'draft' ? null : <Forms told={told} />}
          <Acts told={told} others={campaign.data?.directives ?? []} />
        </div>
        {narrow ? null : (
          <section className="line-open" aria-label={say('line.choose')}>
            {pane ?? <p>{say('line.noFigures')}</p>}
          </section>
        )}
      </div>
    </div>
  )
}

/** A directive that is over says so before anything else. */
function Standing({ told }: { told: Told }) {
  const { say } = useSpeech()
  if (told.state !== 'withdrawn' && told.state !== 'superseded') return null
  return (
    <div className="line-over" role="note">
      <p>
        <b>{say(`line.state.${told.state}`)}</b>{' '}
        {told.state === 'withdrawn' ? say('line.withdrawnWhy', { reason: told.reason ?? '' }) : null}
        {told.successor ? (
          <Link to="/line/$campaign/$directive" params={{ campaign: told.campaign.id, directive: told.successor.id }}>
            {say('line.supersededBy', told.successor)}
          </Link>
        ) : null}
      </p>
    </div>
  )
}

function Cascade({ told: { cascade, state } }: { told: Told }) {
  const { say } = useSpeech()
  if (!cascade) return null
  const { units, delivered, done } = cascade
  return (
    <p role="status">
      {units === 0
        ? say('line.notYet')
        : say(done || state !== 'issued' ? 'line.cascade' : 'line.cascading', { delivered, units })}
    </p>
  )
}

/** What its own union may do with it now. */
function Acts({ told, others }: { told: Told; others: ViewAnswer<'campaign'>['directives'] }) {
  const { verbs } = told
  return (
    <>
      {verbs.includes('directive.change') ? <ChangeDirective told={told} /> : null}
      {verbs.includes('directive.issue') ? <IssueForm told={told} /> : null}
      {verbs.includes('directive.supersede') ? <SupersedeForm told={told} others={others} /> : null}
      {verbs.includes('directive.withdraw') ? <WithdrawForm told={told} /> : null}
    </>
  )
}
