import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { askView } from '../api/view.ts'

/** All begin with the same word, so that whatever was sent from here asks them anew. */
const key = 'issues'
const paged = {
  initialPageParam: null as string | null,
  getNextPageParam: (page: { after: string | null }) => page.after,
}
const from = (after: string | null) => (after === null ? {} : { after })

export const clustersQuery = infiniteQueryOptions({
  queryKey: [key, 'clusters'],
  queryFn: ({ pageParam }) => askView('clusters', from(pageParam)),
  ...paged,
})

export function issuesQuery(state: 'open' | 'closed') {
  return infiniteQueryOptions({
    queryKey: [key, 'issues', state],
    queryFn: ({ pageParam }) => askView('issues', { state, ...from(pageParam) }),
    ...paged,
  })
}

export function issueQuery(issue: string) {
  return queryOptions({ queryKey: [key, 'issue', issue], queryFn: () => askView('issue', { issue }) })
}

export function suggestionsQuery(list: 'here' | 'open' | 'ended') {
  return infiniteQueryOptions({
    queryKey: [key, 'suggestions', list],
    queryFn: ({ pageParam }) => askView('suggestions', { list, ...from(pageParam) }),
    ...paged,
  })
}

export function suggestionQuery(suggestion: string) {
  return queryOptions({
    queryKey: [key, 'suggestion', suggestion],
    queryFn: () => askView('suggestion', { suggestion }),
  })
}

export function practicesQuery(list: 'running' | 'ended') {
  return infiniteQueryOptions({
    queryKey: [key, 'practices', list],
    queryFn: ({ pageParam }) => askView('practices', { list, ...from(pageParam) }),
    ...paged,
  })
}

export function practiceQuery(practice: string) {
  return queryOptions({ queryKey: [key, 'practice', practice], queryFn: () => askView('practice', { practice }) })
}
