import { type ReactNode, useEffect, useState } from 'react'

/** A state of a screen in words: what is (unless a heading above says it), why, and what can be done. */
export function Notice(props: { title?: string; children?: ReactNode; action?: ReactNode; tone?: 'calm' | 'wrong' }) {
  return (
    <div className="notice" data-tone={props.tone ?? 'calm'} role={props.tone === 'wrong' ? 'alert' : 'status'}>
      {props.title ? <h2>{props.title}</h2> : null}
      {props.children ? <p>{props.children}</p> : null}
      {props.action ? <div className="notice-act">{props.action}</div> : null}
    </div>
  )
}

/** A bar across the top of the whole page: no network, or a page older than it looks. */
export function Bar({ children, tone }: { children: ReactNode; tone: 'due' | 'calm' }) {
  return (
    <div className="topbar" data-tone={tone} role="status">
      {children}
    </div>
  )
}

/** Grey lines where text will stand; nothing for the first 300 ms, so that a fast answer does not flicker. */
export function Skeleton({ label, rows }: { label: string; rows: number }) {
  const [shown, show] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => show(true), 300)
    return () => clearTimeout(timer)
  }, [])
  if (!shown) return null
  return (
    <div className="skeleton" role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey lines have no identity
        <div key={n} className="skeleton-row" aria-hidden="true" />
      ))}
    </div>
  )
}
