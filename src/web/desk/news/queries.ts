import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { askView } from '../api/view.ts'

export const newsroomQuery = infiniteQueryOptions({
  queryKey: ['news', 'room'],
  queryFn: ({ pageParam }) => askView('newsroom', pageParam === null ? {} : { after: pageParam }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.after,
})
export function commentsQuery(list: 'waiting' | 'all') {
  return infiniteQueryOptions({
    queryKey: ['news', 'comments', list],
    queryFn: ({ pageParam }) => askView('comments', { list, ...(pageParam === null ? {} : { after: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.after,
  })
}
export function articleQuery(article: string) {
  return queryOptions({ queryKey: ['news', 'one', article], queryFn: () => askView('article', { article }) })
}
/** Everything that shows the paper is asked for again. */
export const newsMoved = (queries: QueryClient) => queries.invalidateQueries({ queryKey: ['news'] })
