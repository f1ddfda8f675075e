import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { type Finding, mustBeAnswered } from '../../../domain/article/findings.ts'
import { realmOfId } from '../../../domain/id.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { Notice, Skeleton } from '../../kit/notice.tsx'
import { Problem } from '../api/request.ts'
import { useCommand } from '../api/use-command.ts'
import { PlainPage } from '../office/page.tsx'
import { useSpeech } from '../text/say.tsx'
import { OutcomeWords } from '../verb/outcome-words.tsx'
import { ArticleForm, Choose } from './article-form.tsx'
import './news.css'
import { Picture } from './picture.tsx'
import { articleQuery, newsMoved, newsroomQuery } from './queries.ts'

type Page = ViewAnswer<'article'>
type Answer = 'public' | 'agreed' | 'nobodys'

/** One article: as it will be read, what in it may point to somebody, and what may be done now. */
export function ArticlePage() {
  const { say } = useSpeech()
  const { article } = useParams({ strict: false }) as { article: string }
  const found = useQuery(articleQuery(article))
  const room = useInfiniteQuery(newsroomQuery).data?.pages[0]
  const [writing, write] = useState(false)
  const gone = found.error instanceof Problem && found.error.status === 404
  const page = found.data
  const may = (verb: string) => page?.verbs.includes(verb) ?? false
  return (
    <PlainPage title={page && page.title !== '' ? page.title : say('news.title')}>
      <div className="newsroom">
        <Link to="/news">{say('news.back')}</Link>
        {found.isPending ? <Skeleton label={say('loading')} rows={6} /> : null}
        {found.isError && !page ? (
          <Notice tone="wrong" title={say(gone ? 'refusal.not-found' : 'error.title')}>
            {gone ? null : say('error.why')}
          </Notice>
        ) : null}
        {page && writing && room ? <ArticleForm room={room} page={page} close={() => write(false)} /> : null}
        {page && !writing ? (
          <>
            <p className="small">{`${say(`news.status.${page.status}`)} · ${page.author} · ${page.source}`}</p>
            {page.note === 'person' ? <Notice title={say('news.personOut')} /> : null}
            <Reading page={page} />
            <Offer page={page} />
            <Release page={page} />
            {room ? <Comments page={page} taken={room.takesComments} /> : null}
            {room && (may('article.revise') || may('article.correct')) ? (
              <div>
                <Button onPress={() => write(true)}>
                  {say(may('article.correct') ? 'news.correct' : 'news.revise')}
                </Button>
              </div>
            ) : null}
            {room ? <Withdraw page={page} reasons={room.withdrawals} /> : null}
          </>
        ) : null}
      </div>
    </PlainPage>
  )
}

function Reading({ page }: { page: Page }) {
  const { say } = useSpeech()
  return (
    <article className="news-text" lang="zh-CN">
      {page.blocks.map((block, at) => {
        const person = block.kind !== 'figure' && block.person === true
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place in a text that does not change here
          <div key={at} className={person ? 'person' : undefined}>
            {person ? <small>{say('news.block.person')}</small> : null}
            <BlockWords block={block} />
          </div>
        )
      })}
    </article>
  )
}

/** As it will be read; a picture is seen, because whoever releases it has to know whose face it shows. */
function BlockWords({ block }: { block: Page['blocks'][number] }) {
  const { say, language } = useSpeech()
  if (block.kind === 'picture') return <Picture image={block.image ?? ''} alt={block.alt} />
  if (block.kind === 'heading') return <h2>{block.text}</h2>
  if (block.kind === 'quote') return <blockquote>{block.text}</blockquote>
  if (block.kind !== 'figure') return <p>{block.text}</p>
  const months = block.from === block.to ? block.from : `${block.from} – ${block.to}`
  const told = block.on === null ? say('news.figure.live') : block.on
  return (
    <p>
      <b className="num">{block.n ?? say('news.few')}</b>
      {` ${block.name[language === 'en' ? 'en' : 'zh']} · ${months} · ${block.mode === 'frozen' && block.on === null ? say('news.figure.frozen') : told}`}
    </p>
  )
}

function useMoved() {
  const queries = useQueryClient()
  return () => void newsMoved(queries)
}

function Offer({ page }: { page: Page }) {
  const { say } = useSpeech()
  const offer = useCommand('article.offer', `article.offer ${page.article}`, { oneClick: true, onAccepted: useMoved() })
  if (!page.verbs.includes('article.offer')) return null
  return (
    <div>
      <OutcomeWords phase={offer.phase} />
      <Button
        kind="act"
        pending={offer.phase.is === 'sending'}
        onPress={() => void offer.submit(realmOfId(page.article), { article: page.article })}
      >
        {say('news.offer')}
      </Button>
    </div>
  )
}

