import { useQuery, useQueryClient } from '@tanstack/react-query'
import { realmOfId } from '../../../domain/id.ts'
import type { TimelineRow } from '../../../protocol/view.ts'
import { type Opened, send, startAttempt } from '../api/command.ts'
import { Unreachable } from '../api/request.ts'
import { ownWords } from './own-words.ts'

/** What opening answered: the texts by content id, or why they stay closed. */
export type Opening = { readonly texts: Opened } | { readonly refused: string }

/**
 * Opens the texts of a demand: once when its page is opened, again only when asked, because every opening leaves a record.
 * A second sending after silence carries the same id, so it leaves one record.
 */
export function useOpenedTexts(demand: string, purpose: string, allowed: boolean) {
  return useQuery({
    queryKey: ['opened', demand],
    queryFn: () => openContent(demand, 'text', purpose),
    enabled: allowed,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 300_000,
    retry: false,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  })
}

export async function openContent(demand: string, part: 'text' | 'identity', purpose: string): Promise<Opening> {
  const attempt = startAttempt(realmOfId(demand))
  const body = { demand, part, purpose }
  let sent = await send('content.open', attempt, body)
  if (sent.is === 'unsent') sent = await send('content.open', attempt, body)
  if (sent.is === 'accepted') return { texts: sent.opened }
  if (sent.is === 'refused' || sent.is === 'fault') return { refused: sent.code }
  throw new Unreachable(sent.is === 'unsent' ? sent.why : 'server')
}

/** The text of an event as far as it was opened, or written here: nothing is opened by asking. */
export function useTextOf(demand: string): (row: Pick<TimelineRow, 'content' | 'n'>) => string | undefined {
  const opening = useQueryClient().getQueryData<Opening>(['opened', demand])
  const texts = opening && 'texts' in opening ? opening.texts : {}
  return (row) => (row.content === null ? undefined : (texts[row.content] ?? ownWords(demand, row.n)))
}
