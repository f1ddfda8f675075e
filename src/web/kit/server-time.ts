import { useEffect, useState } from 'react'

/**
 * The page has no clock of its own: a machine on a counter may be wrong by hours, and *还剩 2 小时* must be the server's
 * two hours. Every answer brings the server's time in its Date header; between answers the page's own timeline ticks on.
 */
let anchor: { readonly server: number; readonly page: number } | null = null

function pageTime(): number {
  return Number(document.timeline.currentTime ?? 0)
}

/** Takes the Date header of an answer. */
export function hearTime(header: string | null): void {
  const server = header === null ? Number.NaN : Date.parse(header)
  if (!Number.isNaN(server)) anchor = { server, page: pageTime() }
}

/** Epoch milliseconds at the server, to the second; 0 before the first answer. */
export function serverTime(): number {
  return anchor === null ? 0 : Math.round(anchor.server + pageTime() - anchor.page)
}

/** The server's time, anew every half minute. */
export function useServerTime(): number {
  const [time, tell] = useState(serverTime)
  useEffect(() => {
    const timer = setInterval(() => tell(serverTime()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return Math.max(time, serverTime() - 30_000)
}
