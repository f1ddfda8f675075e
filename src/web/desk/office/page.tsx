import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTitle } from '../frame/title.ts'
import { useSpeech } from '../text/say.tsx'

/** A page of the right pane that is no demand: a heading and what stands under it. */
export function PlainPage({ title, children }: { title: string; children: ReactNode }) {
  const { say } = useSpeech()
  useTitle(title)
  return (
    <article className="demand" aria-labelledby="plain-name">
      <header className="head">
        <Link to="/" className="back" aria-label={say('frame.toLists')}>
          ‹
        </Link>
        <h1 id="plain-name">{title}</h1>
      </header>
      <div className="body">{children}</div>
    </article>
  )
}
