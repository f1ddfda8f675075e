import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { askView } from '../api/view.ts'

export const meetingsQuery = infiniteQueryOptions({
  queryKey: ['meetings', 'list'],
  queryFn: ({ pageParam }) => askView('meetings', pageParam === null ? {} : { after: pageParam }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.after,
})
export function meetingQuery(meeting: string) {
  return queryOptions({ queryKey: ['meetings', 'one', meeting], queryFn: () => askView('meeting', { meeting }) })
}

/** Everything that shows meetings is asked for again. */
export const meetingsMoved = (queries: QueryClient) => void queries.invalidateQueries({ queryKey: ['meetings'] })
