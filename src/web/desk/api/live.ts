import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

const firstWaitMs = 1_000
const longestWaitMs = 30_000
const pollMs = 15_000

/** `live`: changes arrive by themselves. `asking`: the stream is down, every 15 seconds is asked. */
export type Liveliness = 'live' | 'asking'

/** Listens to `GET /api/live` while somebody is signed in, anew in each post, and refetches what a change touches; nothing typed is lost by it. */
export function useLive(): Liveliness {
  const queries = useQueryClient()
  const [liveliness, tell] = useState<Liveliness>('live')
  useEffect(() => {
    let source: EventSource | null = null
    let wait = firstWaitMs
    let reconnect: ReturnType<typeof setTimeout> | undefined
    const poll = setInterval(() => {
      if (source?.readyState !== EventSource.OPEN) void refetch(queries, null)
    }, pollMs)
    const connect = () => {
      source = new EventSource('/api/live')
      source.addEventListener('open', () => {
        // What happened while nobody listened is asked for once: also between the page's first answers and the first word here.
        void refetch(queries, null)
        wait = firstWaitMs
        tell('live')
      })
      source.addEventListener('changed', (event) => void refetch(queries, demandOf(String(event.data))))
      source.addEventListener('error', () => {
        source?.close()
        tell('asking')
        clearTimeout(reconnect)
        reconnect = setTimeout(connect, wait)
        wait = Math.min(wait * 2, longestWaitMs)
      })
    }
    const now = () => {
      clearTimeout(reconnect)
      source?.close()
      wait = firstWaitMs * 2
      connect()
    }
    connect()
    addEventListener('online', now)
    return () => {
      removeEventListener('online', now)
      clearInterval(poll)
      clearTimeout(reconnect)
      source?.close()
    }
  }, [queries])
  return liveliness
}

function demandOf(data: string): string | null {
  try {
    const value = JSON.parse(data) as { demand?: unknown } | null
    return typeof value?.demand === 'string' ? value.demand : null
  } catch {
    return null
  }
}

async function refetch(queries: QueryClient, demand: string | null): Promise<void> {
  const touched = [['counts'], ['demands'], demand === null ? ['demand'] : ['demand', demand]]
  await Promise.all(touched.map((queryKey) => askAgain(queries, queryKey)))
}

/** A first answer that is under way is not begun again by the library, and may be older than the change: it is asked once more. */
async function askAgain(queries: QueryClient, queryKey: readonly string[]): Promise<void> {
  const first = queries.getQueryCache().findAll({ queryKey, fetchStatus: 'fetching' })
  const unanswered = first.filter(({ state }) => state.data === undefined)
  await queries.invalidateQueries({ queryKey })
  await Promise.all(unanswered.map((one) => queries.invalidateQueries({ queryKey: one.queryKey, exact: true })))
}
