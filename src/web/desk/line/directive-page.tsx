import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { FigureNumber } from '../figures/cell.tsx'
import { PlainPage } from '../office/page.tsx'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { type LineAsking, readLineAsking } from './asking.ts'
import { Brief } from './brief.tsx'
import { ClausePane } from './clause-pane.tsx'
import { ChangeDirective } from './directive-form.tsx'
import { IssueForm, SupersedeForm, WithdrawForm } from './issue-form.tsx'
import './line.css'
import { campaignQuery, directiveQuery } from './queries.ts'
import { Receipts } from './receipts.tsx'
import { Shown } from './shown.tsx'
import { Way } from './way.tsx'

type Told = ViewAnswer<'directive'>

/** A directive clause by clause: left its words with live figures, right what stands under the clause that is chosen. */
export function DirectivePage() {
  const { say } = useSpeech()
  const { directive = '' } = useParams({ strict: false })
  const asking = readLineAsking(useSearch({ strict: false }))
  const asked = useQuery(directiveQuery(directive, asking.unit))
  return (
    <PlainPage title={asked.data?.campaign.title ?? say('line.title')}>
      <Shown asked={asked}>{(told) => <Directive told={told} asking={asking} />}</Shown>
    </PlainPage>
  )
}

function Directive({ told, asking }: { told: Told; asking: LineAsking }) {
  const { say } = useSpeech()
  const campaign = useQuery(campaignQuery(told.campaign.id))
  const chosen = told.clauses.find(({ n }) => n === asking.clause)
  // Beside the text there is always something to see; on a phone only what was opened.
  const clause = chosen ?? told.clauses.find(({ measure }) => measure !== null)
  const { cascade, verbs } = told
  return (
    <div className="line-directive">
      {campaign.data ? <Way told={campaign.data} directive={told.id} /> : null}
      <p>
        <Link to="/line/$campaign" params={{ campaign: told.campaign.id }}>
          {say('line.back', { title: told.campaign.title })}
        </Link>
      </p>
      <div className="line-panes" data-open={chosen ? '' : undefined}>
        <div>
          <Words told={told} asking={asking} shown={clause?.n ?? null} />
          {told.state === 'withdrawn' ? <p>{say('line.withdrawnWhy', { reason: told.reason ?? '' })}</p> : null}
          {told.successor ? (
            <Link to="/line/$campaign/$directive" params={{ campaign: told.campaign.id, directive: told.successor }}>
              {say('line.supersededBy')}
            </Link>
          ) : null}
          {cascade ? (
            <p role="status">
              {cascade.units === 0
                ? say('line.notYet')
                : say(cascade.done ? 'line.cascade' : 'line.cascading', {
                    delivered: cascade.delivered,
                    units: cascade.units,
                  })}
            </p>
          ) : null}
          {told.state === 'draft' ? null : <Brief told={told} />}
          {told.state === 'draft' ? null : <Receipts told={told} asking={asking} />}
          {told.forms.length > 0 ? (
            <section aria-labelledby="line-forms">
              <h2 id="line-forms">{say('line.forms')}</h2>
              <ul>
                {told.forms.map(({ unit, title, legalBasis }) => (
                  <li key={`${unit} ${title}`}>{say('line.formRow', { title, basis: legalBasis })}</li>
                ))}
              </ul>
            </section>
          ) : null}
          {verbs.includes('directive.change') ? <ChangeDirective told={told} /> : null}
          {verbs.includes('directive.issue') ? <IssueForm told={told} /> : null}
          {verbs.includes('directive.supersede') && campaign.data ? (
            <SupersedeForm told={told} others={campaign.data.directives} />
          ) : null}
          {verbs.includes('directive.withdraw') ? <WithdrawForm told={told} /> : null}
        </div>
        <section className="line-open" aria-live="polite" aria-label={say('line.choose')}>
          {clause ? <ClausePane told={told} clause={clause} /> : <p>{say('line.choose')}</p>}
        </section>
      </div>
    </div>
  )
}

/** Its words as they were issued; each clause that is counted opens to its figure. */
function Words({ told, asking, shown }: { told: Told; asking: LineAsking; shown: number | null }) {
  const { say } = useSpeech()
  const names = useNames()
  const navigate = useNavigate()
  const open = (clause: number) =>
    void navigate({
      to: '/line/$campaign/$directive',
      params: { campaign: told.campaign.id, directive: told.id },
      search: { ...asking, clause },
      resetScroll: false,
    })
  return (
    <article className="line-doc">
      <h2>{told.title}</h2>
      <p className="small">
        {say('line.number', { number: told.number })} · {told.unit.name} ·{' '}
        {told.issuedOn ? say('line.issuedOn', { date: told.issuedOn }) : say(`line.state.${told.state}`)} ·{' '}
        <b>{say('line.ofUnit', { unit: told.of.name })}</b>
      </p>
      <ol>
        {told.clauses.map(({ n, text, measure, figure }) => (
          <li key={n}>
            {measure === null ? (
              <span>{text}</span>
            ) : (
              <button type="button" className="line-clause" aria-pressed={n === shown} onClick={() => open(n)}>
                <span className="line-text">{text}</span>{' '}
                <span className="line-figure">
                  {names.name('measure', measure)} <FigureNumber cell={figure ?? undefined} fewest={told.fewest} />
                </span>
              </button>
            )}
          </li>
        ))}
      </ol>
      <p className="small">{say('line.readDoc')}</p>
    </article>
  )
}
