import { type Me, useMe } from '../frame/me.ts'

type Post = Me['posts'][number]

/** The post acted in, with its union and realm; undefined for whoever holds none. */
export function useActing(): Post | undefined {
  const me = useMe()
  return me.posts.find((each) => each.post === me.acting)
}

/** Whether the post acted in may use the verb at its own union. */
export function useMay(verb: string): boolean {
  return useMe().verbs.includes(verb)
}
