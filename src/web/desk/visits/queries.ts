import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { askView } from '../api/view.ts'

export function spotsQuery(text: string) {
  return queryOptions({
    queryKey: ['places', 'find', text],
    queryFn: () => askView('find-place', text ? { text } : {}),
    placeholderData: (before) => before,
  })
}

export function visitsAtQuery(employer: number) {
  return queryOptions({
    queryKey: ['visits', 'at', employer],
    queryFn: () => askView('visits-at', { employer: String(employer) }),
  })
}

export const plansQuery = queryOptions({ queryKey: ['plans'], queryFn: () => askView('plans', {}) })

export const visitsQuery = infiniteQueryOptions({
  queryKey: ['visits', 'paid'],
  queryFn: ({ pageParam }) => askView('visits', pageParam === null ? {} : { after: pageParam }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.after,
})

export const placesQuery = infiniteQueryOptions({
  queryKey: ['places', 'kept'],
  queryFn: ({ pageParam }) => askView('places', pageParam === null ? {} : { after: pageParam }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.after,
})

export function neverVisitedQuery(list: 'never' | 'visited') {
  return infiniteQueryOptions({
    queryKey: ['never-visited', list],
    queryFn: ({ pageParam }) => askView('never-visited', { list, ...(pageParam === null ? {} : { after: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.after,
    placeholderData: (before) => before,
  })
}

export const keptByQuery = infiniteQueryOptions({
  queryKey: ['demands', 'kept-by'],
  queryFn: ({ pageParam }) => askView('kept-by', pageParam === null ? {} : { after: pageParam }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.after,
})

export function visitQuery(visit: string) {
  return queryOptions({ queryKey: ['visits', 'one', visit], queryFn: () => askView('visit', { visit }) })
}
