import { queryOptions } from '@tanstack/react-query'

/** The forms and pages beyond the first screen. */
export type Forms = typeof import('../verb/form-of.tsx')

/** The forms of the desk, a file of their own: asked for once the first screen stands, and kept. */
export const formsQuery = queryOptions({
  queryKey: ['forms'],
  queryFn: (): Promise<Forms> => import('../verb/form-of.tsx'),
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  structuralSharing: false,
  retry: 2,
})
