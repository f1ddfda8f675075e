import { useState } from 'react'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { useSpeech } from '../text/say.tsx'
import { purposeOf } from './purpose.ts'

/** Photos, recordings and papers of a worker, for who may read the words. Nothing is fetched before it is asked for: each opening is written down. */
export function Files({ page }: { page: ViewAnswer<'demand'> }) {
  const { say } = useSpeech()
  const rows = page.timeline.filter(({ kind }) => kind === 'FileAttached')
  const allowed = page.demand.verbs.includes('content.open.text')
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="files-name">
      <h2 id="files-name">{say('files.title')}</h2>
      <ul>
        {rows.map(({ n, detail }, at) => (
          <li key={n}>
            <OneFile page={page} detail={detail} at={at + 1} allowed={allowed} />
          </li>
        ))}
      </ul>
      <p className="small">{say(allowed ? 'files.recorded' : 'files.closed')}</p>
    </section>
  )
}

type Detail = ViewAnswer<'demand'>['timeline'][number]['detail']

function OneFile({
  page,
  detail,
  at,
  allowed,
}: {
  page: ViewAnswer<'demand'>
  detail: Detail
  at: number
  allowed: boolean
}) {
  const { say } = useSpeech()
  const [shown, setShown] = useState<'closed' | 'open' | 'failed'>('closed')
  const is = detail.is === 'voice' || detail.is === 'paper' ? detail.is : 'photo'
  const what = say(`files.${is}`)
  const size = `${Math.max(1, Math.round(Number(detail.bytes) / 1024))} KB`
  const address = `/api/file/${page.demand.id}/${String(detail.file)}?purpose=${purposeOf(page.demand)}`
  const failed = () => setShown('failed')
  return (
    <>
      {say('files.size', { what: `${what} ${at}`, size })}{' '}
      {allowed && is === 'paper' ? (
        <a href={address} download>
          {say('files.save')}
        </a>
      ) : null}
      {allowed && is !== 'paper' && shown === 'closed' ? (
        <Button onPress={() => setShown('open')}>
          {say(is === 'voice' ? 'files.listen' : 'files.open', { what })}
        </Button>
      ) : null}
      {shown === 'open' && is === 'photo' ? (
        <img className="filed" src={address} alt={say('files.alt', { n: at })} onError={failed} />
      ) : null}
      {/* biome-ignore lint/a11y/useMediaCaption: what a worker says is heard, nobody wrote it down */}
      {shown === 'open' && is === 'voice' ? <audio src={address} controls onError={failed} /> : null}
      {shown === 'failed' ? <p>{say('files.failed')}</p> : null}
    </>
  )
}
