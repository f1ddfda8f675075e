import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { DeedRow } from '../../../protocol/deed-view.ts'
import { Button } from '../../kit/button.tsx'
import { Chip } from '../../kit/chip.tsx'
import { Notice, Skeleton } from '../../kit/notice.tsx'
import { useServerTime } from '../../kit/server-time.ts'
import { PlainPage } from '../office/page.tsx'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { sayYuan } from '../text/yuan.ts'
import './deeds.css'
import { ProposeForm } from './propose-form.tsx'
import { type DeedList, deedMoneyQuery, deedsQuery } from './queries.ts'

const lists: readonly DeedList[] = ['unit', 'approve', 'below']

/** Deeds of the union, what waits for a signature, and what lies below. */
export function DeedsPage() {
  const { say } = useSpeech()
  const [list, choose] = useState<DeedList>('unit')
  const [proposing, propose] = useState(false)
  const deeds = useInfiniteQuery(deedsQuery(list))
  const rows = deeds.data?.pages.flatMap((page) => page.rows) ?? []
  const first = deeds.data?.pages[0]
  return (
    <PlainPage title={say('deeds.title')}>
      <div className="deeds">
        <p className="small">{say('deeds.about')}</p>
        <fieldset className="picks" aria-label={say('deeds.lists')}>
          {lists.map((each) => (
            <button key={each} type="button" aria-pressed={each === list} onClick={() => choose(each)}>
              {say(`deeds.list.${each}`)}
            </button>
          ))}
        </fieldset>
        {first?.mayPropose && !proposing ? (
          <div>
            <Button kind="act" onPress={() => propose(true)}>
              {say('deeds.propose')}
            </Button>
          </div>
        ) : null}
        {proposing ? <ProposeForm close={() => propose(false)} /> : null}
        {deeds.isPending ? <Skeleton label={say('loading')} rows={4} /> : null}
        {deeds.isError && !deeds.data ? (
          <Notice
            tone="wrong"
            title={say('error.title')}
            action={<Button onPress={() => void deeds.refetch()}>{say('error.retry')}</Button>}
          >
            {say('error.why')}
          </Notice>
        ) : null}
        {first?.deeper ? <p>{say('deeds.deeper')}</p> : null}
        {deeds.isSuccess && rows.length === 0 && !first?.deeper ? (
          <Notice title={say(`deeds.empty.${list}`)}>{say('deeds.emptyWhy')}</Notice>
        ) : null}
        <ul className="deed-rows">
          {rows.map((row) => (
            <DeedLine key={row.id} row={row} />
          ))}
        </ul>
        {deeds.hasNextPage ? (
          <div>
            <Button onPress={() => void deeds.fetchNextPage()} pending={deeds.isFetchingNextPage}>
              {say('deeds.more')}
            </Button>
          </div>
        ) : null}
        <Money />
      </div>
    </PlainPage>
  )
}

function DeedLine({ row }: { row: DeedRow }) {
  const { say } = useSpeech()
  const names = useNames()
  return (
    <li>
      <Link to="/deeds/$deed" params={{ deed: row.id }}>
        <b>{names.name('deed', row.deed)}</b>
        <span>
          {row.for === 'enterprise' ? (row.employer?.name ?? '') : say('deeds.persons', { n: row.beneficiaries })}
        </span>
        {row.amountFen > 0 ? <span className="num">{say('deeds.yuan', { yuan: sayYuan(row.amountFen) })}</span> : null}
        <Status row={row} />
        <small>{row.unit.name}</small>
      </Link>
    </li>
  )
}

/** Where a deed stands, in words. */
export function Status({ row }: { row: DeedRow }) {
  const { say } = useSpeech()
  const today = new Date(useServerTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  const tone = row.status === 'proposed' ? 'due' : row.status === 'done' ? 'calm' : 'plain'
  if (row.status === 'approved' && row.noticeTo !== null && today <= row.noticeTo)
    return <Chip tone="due">{say('deeds.status.notice', { until: row.noticeTo })}</Chip>
  return (
    <Chip tone={tone}>
      {say(`deeds.status.${row.status}`, { n: row.approvals, of: row.approvers, on: row.doneOn ?? '' })}
    </Chip>
  )
}

/** Sums of the year, as far as they may be told. Posts that read no sums see nothing here. */
function Money() {
  const { say } = useSpeech()
  const names = useNames()
  const { data } = useQuery({ ...deedMoneyQuery, retry: false })
  if (!data || data.rows.length === 0) return null
  const cell = (fen: number | null) => (fen === null ? say('deeds.hidden') : sayYuan(fen))
  return (
    <section aria-labelledby="deed-money">
      <h2 id="deed-money">{say('deeds.money', { year: data.year })}</h2>
      <table className="deed-money">
        <thead>
          <tr>
            <th scope="col">{say('deeds.kind')}</th>
            <th scope="col">{say('deeds.fund')}</th>
            <th scope="col">{say('deeds.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map(({ deed, fund, amountFen }) => (
            <tr key={`${deed} ${fund}`}>
              <td>{names.name('deed', deed)}</td>
              <td>{names.name('fund', fund)}</td>
              <td className="num">{cell(amountFen)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row" colSpan={2}>
              {say('deeds.total')}
            </th>
            <td className="num">{cell(data.total.amountFen)}</td>
          </tr>
        </tbody>
      </table>
    </section>
  )
}
