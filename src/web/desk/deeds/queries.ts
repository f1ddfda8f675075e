import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { ViewParams } from '../../../protocol/view.ts'
import { askView } from '../api/view.ts'

export type DeedList = ViewParams<'deeds'>['list']

export function deedsQuery(list: DeedList) {
  return infiniteQueryOptions({
    queryKey: ['deeds', list],
    queryFn: ({ pageParam }) => askView('deeds', { list, ...(pageParam === null ? {} : { after: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.after,
  })
}
export function deedQuery(deedId: string) {
  return queryOptions({ queryKey: ['deeds', 'one', deedId], queryFn: () => askView('deed', { deedId }) })
}
export const deedKindsQuery = queryOptions({
  queryKey: ['deed-kinds'],
  queryFn: () => askView('deed-kinds', {}),
  staleTime: 3_600_000,
})
export const deedMoneyQuery = queryOptions({ queryKey: ['deeds', 'money'], queryFn: () => askView('deed-money', {}) })

/** Everything that shows deeds is asked for again. */
export const deedsMoved = (queries: QueryClient) => queries.invalidateQueries({ queryKey: ['deeds'] })