/** Open to comments or not; each is read before it is published, so one person decides it. */
function Comments({ page, taken }: { page: Page; taken: boolean }) {
  const { say } = useSpeech()
  const key = `article.comments ${page.article}`
  const change = useCommand('article.comments', key, { oneClick: true, onAccepted: useMoved() })
  if (!page.verbs.includes('article.comments')) return null
  const open = !page.comments
  // Nobody could write one: promising comments would be untrue, and opening them leads nowhere.
  const said = taken ? (open ? 'news.comments.areShut' : 'news.comments.areOpen') : 'news.comments.noCodes'
  return (
    <section className="card news-card" aria-label={say('news.comments')}>
      <p>{say(said)}</p>
      <OutcomeWords phase={change.phase} />
      {open && !taken ? null : (
        <Button
          pending={change.phase.is === 'sending'}
          onPress={() => void change.submit(realmOfId(page.article), { article: page.article, open })}
        >
          {say(open ? 'news.comments.open' : 'news.comments.shut')}
        </Button>
      )}
    </section>
  )
}

/** The second person answers everything the check found, and knows what it cannot find. */
function Release({ page }: { page: Page }) {
  const { say } = useSpeech()
  const [answers, answer] = useState<Readonly<Record<string, Answer>>>({})
  const release = useCommand('article.release', `article.release ${page.article}`, { onAccepted: useMoved() })
  if (!page.waits) return null
  if (!page.verbs.includes('article.release')) return <Notice title={say(page.mine ? 'news.ownWaits' : 'news.waits')} />
  const asked = page.findings.filter((each) => mustBeAnswered(each as Finding))
  const hints = page.findings.filter((each) => !mustBeAnswered(each as Finding))
  const open = asked.filter(({ id }) => !answers[id])
  const missing = page.tells === 'worker' && page.consent === null
  const submit = () => {
    const told = Object.entries(answers).map(([finding, each]) => ({ finding, answer: each }))
    void release.submit(realmOfId(page.article), { article: page.article, answers: told })
  }
  return (
    <section className="card form" aria-label={say('news.release')}>
      {missing ? <Notice tone="wrong" title={say('refusal.consent.missing')} /> : null}
      {asked.map(({ id, kind, block }) => (
        <Choose
          key={id}
          label={say('news.finding', { n: block + 1, kind: say(`news.finding.${kind}` as 'news.finding.mobile') })}
          value={answers[id] ?? ''}
          choose={(value) => answer({ ...answers, [id]: value as Answer })}
          options={(['public', 'agreed', 'nobodys'] as const).map((each) => [each, say(`news.answer.${each}`)])}
          none={say('news.answer.none')}
        />
      ))}
      {hints.length > 0 ? (
        <p className="small">
          {say('news.names', { blocks: [...new Set(hints.map(({ block }) => block + 1))].join(', ') })}
        </p>
      ) : null}
      <p className="small">{say('news.cannotFind')}</p>
      <OutcomeWords phase={release.phase} />
      <Button
        kind="act"
        pending={release.phase.is === 'sending'}
        disabled={open.length > 0 || missing}
        onPress={submit}
      >
        {say('news.release')}
      </Button>
    </section>
  )
}

function Withdraw({ page, reasons }: { page: Page; reasons: ViewAnswer<'newsroom'>['withdrawals'] }) {
  const { say, language } = useSpeech()
  const [reason, choose] = useState('')
  const off = useCommand('article.withdraw', `article.withdraw ${page.article}`, { onAccepted: useMoved() })
  if (!page.verbs.includes('article.withdraw')) return null
  const submit = (what: 'whole' | 'person') =>
    void off.submit(realmOfId(page.article), { article: page.article, what, reason })
  return (
    <details className="card">
      <summary>{say('news.withdraw')}</summary>
      <div className="form">
        <Choose
          label={say('news.withdraw.reason')}
          value={reason}
          choose={choose}
          options={reasons.map((each) => [each.code, language === 'en' ? each.en : each.zh])}
          none={say('news.comment.choose')}
        />
        <OutcomeWords phase={off.phase} />
        <div className="form-end">
          {page.tells === 'worker' ? (
            <Button disabled={reason === ''} onPress={() => submit('person')}>
              {say('news.withdraw.person')}
            </Button>
          ) : null}
          <Button disabled={reason === ''} onPress={() => submit('whole')}>
            {say('news.withdraw.whole')}
          </Button>
        </div>
      </div>
    </details>
  )
}
