import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { askView } from '../api/view.ts'

export const lineQuery = infiniteQueryOptions({
  queryKey: ['line'],
  queryFn: ({ pageParam }) => askView('line', pageParam === null ? {} : { after: pageParam }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.after,
})

export function campaignQuery(campaign: string) {
  return queryOptions({ queryKey: ['campaign', campaign], queryFn: () => askView('campaign', { campaign }) })
}

/** Asked again while the page stands: its figures are live, and a cascade goes on. */
export function directiveQuery(directive: string, unit: number | undefined) {
  return queryOptions({
    queryKey: ['directive', directive, unit],
    queryFn: () => askView('directive', { directive, ...(unit === undefined ? {} : { unit: String(unit) }) }),
    placeholderData: (before) => before,
    refetchInterval: 5_000,
  })
}

export function receiptsQuery(directive: string, unit: number) {
  return infiniteQueryOptions({
    queryKey: ['receipts', directive, unit],
    queryFn: ({ pageParam }) =>
      askView('receipts', { directive, unit: String(unit), ...(pageParam === null ? {} : { after: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.after,
  })
}

export const wantedFormsQuery = infiniteQueryOptions({
  queryKey: ['wanted-forms'],
  queryFn: ({ pageParam }) => askView('wanted-forms', pageParam === null ? {} : { after: pageParam }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.after,
})
