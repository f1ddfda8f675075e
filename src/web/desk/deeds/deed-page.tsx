import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { Notice, Skeleton } from '../../kit/notice.tsx'
import { useServerTime } from '../../kit/server-time.ts'
import { Problem } from '../api/request.ts'
import { PlainPage } from '../office/page.tsx'
import { sayInstant } from '../text/instant.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { sayYuan } from '../text/yuan.ts'
import { DeedActs } from './deed-acts.tsx'
import './deeds.css'
import { Status } from './deeds-page.tsx'
import { deedKindsQuery, deedQuery, deedsMoved } from './queries.ts'

type Page = ViewAnswer<'deed'>

/** One deed: what, for how many, with which money, who signed, what those it was for say. */
export function DeedPage() {
  const { say } = useSpeech()
  const names = useNames()
  const { deed: id } = useParams({ strict: false }) as { deed: string }
  const page = useQuery(deedQuery(id))
  const queries = useQueryClient()
  const gone = page.error instanceof Problem && page.error.status === 404
  const told = page.data
  return (
    <PlainPage title={told ? names.name('deed', told.deed.deed) : say('deeds.title')}>
      <div className="deeds">
        <Link to="/deeds">{say('deeds.back')}</Link>
        {page.isPending ? <Skeleton label={say('loading')} rows={5} /> : null}
        {page.isError && !told ? (
          <Notice
            tone="wrong"
            title={say(gone ? 'refusal.not-found' : 'error.title')}
            action={gone ? undefined : <Button onPress={() => void page.refetch()}>{say('error.retry')}</Button>}
          >
            {gone ? null : say('error.why')}
          </Notice>
        ) : null}
        {told ? (
          <>
            <Facts page={told} />
            <DeedActs deed={told.deed} moved={() => void deedsMoved(queries)} />
            <Words page={told} />
          </>
        ) : null}
      </div>
    </PlainPage>
  )
}

function Facts({ page }: { page: Page }) {
  const speech = useSpeech()
  const { say } = speech
  const names = useNames()
  const now = useServerTime()
  const { deed, what, evidence, reason, surnames, approvals, proposer } = page
  const rows: readonly (readonly [string, string])[] = [
    [say('deeds.union'), deed.unit.name],
    ...(deed.employer ? [[say('deeds.for.enterprise'), deed.employer.name] as const] : []),
    ...(deed.for === 'workers' ? [[say('deeds.beneficiaries'), String(deed.beneficiaries)] as const] : []),
    ...(deed.amountFen > 0
      ? [
          [say('deeds.amount'), say('deeds.yuan', { yuan: sayYuan(deed.amountFen) })] as const,
          [say('deeds.fund'), names.name('fund', deed.fund ?? '')] as const,
        ]
      : []),
    ...useOwnFields(page),
    ...(deed.noticeTo
      ? [
          [
            say('deeds.notice'),
            say('deeds.noticeSpan', { from: deed.noticeFrom ?? '', to: deed.noticeTo, who: surnames.join('、') }),
          ] as const,
        ]
      : []),
    [say('deeds.proposer'), proposer ?? ''],
    ...approvals.map(
      ({ unit, person, at }) =>
        [say('deeds.signed'), `${unit.name} ${person ?? ''} ${sayInstant(speech, at, now)}`] as const,
    ),
  ]
  return (
    <section className="card" aria-label={say('deeds.title')}>
      <p>
        <Status row={deed} />
      </p>
      {what ? <blockquote className="deed-what">{what}</blockquote> : <p className="small">{say('deeds.sealed')}</p>}
      <dl className="deed-facts">
        {rows.map(([name, value]) => (
          <div key={`${name} ${value}`}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {evidence ? <p>{say('deeds.evidenceIs', { text: evidence })}</p> : null}
      {reason ? <p>{say('deeds.reasonIs', { text: reason })}</p> : null}
      <p className="small">{say('deeds.namesNever')}</p>
    </section>
  )
}

function useOwnFields({ deed, fields }: Page): readonly (readonly [string, string])[] {
  const { say, language } = useSpeech()
  const { data } = useQuery(deedKindsQuery)
  const nameOf = (each: { zh: string; en: string }) => each[language === 'en' ? 'en' : 'zh']
  const kind = data?.kinds.find(({ code }) => code === deed.deed)
  return (kind?.fields ?? []).flatMap((field) => {
    const value = fields[field.code]
    if (value === undefined) return []
    const option = field.options.find(({ code }) => code === value)
    if (option) return [[nameOf(field), nameOf(option)] as const]
    if (typeof value === 'boolean') return [[nameOf(field), say(value ? 'deeds.yes' : 'deeds.no')] as const]
    const text = field.type === 'amount' ? say('deeds.yuan', { yuan: sayYuan(Number(value)) }) : String(value)
    return [[nameOf(field), text] as const]
  })
}

/** Beneficiaries' words and the enterprise's word, apart; who says nothing is unknown. */
function Words({ page: { deed } }: { page: Page }) {
  const { say } = useSpeech()
  if (deed.status !== 'done') return null
  const { yes, partly, no } = deed.said
  return (
    <section className="card" aria-labelledby="deed-words">
      <h2 id="deed-words">{say('deeds.words')}</h2>
      {deed.for === 'workers' ? (
        <p>{say('deeds.wordsOf', { yes, partly, no, unknown: deed.beneficiaries - yes - partly - no })}</p>
      ) : null}
      {deed.employer ? <p>{say(`deeds.enterpriseWord.${deed.enterpriseSaid ?? 'none'}`)}</p> : null}
      <p className="small">{say('deeds.wordsApart')}</p>
    </section>
  )
}
