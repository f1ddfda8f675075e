import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { DemandRow, ViewAnswer, ViewName, ViewParams } from '../../../protocol/view.ts'
import type { ListName } from './lists.ts'
import { Problem, rememberSession, request } from './request.ts'

export type { DemandRow }

/** Asks a view. Parameters travel as text; undefined ones stay at home. */
export async function askView<N extends ViewName>(name: N, params: ViewParams<N>): Promise<ViewAnswer<N>> {
  const given = Object.entries(params).filter(([, value]) => value !== undefined) as [string, string][]
  const query = given.length > 0 ? `?${new URLSearchParams(given)}` : ''
  return (await request('GET', `/api/view/${name}${query}`)) as ViewAnswer<N>
}

/** A wrong request stays wrong; a silent server gets a second try. */
export function tryAgain(failures: number, error: Error): boolean {
  return failures < 1 && !(error instanceof Problem)
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async () => {
    const me = await askView('me', {})
    rememberSession(me.account, me.csrf)
    return me
  },
  retry: false,
  staleTime: 60_000,
})

export const countsQuery = queryOptions({ queryKey: ['counts'], queryFn: () => askView('counts', {}) })

export const rulesQuery = queryOptions({
  queryKey: ['rules'],
  queryFn: () => askView('rules', {}),
  staleTime: 3_600_000,
})

const pageSize = '50'

export function demandsQuery(list: ListName) {
  return infiniteQueryOptions({
    queryKey: ['demands', list],
    queryFn: ({ pageParam }) =>
      askView('demands', { list, limit: pageSize, ...(pageParam === null ? {} : { after: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.after,
  })
}

export function demandQuery(id: string) {
  return queryOptions({ queryKey: ['demand', id], queryFn: () => askView('demand', { id }) })
}

export function leadsQuery(demand: string) {
  return queryOptions({ queryKey: ['leads', demand], queryFn: () => askView('leads', { demand }) })
}

export function duesQuery(params: ViewParams<'dues'>) {
  return queryOptions({
    queryKey: ['dues', params],
    queryFn: () => askView('dues', params),
    staleTime: 600_000,
    placeholderData: (before) => before,
  })
}

export function claimsQuery(demand: string) {
  return queryOptions({ queryKey: ['demand', demand, 'claims'], queryFn: () => askView('claims', { demand }) })
}

export function lettersQuery(demand: string) {
  return queryOptions({ queryKey: ['demand', demand, 'letters'], queryFn: () => askView('letters', { demand }) })
}

/** What a caller says first. Asked only where somebody is about to call. */
export function callQuery(demand: string) {
  return queryOptions({ queryKey: ['call', demand], queryFn: () => askView('call', { demand }), retry: false })
}

export function precedentsQuery(topic: string) {
  return queryOptions({ queryKey: ['precedents', topic], queryFn: () => askView('precedents', { topic }) })
}

/** Asks only for what can be a number: every half-typed one would be a question for nothing. */
export function searchQuery(number: string | null) {
  return queryOptions({
    queryKey: ['demand', 'numbered', number],
    queryFn: () => askView('search', { number: number ?? '' }),
    enabled: number !== null,
  })
}

export function figuresQuery(params: ViewParams<'figures'>) {
  return queryOptions({
    queryKey: ['figures', params],
    queryFn: () => askView('figures', params),
    placeholderData: (before) => before,
    refetchInterval: 60_000,
  })
}

export function crossingQuery(params: ViewParams<'crossing'>) {
  return queryOptions({
    queryKey: ['crossing', params],
    queryFn: () => askView('crossing', params),
    placeholderData: (before) => before,
  })
}

export function countedQuery(params: Omit<ViewParams<'counted'>, 'after'>) {
  return infiniteQueryOptions({
    queryKey: ['counted', params],
    queryFn: ({ pageParam }) => askView('counted', { ...params, ...(pageParam === null ? {} : { after: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.after,
  })
}

export const officeQuery = queryOptions({ queryKey: ['office'], queryFn: () => askView('office', {}) })

export const noticesQuery = queryOptions({ queryKey: ['notices'], queryFn: () => askView('notices', {}) })

export function regionsQuery(text: string) {
  return queryOptions({
    queryKey: ['regions', text],
    queryFn: () => askView('regions', { text }),
    enabled: text.length > 0,
    staleTime: 600_000,
  })
}

export function employersQuery(region: string, text: string, as: 'employer' | 'agency') {
  const around = as === 'agency' ? { around: 'prefecture' as const } : {}
  return queryOptions({
    queryKey: ['employers', region, text, as],
    queryFn: () => askView('employers', { region, text, ...around }),
    enabled: region.length > 0 && text.length > 0,
    staleTime: 60_000,
  })
}
