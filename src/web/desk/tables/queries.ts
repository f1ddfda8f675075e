import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { askView } from '../api/view.ts'

export const sheetsQuery = infiniteQueryOptions({
  queryKey: ['sheets'],
  queryFn: ({ pageParam }) => askView('sheets', pageParam === null ? {} : { after: pageParam }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.after,
})
export const askedQuery = queryOptions({ queryKey: ['sheets', 'asked'], queryFn: () => askView('asked', {}) })
export function sheetQuery(sheet: string) {
  return queryOptions({ queryKey: ['sheets', 'one', sheet], queryFn: () => askView('sheet', { sheet }) })
}

/** Everything that shows tables is asked for again. */
export const sheetsMoved = (queries: QueryClient) => queries.invalidateQueries({ queryKey: ['sheets'] })
