import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { asksForReceipts } from '../../../domain/directive/figure-cut.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { Notice, Skeleton } from '../../kit/notice.tsx'
import { figuresQuery } from '../api/view.ts'
import { FigureNumber } from '../figures/cell.tsx'
import '../figures/figures.css'
import { Under } from '../figures/under.tsx'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { ClauseChildren, ReceiptChildren } from './clause-children.tsx'
import { ClauseFunnel } from './clause-funnel.tsx'
import { Fresh } from './fresh.tsx'
import { plainName, sayMonths, useUnit } from './units.ts'
import { yearBefore } from './year-before.ts'

type Told = ViewAnswer<'directive'>

/** Under one clause: the figure, what it is read beside, the unions below with their own past, the list and its events. */
export function ClausePane(props: { told: Told; clause: Told['clauses'][number]; heard: number }) {
  const speech = useSpeech()
  const { say } = speech
  const names = useNames()
  const unitOf = useUnit()
  const { told, clause, heard } = props
  const { measure, cut, by, figure, n, plan } = clause
  const period = plan ? { ...told.period, from: plan.since } : told.period
  const asked = { ...period, unit: String(told.of.id), ...(by === null ? {} : { cut: by }) }
  const now = useQuery({ ...figuresQuery(asked), enabled: measure !== null })
  const past = { ...asked, from: yearBefore(asked.from), to: yearBefore(asked.to) }
  const receipts = asksForReceipts({ measure })
  const before = useQuery({ ...figuresQuery(past), enabled: measure !== null && !receipts })
  if (measure === null) return <p>{say('line.plain')}</p>
  const group = names.groups.find(({ code }) => cut === `topic:${code}`)
  // Whatever stood there for another clause or union is not shown for this one.
  const figures = now.isPlaceholderData ? undefined : now.data
  return (
    <>
      <h2>{say('line.pane', { n })}</h2>
      <p className="line-big">
        <b>
          <FigureNumber cell={figure ?? undefined} fewest={told.fewest} />
        </b>
        <OfRoster clause={clause} />
        <span>
          {figure?.hidden ? '' : unitOf(measure)} {plainName(names.name('measure', measure))}
          {group ? ` · ${group.name}` : ''}
          {plan ? ` · ${plan.title}` : ''}
          <br />
          <small>
            {say('line.caption', { unit: told.of.name, months: sayMonths(speech, period) })} · <Fresh heard={heard} />
          </small>
        </span>
      </p>
      {now.isError && !figures ? (
        <Notice
          tone="wrong"
          title={say('error.title')}
          action={<Button onPress={() => void now.refetch()}>{say('error.retry')}</Button>}
        >
          {say('error.why')}
        </Notice>
      ) : figures ? (
        <>
          <ClauseFunnel figures={figures} measure={measure} />
          <h3>{say(receipts ? 'line.receiptsBelow' : 'line.children')}</h3>
          {receipts ? (
            <ReceiptChildren told={told} n={n} />
          ) : (
            <ClauseChildren
              {...{ told, now: figures, measure, n }}
              before={before.isPlaceholderData ? undefined : before.data}
            />
          )}
        </>
      ) : (
        <Skeleton label={say('loading')} rows={6} />
      )}
      {plan ? (
        <p>
          <Link to="/training/plan/$plan" params={{ plan: plan.id }} search={{ unit: told.of.id }}>
            {say('line.toCoverage')}
          </Link>
        </p>
      ) : null}
      <Under
        {...asked}
        measure={measure}
        few={5}
        {...(receipts ? { brief: `/line/${told.campaign.id}/${told.id}` } : {})}
      />
      <p className="small">
        <Link to="/figures" search={{ unit: told.of.id, period: 'year', measure, ...(by === null ? {} : { cut: by }) }}>
          {say('line.toFigures')}
        </Link>
      </p>
    </>
  )
}

/** Of how many on the roster; a share is told where both are. */
export function OfRoster({ clause: { figure, plan } }: { clause: Told['clauses'][number] }) {
  const { say } = useSpeech()
  if (!plan || plan.roster === null) return null
  const n = figure?.n ?? null
  const share = n === null || plan.roster === 0 ? null : ((n * 100) / plan.roster).toFixed(1)
  return (
    <span className="num">
      {say(share === null ? 'line.ofRoster' : 'line.shareOfRoster', { of: plan.roster, share: share ?? '' })}
    </span>
  )
}
