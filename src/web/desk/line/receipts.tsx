import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { Notice, Skeleton } from '../../kit/notice.tsx'
import { useSpeech } from '../text/say.tsx'
import type { LineAsking } from './asking.ts'
import { receiptsQuery } from './queries.ts'

type Told = ViewAnswer<'directive'>

/** Receipts of unions: how many of how many, and which have none yet. Never of persons, never a rate. */
export function Receipts({ told, asking }: { told: Told; asking: LineAsking }) {
  const { say } = useSpeech()
  const [open, setOpen] = useState(false)
  return (
    <section className="line-receipts" aria-labelledby="line-receipts">
      <h2 id="line-receipts">{say('line.receipts')}</h2>
      <p>{say('line.below', { unit: told.of.name, ...told.below })}</p>
      <ul className="line-papers">
        {told.children.map(({ unit, units, received }) => (
          <li key={unit.id}>
            <Link
              to="/line/$campaign/$directive"
              params={{ campaign: told.campaign.id, directive: told.id }}
              search={{ ...asking, unit: unit.id }}
            >
              {unit.name}
            </Link>{' '}
            <span className="num">{say('line.receiptsOf', { n: received, units })}</span>
          </li>
        ))}
      </ul>
      <Button pressed={open} onPress={() => setOpen(!open)}>
        {say('line.showWithout')}
      </Button>
      {open ? <Without directive={told.id} unit={told.of.id} left={told.below.units - told.below.received} /> : null}
    </section>
  )
}

function Without({ directive, unit, left }: { directive: string; unit: number; left: number }) {
  const { say } = useSpeech()
  const asked = useInfiniteQuery(receiptsQuery(directive, unit))
  const rows = asked.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <>
      <h3>{say('line.without', { n: left })}</h3>
      {asked.isPending ? <Skeleton label={say('loading')} rows={4} /> : null}
      {asked.isError && rows.length === 0 ? (
        <Notice
          tone="wrong"
          title={say('error.title')}
          action={<Button onPress={() => void asked.refetch()}>{say('error.retry')}</Button>}
        >
          {say('error.why')}
        </Notice>
      ) : null}
      {asked.isSuccess && rows.length === 0 ? <p>{say('line.withoutNone')}</p> : null}
      <ul className="line-without">
        {rows.map((row) => (
          <li key={row.unit.id}>
            {row.unit.name}
            {row.deliveredAt === null ? <small> {say('line.notDelivered')}</small> : null}
          </li>
        ))}
      </ul>
      {asked.hasNextPage ? (
        <Button pending={asked.isFetchingNextPage} onPress={() => void asked.fetchNextPage()}>
          {say('line.moreOf', { n: rows.length, all: left })}
        </Button>
      ) : null}
    </>
  )
}
